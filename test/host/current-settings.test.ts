import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import { watchSettings } from '../../src/host/current-settings.js';
import { desk } from '../fakes/vscode/desk.js';
import { Uri } from '../fakes/vscode/values.js';

describe('settings.json', () => {
  beforeEach(() => desk.reset());
  const said = (): readonly string[] => desk.said.map(({ message }) => message);

  it('is read again when it changes', () => {
    const settings = watchSettings([]);
    const seen: string[] = [];
    settings.onDidChange((now, before) => void seen.push(`${before.azure} -> ${now.azure}`));
    desk.set('aksEgress.azure', 'sandbox');
    desk.set('editor.fontSize', 12);
    expect(seen).toEqual(['azure -> sandbox']);
    expect(said()).toEqual([]);
  });

  it('tells each slip once, with both ways out where no Azure is chosen', async () => {
    desk.settings.set('aksEgress.azure', 'moon');
    desk.presses.push('Use the Sandbox');
    const settings = watchSettings([]);
    expect(settings.now().azure).toBe('none');
    expect(desk.said).toMatchObject([{ kind: 'warning', buttons: ['Use the Sandbox', 'Use Azure'] }]);
    await expect.poll(() => desk.executed.map(({ id }) => id)).toEqual(['aksEgress.useSandbox']);
    desk.set('aksEgress.sandbox.speed', 7);
    desk.set('aksEgress.signIn', 'x');
    expect(desk.said).toHaveLength(2);
    expect(desk.said[1]!.message).toContain('aksEgress.signIn is "x"');
  });

  it('may weigh rules otherwise in one of several folders', () => {
    desk.settings.set('aksEgress.rules', { 'aks-x': 'error' });
    desk.settings.set('/two:aksEgress.rules', { 'aks-x': 'off' });
    const settings = watchSettings([]);
    expect(settings.rulesFor(Uri.file('/one/main.bicep') as never)).toEqual({ 'aks-x': 'error' });
    expect(settings.rulesFor(Uri.file('/two/main.bicep') as never)).toEqual({ 'aks-x': 'off' });
  });

  it('is told of by others too, each thing once', () => {
    const settings = watchSettings([]);
    const problem = say('There is no rule {id}.', { id: 'aks-x' });
    settings.tell([problem]);
    settings.tell([problem, say('Another.')]);
    settings.tell([]);
    expect(said()).toEqual(['There is no rule aks-x.', 'Another.']);
    expect(desk.said.flatMap(({ buttons }) => buttons)).toEqual([]);
  });
});
