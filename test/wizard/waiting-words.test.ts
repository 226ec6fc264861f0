import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/run-record.js';
import { recordOf } from './conversation.js';
import { begun, kinds, minute, started, stepIdOf, words } from './journal.js';

const sending = (stepId: string): RunEvent => ({ kind: 'sending', stepId, atInMs: minute(1) });

describe('a step that waits because nothing good answers', () => {
  const note = (azure: { readonly status?: number; readonly message: string }) => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const waiting: RunEvent = { kind: 'waiting', stepId, reason: 'offline', azure, atInMs: minute(1) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), waiting]) });
    return words(talk.picture().run?.stages[0]?.note);
  };

  it('says that there is no connection only where there is none', () => {
    expect(note({ message: 'fetch failed' })).toContain('there is no connection');
    expect(note({ status: 503, message: 'Service Unavailable' })).toContain('what answers is in trouble');
  });
});

const asked = (stepId: string, question: 'continue' | 'repeat'): RunEvent => ({
  kind: 'asked',
  question,
  stepId,
  atInMs: minute(2),
});

describe('a step whose fate the answer did not tell', () => {
  const lostBy = (
    azure: { readonly status?: number; readonly message: string },
    ...more: readonly RunEvent[]
  ) => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const lost: RunEvent = { kind: 'lost', stepId, azure, atInMs: minute(1) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), lost, ...more]) });
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'open', record: recordOf(talk, [sending(stepId), lost, ...more]) },
    });
    return { talk, stepId };
  };

  it('says that no answer came only where none did', () => {
    const first = (azure: { readonly status?: number; readonly message: string }) =>
      words(lostBy(azure).talk.picture().run?.stages[0]?.note);
    expect(first({ message: 'fetch failed' })).toContain('No answer reached us');
    expect(first({ status: 502, message: 'Bad gateway' })).toContain('does not tell whether it was done');
  });

  it('shows what was seen here as that, and not as words of Azure', () => {
    const azureOf = (azure: { readonly status?: number; readonly message: string; readonly isOurs?: true }) =>
      lostBy(azure).talk.picture().run?.stages[0]?.azure;
    expect(azureOf({ message: 'fetch failed', isOurs: true })).toMatchObject({ isOurs: true });
    expect(azureOf({ status: 502, message: 'Bad gateway' })).not.toHaveProperty('isOurs');
  });

  it('asks in the same words, and shows nothing that moves', () => {
    const { talk, stepId } = lostBy({ status: 502, message: 'Bad gateway' });
    const events = [
      sending(stepId),
      { kind: 'lost', stepId, azure: { status: 502, message: 'x' }, atInMs: minute(1) } as const,
    ];
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'open', record: recordOf(talk, [...events, asked(stepId, 'repeat')]) },
    });
    const { run, footer } = talk.picture();
    expect(words(run?.question?.text)).toContain('the answer does not tell whether it was done');
    expect(words(footer.more)).toContain('the answer does not tell whether it was done');
    expect(run?.stages[0]).toMatchObject({ mark: 'unknown' });
    expect(words(run?.stages[0]?.note)).toContain('does not show the step');
  });

  it('that Azure is found to be at work on says so', () => {
    const { talk, stepId } = lostBy({ message: 'fetch failed' });
    const found: readonly RunEvent[] = [
      sending(stepId),
      { kind: 'lost', stepId, azure: { message: 'fetch failed' }, atInMs: minute(1) },
      { kind: 'progress', stepId, status: 'Updating', atInMs: minute(2) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, found) });
    expect(words(talk.picture().run?.stages[0]?.note)).toContain('nothing has to be sent again');
  });
});

describe('a pool that somebody changed in the same moment', () => {
  it('is told by its name, and what to look at; an eTag means nothing to a person', () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const differences = [{ path: ['agentPools', 'web', 'eTag'], before: 'e-1', after: 'e-2' }];
    const done: RunEvent = { kind: 'stepEnded', stepId, end: 'succeeded', differences, atInMs: minute(2) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), done]) });
    expect(talk.picture().run?.stages[0]?.differences).toEqual([
      expect.stringMatching(/^Pool web: somebody changed it meanwhile[.]/),
    ]);
  });
});

describe('a step that waits for the person', () => {
  it('moves no more, and names the time before which Azure does not want it', () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const wait: RunEvent = {
      kind: 'waiting',
      stepId,
      reason: 'throttled',
      untilInMs: minute(5),
      atInMs: minute(2),
    };
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'open', record: recordOf(talk, [sending(stepId), wait, asked(stepId, 'continue')]) },
    });
    const stage = talk.picture().run?.stages[0];
    expect(stage?.mark).toBe('warning');
    expect(words(stage?.note)).toMatch(/^Not done: .* Continue at 12:05 or later\.$/);
  });

  it('cannot be aborted in Azure, which took nothing of it', () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const wait: RunEvent = { kind: 'waiting', stepId, reason: 'throttled', atInMs: minute(2) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), wait]) });
    expect(talk.picture().run?.acts.find(({ intent }) => intent.kind === 'abort')?.disabled).toBeDefined();
    const taken: RunEvent = { kind: 'accepted', stepId, status: 200, atInMs: minute(2) };
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [sending(stepId), taken, wait]) });
    expect(talk.picture().run?.acts.find(({ intent }) => intent.kind === 'abort')?.disabled).toBeUndefined();
  });
});

describe('a run that waits for a sign-in', () => {
  it('says so, and is watched again by signing in', () => {
    const talk = started();
    const waits = { kind: 'waiting', stepId: stepIdOf(talk), reason: 'signIn', atInMs: minute(2) } as const;
    const record = recordOf(talk, [...begun(talk), waits]);
    talk.tell({ kind: 'runReturned', outcome: { kind: 'open', record } });
    expect(words(talk.picture().run?.answer)).toBe('Sign in to go on watching');
    expect(talk.picture().footer.next).toMatchObject({ intent: { kind: 'signIn' } });
    expect(kinds(talk.tell({ kind: 'signedIn' }))).toEqual(['resume']);
    // Once it is watched, another sign-in changes nothing.
    expect(talk.tell({ kind: 'signedIn' })).toEqual([]);
  });

  it('and whose next step is what waits, is not sent by signing in', () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const waits = { kind: 'waiting', stepId, reason: 'signIn', atInMs: minute(2) } as const;
    const asked = { kind: 'asked', question: 'continue', stepId, atInMs: minute(2) } as const;
    talk.tell({ kind: 'runReturned', outcome: { kind: 'open', record: recordOf(talk, [waits, asked]) } });
    expect(kinds(talk.tell({ kind: 'signedIn' }))).toEqual(['read']);
  });
});
