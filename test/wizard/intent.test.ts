import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIntent } from '../../src/wizard/intent.js';

const isDropped = (message: unknown) => 'dropped' in parseIntent(message);

describe('a message from the page', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'choose', target: 'managedNATGateway/StandardV2' },
    { kind: 'configure', option: 'idleTimeoutInMinutes', value: '30' },
    { kind: 'start', digest: 'a'.repeat(64) },
    { kind: 'answer', question: 'repeat', stepId: 'switch', yes: true },
    { kind: 'copy', what: 'message' },
    { kind: 'takeOver' },
  ])('that is an intent comes through as it is: %j', (intent) => {
    expect(parseIntent(intent)).toEqual({ intent });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ready'],
    ['a list', [{ kind: 'ready' }]],
    ['a kind that nobody knows', { kind: 'deleteCluster' }],
    ['the name of a method of every object', { kind: 'toString' }],
    ['a kind that is no text', { kind: { 0: 'ready' } }],
    ['an outbound type that cannot be chosen', { kind: 'choose', target: 'managedNATGatewayV2' }],
    ['a choice with a plan smuggled in', { kind: 'choose', target: 'none', plan: { steps: [] } }],
    ['a start without a digest', { kind: 'start' }],
    ['a start with a digest that is no text', { kind: 'start', digest: ['x'] }],
    ['an option that does not exist', { kind: 'configure', option: '__proto__', value: '1' }],
    [
      'a novel in a small field',
      { kind: 'configure', option: 'idleTimeoutInMinutes', value: '1'.repeat(17) },
    ],
    ['a book as a step id', { kind: 'openDiff', stepId: 'x'.repeat(2049) }],
    ['a yes to nothing in particular', { kind: 'answer', question: 'repeat', yes: true }],
    ['a yes that is a word', { kind: 'answer', question: 'repeat', stepId: 'switch', yes: 'true' }],
  ])('is dropped: %s', (_what, message) => {
    expect(isDropped(message)).toBe(true);
  });

  it('is told in few words why it was dropped, however long it was', () => {
    const parsed = parseIntent({ kind: 'start', digest: 'x'.repeat(1_000_000) });
    expect('dropped' in parsed ? parsed.dropped.length : 0).toBeGreaterThan(0);
    expect('dropped' in parsed ? parsed.dropped.length : Infinity).toBeLessThanOrEqual(500);
  });

  it('never throws, and an intent that comes through holds nothing but its own fields', () => {
    const nearly = fc.record(
      {
        kind: fc.constantFrom(
          'ready',
          'choose',
          'start',
          'configure',
          'copy',
          'answer',
          'typeName',
          '__proto__',
        ),
        target: fc.anything(),
        digest: fc.anything(),
        option: fc.anything(),
        value: fc.anything(),
        what: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything({ maxDepth: 3 }), nearly), (message) => {
        const parsed = parseIntent(message);
        if ('dropped' in parsed) return;
        expect(parsed.intent).toEqual(message);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});
