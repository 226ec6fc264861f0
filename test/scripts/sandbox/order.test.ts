import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../scripts/sandbox/order.js';

describe('what npm run sandbox is asked for', () => {
  it('is the tour at twenty times the pace on free ports, when nothing is said', () => {
    expect(orderOf([])).toEqual({
      kind: 'order',
      order: { httpsPort: 0, httpPort: 0, scenario: 'tour', speed: 20, isTelling: false },
    });
  });

  it('is whatever the options say', () => {
    const argv = [
      '--scenario=empty',
      '--speed=0.5',
      '--port=8443',
      '--http-port=8080',
      '--seed=3',
      '--requests',
    ];
    expect(orderOf(argv)).toEqual({
      kind: 'order',
      order: { httpsPort: 8443, httpPort: 8080, scenario: 'empty', speed: 0.5, seed: 3, isTelling: true },
    });
    expect(orderOf(['--help'])).toEqual({ kind: 'help' });
    expect(orderOf(['--list'])).toEqual({ kind: 'list' });
  });

  it.each([
    ['--port=ssh', "--port is a number from 0 to 65535, not 'ssh'."],
    ['--http-port=70000', "--http-port is a number from 0 to 65535, not '70000'."],
    ['--speed=0', "--speed is a number above 0, not '0'."],
    ['--speed=fast', "--speed is a number above 0, not 'fast'."],
    ['--seed=x', "--seed is a whole number, not 'x'."],
    ['--scenario', '--scenario needs a value: --scenario=...'],
    ['--host=0.0.0.0', "'--host=0.0.0.0' is no option of the sandbox."],
  ])('refuses %s', (argument, words) => {
    const asked = orderOf([argument]);
    expect(asked.kind === 'problem' ? asked.problem : '').toContain(words);
  });
});
