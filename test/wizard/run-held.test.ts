import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run-record.js';
import type { RunOutcome } from '../../src/core/run-outcome.js';
import { recordOf } from './conversation.js';
import { asks, begun, kinds, leftOpen, minute, started, stepIdOf, stepOfRun, words } from './journal.js';

const nobodyKnows: RunOutcome = {
  kind: 'held',
  by: 'another machine',
  ageInMs: 60_000,
  canBeJudged: false,
};

describe('an answer that meets a lock which nobody can judge', () => {
  it.each([true, false])('is given again once the lock is taken over (yes: %s)', (yes) => {
    const talk = leftOpen(asks('continue'));
    const answered = { question: 'continue', stepId: stepOfRun(talk), yes } as const;
    talk.want({ kind: 'answer', ...answered });
    talk.tell({ kind: 'runReturned', outcome: nobodyKnows });
    const { run, footer } = talk.picture();
    expect(run?.question).toBeUndefined();
    expect(run?.acts.map(({ intent }) => intent.kind)).toEqual(['takeOver', 'resume', 'giveUp']);
    expect(footer.others.map((act) => ('intent' in act ? act.intent.kind : ''))).toContain('takeOver');
    expect(kinds(talk.want({ kind: 'takeOver' }))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'takeOver', yes: true })).toEqual([
      { kind: 'answer', runId: 'run-1', answered: { ...answered, evenIfHeld: true } },
    ]);
  });

  it('leaves a run that was only watched to be watched', () => {
    const talk = leftOpen();
    talk.want({ kind: 'resume' });
    talk.tell({ kind: 'runReturned', outcome: nobodyKnows });
    talk.want({ kind: 'takeOver' });
    expect(talk.tell({ kind: 'confirmed', question: 'takeOver', yes: true })).toEqual([
      { kind: 'resume', runId: 'run-1', evenIfHeld: true },
    ]);
  });

  it('does not stand in the way of giving the run up', () => {
    const talk = leftOpen(asks('continue'));
    talk.want({ kind: 'answer', question: 'continue', stepId: stepOfRun(talk), yes: true });
    talk.tell({ kind: 'runReturned', outcome: nobodyKnows });
    expect(kinds(talk.want({ kind: 'giveUp' }))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'giveUp', yes: true })).toEqual([
      { kind: 'giveUp', runId: 'run-1' },
    ]);
  });
});

describe('an answer', () => {
  it('to another step than the one that is asked about is dropped', () => {
    const talk = leftOpen(asks('continue'));
    expect(kinds(talk.want({ kind: 'answer', question: 'continue', stepId: 'another', yes: true }))).toEqual([
      'log',
    ]);
  });

  it('from a dialog is dropped where the question is another one by then', () => {
    const talk = leftOpen(asks('repeat'));
    talk.want({ kind: 'answer', question: 'repeat', stepId: stepOfRun(talk), yes: true });
    const { record } = talk.state().run!;
    const events = [
      ...record!.events,
      { kind: 'answered', question: 'repeat', yes: true, atInMs: minute(3) } as const,
      { kind: 'asked', question: 'continue', stepId: 'another', atInMs: minute(4) } as const,
    ];
    talk.tell({ kind: 'runs', runs: [{ kind: 'record', record: { ...record!, events } }] });
    expect(kinds(talk.tell({ kind: 'confirmed', question: 'repeat', yes: true }))).toEqual(['log']);
  });
});

describe('a run', () => {
  it('that may not be read now says so, and is not called failed', () => {
    const talk = started();
    const step = { stepId: stepIdOf(talk), atInMs: minute(1) };
    const events: readonly RunEvent[] = [...begun(talk), { ...step, kind: 'waiting', reason: 'denied' }];
    talk.tell({ kind: 'runReturned', outcome: { kind: 'open', record: recordOf(talk, events) } });
    const { run, footer } = talk.picture(minute(3));
    expect(words(run?.stages[0]?.note)).toBe(
      'Waiting since 12:01: Azure does not let your account read the cluster now. Activate your role, then resume. Nothing has failed.',
    );
    expect(footer.next).toMatchObject({ intent: { kind: 'resume' } });
  });
});
