import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openQuestion } from '../../src/azure/runner/phase.js';
import type { RunEvent, RunRecord } from '../../src/core/run-record.js';
import { foldRun } from '../../src/core/run.js';

const refusal = { code: 'OperationNotAllowed', message: 'Another operation is in progress' };
type Bare = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'atInMs'> : never) : never;

/** A run of two steps with these events, one second apart. */
const runOf = (events: readonly Bare[]) =>
  ({
    plan: { steps: [{ id: 'ranges' }, { id: 'type' }] },
    events: events.map((event, index) => ({ ...event, atInMs: (index + 1) * 1000 })),
  }) as unknown as RunRecord;
const after = (...events: readonly Bare[]) => foldRun(runOf(events));

const anyEvent: fc.Arbitrary<Bare> = fc.oneof(
  ...(['started', 'resumed', 'detached', 'abortRequested'] as const).map((kind) => fc.constant({ kind })),
  ...(['reading', 'sending', 'lost'] as const).map((kind) =>
    fc.constantFrom('ranges', 'type').map((stepId) => ({ kind, stepId })),
  ),
  ...(['continue', 'repeat'] as const).flatMap((question) => [
    fc.constantFrom('ranges', 'type').map((stepId) => ({ kind: 'asked' as const, question, stepId })),
    fc.constant({ kind: 'answered' as const, question, yes: true }),
  ]),
  fc.constantFrom('ranges', 'type').map((stepId) => ({ kind: 'stepEnded', stepId, end: 'stale' }) as const),
  fc.constant({ kind: 'ended', end: 'givenUp' } as const),
);

describe('the state of a run', () => {
  it('begins with every step to do', () => {
    expect(after()).toMatchObject({
      status: 'running',
      abortRequested: false,
      steps: [{ status: 'todo' }, { status: 'todo' }],
    });
  });

  it('tells a step whose answer is not in the journal', () => {
    expect(after({ kind: 'sending', stepId: 'ranges' }).sentButUnanswered).toBe('ranges');
    expect(
      after({ kind: 'sending', stepId: 'ranges' }, { kind: 'lost', stepId: 'ranges' }).sentButUnanswered,
    ).toBe('ranges');
    expect(
      after({ kind: 'sending', stepId: 'ranges' }, { kind: 'accepted', stepId: 'ranges', status: 200 })
        .sentButUnanswered,
    ).toBeUndefined();
    expect(
      after({ kind: 'sending', stepId: 'ranges' }, { kind: 'stepEnded', stepId: 'ranges', end: 'refused' })
        .sentButUnanswered,
    ).toBeUndefined();
  });

  it('asks what the runner asks, whatever happened in whatever order', () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        const open = openQuestion(runOf(events));
        if (open !== undefined) asked += 1;
        expect(after(...events).question).toEqual(open);
      }),
      { seed: 20261125, numRuns: 600 },
    );
    expect(asked).toBeGreaterThan(60);
  });

  it('keeps the progress words of Azure in order, a repeated one once, with the times of the step', () => {
    const [step] = after(
      { kind: 'sending', stepId: 'ranges' },
      { kind: 'accepted', stepId: 'ranges', status: 200 },
      { kind: 'progress', stepId: 'ranges', status: 'InProgress' },
      { kind: 'progress', stepId: 'ranges', status: 'InProgress' },
      { kind: 'progress', stepId: 'ranges', status: 'ReconcilingAddons' },
      { kind: 'stepEnded', stepId: 'ranges', end: 'succeeded', differences: [{ path: ['x'] }] },
    ).steps;
    expect(step).toMatchObject({
      status: 'succeeded',
      azureStatus: ['InProgress', 'ReconcilingAddons'],
      startedAtInMs: 1000,
      endedAtInMs: 6000,
      differences: [{ path: ['x'] }],
    });
  });

  it('waits with a reason, and forgets it when things go on', () => {
    const waiting = {
      kind: 'waiting',
      stepId: 'type',
      reason: 'throttled',
      untilInMs: 5,
      azure: refusal,
    } as const;
    expect(after(waiting).steps[1]).toMatchObject({
      status: 'waiting',
      waiting: { reason: 'throttled', untilInMs: 5 },
      azure: refusal,
    });
    expect(after(waiting, { kind: 'progress', stepId: 'type', status: 'x' }).steps[1]).not.toHaveProperty(
      'waiting',
    );
  });

  it('has one question at a time, until it is answered', () => {
    const asked = { kind: 'asked', question: 'continue', stepId: 'type' } as const;
    expect(after(asked)).toMatchObject({
      status: 'asking',
      question: { question: 'continue', stepId: 'type' },
    });
    expect(after(asked, { kind: 'answered', question: 'continue', yes: true })).toMatchObject({
      status: 'running',
    });
    expect(after(asked, { kind: 'answered', question: 'continue', yes: true })).not.toHaveProperty(
      'question',
    );
  });

  it('still asks after it was left and taken up again', () => {
    const asked = { kind: 'asked', question: 'repeat', stepId: 'type' } as const;
    expect(after(asked, { kind: 'detached' }).status).toBe('detached');
    expect(after(asked, { kind: 'detached' }, { kind: 'resumed' }).status).toBe('asking');
    expect(after({ kind: 'detached' }, { kind: 'resumed' }).status).toBe('running');
  });

  it('lets an abort be asked for again after Azure refused it', () => {
    expect(after({ kind: 'abortRequested' }, { kind: 'abortAnswered' })).toMatchObject({
      abortRequested: true,
    });
    expect(after({ kind: 'abortRequested' }, { kind: 'abortAnswered', azure: refusal })).toMatchObject({
      abortRequested: false,
      abortRefused: refusal,
    });
  });

  it('ends with what Azure reported', () => {
    expect(after({ kind: 'ended', end: 'succeeded', outboundType: 'none', addresses: ['a'] })).toMatchObject({
      status: 'ended',
      end: 'succeeded',
      outboundType: 'none',
      addresses: ['a'],
    });
  });

  it('is not upset by steps and events that it does not know', () => {
    expect(() => after({ kind: 'reading', stepId: 'other' }, { kind: 'future' } as never)).not.toThrow();
    expect(after({ kind: 'future' } as never).status).toBe('running');
  });
});
