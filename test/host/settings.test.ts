import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import { narrowSettings } from '../../src/host/settings.js';

const narrowed = (values: Readonly<Record<string, unknown>>): ReturnType<typeof narrowSettings> =>
  narrowSettings((name) => values[name]);

describe('settings', () => {
  it('are the defaults where nothing is written', () => {
    expect(narrowed({})).toEqual({
      settings: {
        azure: 'azure',
        allowChanges: true,
        signIn: 'vscode',
        sandboxSpeed: 2,
        rules: {},
        isBicepEnabled: true,
      },
      problems: [],
    });
  });

  it('are taken as written where they fit', () => {
    const { settings, problems } = narrowed({
      azure: 'sandbox',
      allowChanges: false,
      signIn: 'azureCli',
      'sandbox.speed': 100,
      rules: { 'aks-udr-without-subnet': 'off' },
      'bicep.enabled': false,
    });
    expect(settings).toMatchObject({ azure: 'sandbox', allowChanges: false, sandboxSpeed: 100 });
    expect(settings.rules).toEqual({ 'aks-udr-without-subnet': 'off' });
    expect(problems).toEqual([]);
  });

  it.each([
    ['signIn', 7, 'aksEgress.signIn is 7'],
    ['sandbox.speed', 0, 'aksEgress.sandbox.speed is 0'],
    ['sandbox.speed', 'fast', 'a number from 1 to 1000'],
    ['rules', ['off'], 'aksEgress.rules is ["off"]'],
    ['rules', { 'aks-x': 'loud' }, 'gives aks-x the severity "loud"'],
    ['bicep.enabled', 'no', 'aksEgress.bicep.enabled is "no"'],
  ])('that nobody understands are told with their value: %s = %j', (name, value, told) => {
    const { settings, problems } = narrowed({ [name]: value });
    expect(problems.map((problem) => format(problem)).join('\n')).toContain(told);
    expect(settings).toEqual(narrowed({}).settings);
  });

  it.each(['Sandbox', 'moon', 7, null, ['azure']])(
    'choose no Azure at all where the choice is not understood: %j',
    (value) => {
      const { settings, problems } = narrowed({ azure: value });
      expect(settings).toEqual({ ...narrowed({}).settings, azure: 'none' });
      expect(problems.map((problem) => format(problem))).toEqual([
        `The setting aksEgress.azure is ${JSON.stringify(value)}; it may be azure or sandbox. No Azure is used until one of them is chosen.`,
      ]);
    },
  );

  it('never allow a change because of a value that is not understood', () => {
    expect(narrowed({ allowChanges: 'false' }).settings.allowChanges).toBe(false);
    expect(narrowed({ allowChanges: null }).settings.allowChanges).toBe(false);
  });

  it('keep the rules that fit beside those that do not', () => {
    const { settings, problems } = narrowed({ rules: { 'aks-a': 'error', 'aks-b': 'x' } });
    expect(settings.rules).toEqual({ 'aks-a': 'error' });
    expect(problems).toHaveLength(1);
  });
});
