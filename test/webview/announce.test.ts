import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import { announcement } from '../../webview/announce.js';
import { arrivalAt } from '../../webview/arrival.js';
import { states } from '../../webview/playground/states/states.js';

const said = (name: string): string => format(announcement(states[name]!));

describe('a screen reader is told', () => {
  it.each([
    ['today: reading', 'Reading payments-prod.'],
    ['today: signed out', 'Your session has expired. Nothing is lost: sign in and go on.'],
    ['check: blocked', 'Start is not possible: 2 findings block it.'],
    ['plan: changes are turned off', 'Changes are turned off by the setting `aksEgress.allowChanges`.'],
    ['run: running', 'Step 2 of 2: Change the outbound type. Azure says ProvisioningControlPlane.'],
    ['run: throttled', 'Waiting until 14:12:40: Azure asked for it.'],
    ['result: failed', 'Step 2 failed; the cluster is unchanged'],
  ])('in "%s": %s', (name, words) => {
    expect(said(name)).toBe(words);
  });

  it('the question, where one is open, before all else of a run', () => {
    expect(said('run: an answer was lost')).toMatch(/^Send step 2 once more\?/);
  });
});

describe('the page turns by itself', () => {
  const {
    'plan: ready': ready,
    'run: running': run,
    'run: throttled': throttled,
    'result: done': done,
  } = states;

  it('to the run when it begins, and to the result when it is there', () => {
    expect(arrivalAt(ready, run!)).toBe('run');
    expect(arrivalAt(run, done!)).toBe('result');
  });

  it('to the newest of them when it opens', () => {
    expect(arrivalAt(undefined, run!)).toBe('run');
    expect(arrivalAt(undefined, done!)).toBe('result');
    expect(arrivalAt(undefined, ready!)).toBeUndefined();
  });

  it('and not while a run or a result goes on', () => {
    expect(arrivalAt(run, throttled!)).toBeUndefined();
    expect(arrivalAt(done, done!)).toBeUndefined();
  });
});
