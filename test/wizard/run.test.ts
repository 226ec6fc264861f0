import { describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import type { RunEvent } from '../../src/core/run-record.js';
import { ownWithGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import type { Intent } from '../../src/wizard/intent.js';
import { converseAbout, recordOf, type Conversation, startedAbout } from './conversation.js';
import {
  asks,
  begun,
  kinds,
  leftOpen,
  minute,
  ownGateway,
  started,
  stepIdOf,
  stepOfRun,
  words,
} from './journal.js';

/** What the page sends for an act under the question. */
const reply = (talk: Conversation, question: 'continue' | 'repeat', yes: boolean): Intent => ({
  kind: 'answer',
  question,
  stepId: stepOfRun(talk),
  yes,
});

describe('a run', () => {
  it("shows each step with Azure's own words and the time that it takes", () => {
    const talk = started();
    const [id] = [stepIdOf(talk)];
    const events: readonly RunEvent[] = [
      ...begun(talk),
      { kind: 'progress', stepId: id, status: 'InProgress', atInMs: minute(1) },
      { kind: 'progress', stepId: id, status: 'UpdatingLoadBalancer', atInMs: minute(2) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    const stage = talk.picture(minute(4)).run?.stages[0];
    expect(stage).toMatchObject({ mark: 'running', azureStatus: ['InProgress', 'UpdatingLoadBalancer'] });
    expect(words(stage?.time)).toBe('4 min 0 s');
    expect(talk.picture().rail.find(({ id: section }) => section === 'run')?.mark).toBe('running');
  });

  it('keeps the plan that was started, and takes no other choice while it is open', () => {
    const talk = started();
    const record = recordOf(talk, begun(talk));
    talk.tell({ kind: 'runChanged', record });
    expect(kinds(talk.want({ kind: 'choose', target: 'userDefinedRouting' }))).toEqual(['log']);
    expect(talk.picture().plan?.digest).toBe(record.digest);
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('drops an older state of itself that comes late, and a run of another cluster', () => {
    const talk = started();
    const newest = recordOf(talk, begun(talk));
    talk.tell({ kind: 'runChanged', record: newest });
    expect(kinds(talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk).slice(0, 1)) }))).toEqual(
      ['log'],
    );
    expect(kinds(talk.tell({ kind: 'runChanged', record: { ...newest, clusterId: '/another' } }))).toEqual([
      'log',
    ]);
    expect(talk.state().run?.record).toEqual(newest);
  });

  it("no longer shows Azure's refusal to hurry once the step goes on", () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const azure = { status: 429, code: 'TooManyRequests', message: 'Slow down', requestId: 'r-2' };
    const waits: readonly RunEvent[] = [
      ...begun(talk),
      { kind: 'waiting', stepId, reason: 'throttled', azure, atInMs: minute(2), untilInMs: minute(3) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, waits) });
    expect(talk.picture().run?.stages[0]?.azure?.code).toBe('TooManyRequests');
    const goesOn: readonly RunEvent[] = [
      ...waits,
      { kind: 'progress', stepId, status: 'InProgress', atInMs: minute(3) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, goesOn) });
    expect(talk.picture().run?.stages[0]?.azure).toBeUndefined();
  });

  it('that waits says why and since when, and is not called failed', () => {
    const talk = started();
    const stepId = stepIdOf(talk);
    const wait = { kind: 'waiting', stepId, reason: 'throttled' } as const;
    const events: readonly RunEvent[] = [
      ...begun(talk),
      { ...wait, atInMs: minute(2), untilInMs: minute(3) },
      { ...wait, atInMs: minute(3), untilInMs: minute(5) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    const note = words(talk.picture(minute(4)).run?.stages[0]?.note);
    expect(note).toBe(
      'Waiting since 12:02: Azure has asked us to come back later. Nothing has failed. Next look at 12:05.',
    );
  });

  it('that registers something says that Azure takes minutes for it', () => {
    const talk = started();
    const step = { stepId: stepIdOf(talk), atInMs: minute(1) };
    const events: readonly RunEvent[] = [
      ...begun(talk),
      { ...step, kind: 'progress', status: 'Registering' },
      { ...step, kind: 'waiting', reason: 'slow' },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    expect(words(talk.picture(minute(3)).run?.stages[0]?.note)).toBe(
      'Azure has taken it, at 12:01. A registration takes minutes, and Azure names no time.',
    );
  });

  it('that lets a list of ranges apply says how long and until when, and offers nothing to abort', () => {
    const reading = readingOf({ ...ownWithGateway, authorizedIPRanges: ['192.0.2.0/24'] });
    const talk = startedAbout(reading, ownGateway);
    const [first, second] = recordOf(talk, []).plan.steps;
    const events: readonly RunEvent[] = [
      ...begun(talk),
      { kind: 'stepEnded', stepId: first!.id, end: 'succeeded', atInMs: minute(2) },
      { kind: 'waiting', stepId: second!.id, reason: 'settling', untilInMs: minute(4), atInMs: minute(2) },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    const { run } = talk.picture(minute(3));
    expect(words(run?.stages[1]?.note)).toBe(
      'What step 1 changed takes up to 2 min to apply, so this step waits. It goes on by itself at 12:04.',
    );
    expect(run?.acts.find(({ intent }) => intent.kind === 'abort')?.disabled).toBeDefined();
  });

  it('whose session has expired offers to sign in to resume, never "failed"', () => {
    const talk = started();
    talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk)) });
    talk.tell({ kind: 'runTrouble', problem: { kind: 'expired', message: say('The session has expired.') } });
    const picture = talk.picture();
    expect(words(picture.run?.answer)).toBe('Sign in to resume');
    expect(picture.footer.next).toMatchObject({ intent: { kind: 'signIn' } });
    expect(JSON.stringify([picture.run, picture.footer])).not.toMatch(/failed in Azure|(step|run) failed/i);
    expect(kinds(talk.want({ kind: 'signIn' }))).toEqual(['signIn']);
    expect(kinds(talk.want({ kind: 'resume' }))).toEqual(['resume']);
  });

  it('that is watched stays watched where an act beside it was refused, and the refusal is told', () => {
    const talk = started();
    talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk)) });
    const problem = { kind: 'failed', message: say('Nothing was sent: process 7 is writing.') } as const;
    talk.tell({ kind: 'runTrouble', problem, goesOn: true });
    const picture = talk.picture();
    expect(words(picture.notice?.text)).toContain('process 7 is writing');
    expect(picture.run?.acts.map(({ intent }) => intent.kind)).toContain('detach');
  });

  it('found in the journal waits with Resume, and nothing is sent by itself', () => {
    const talk = leftOpen();
    expect(kinds(talk.asked)).not.toContain('resume');
    expect(talk.picture().footer.next).toMatchObject({ intent: { kind: 'resume' } });
    expect(kinds(talk.wantStart())).toEqual(['log']);
    expect(talk.want({ kind: 'resume' })).toEqual([{ kind: 'resume', runId: 'run-1' }]);
    expect(kinds(talk.want({ kind: 'resume' }))).toEqual(['log']);
  });

  it('continues when the person says so', () => {
    const talk = leftOpen(asks('continue'));
    expect(talk.picture().footer.next).toMatchObject({
      intent: { kind: 'answer', question: 'continue', yes: true },
    });
    expect(talk.want(reply(talk, 'continue', true))).toEqual([
      {
        kind: 'answer',
        runId: 'run-1',
        answered: { question: 'continue', stepId: stepOfRun(talk), yes: true },
      },
    ]);
  });

  it('asks once more in a dialog before a step is sent again', () => {
    const talk = leftOpen(asks('repeat'));
    expect(kinds(talk.want(reply(talk, 'repeat', true)))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'repeat', yes: true })).toEqual([
      {
        kind: 'answer',
        runId: 'run-1',
        answered: { question: 'repeat', stepId: stepOfRun(talk), yes: true },
      },
    ]);
  });

  it('does not promise that a repeat is harmless where Azure gave no eTag', () => {
    const dialogAfter = (eTag: { readonly eTag?: string }) => {
      const talk = leftOpen((before) => [
        { kind: 'sending', stepId: stepIdOf(before), atInMs: minute(1), ...eTag },
        { kind: 'asked', question: 'repeat', stepId: stepIdOf(before), atInMs: minute(2) },
      ]);
      const [confirm] = talk.want(reply(talk, 'repeat', true));
      return confirm?.kind === 'confirm' ? words(confirm.detail) : '';
    };
    expect(dialogAfter({ eTag: '"e-1"' })).toContain('Azure refuses the second');
    expect(dialogAfter({})).toContain('the change would be made twice');
  });

  it('takes no answer to a question that it did not ask', () => {
    const talk = leftOpen(asks('continue'));
    expect(kinds(talk.want(reply(talk, 'repeat', true)))).toEqual(['log']);
  });

  it('takes no yes while changes are turned off, but a no', () => {
    const talk = leftOpen(asks('continue'));
    talk.tell({ kind: 'changesAllowed', allowed: false });
    expect(kinds(talk.want(reply(talk, 'continue', true)))).toEqual(['log']);
    expect(kinds(talk.want(reply(talk, 'continue', false)))).toEqual(['answer']);
  });

  it('can be left, and aborted after a dialog: two acts with two meanings', () => {
    const talk = started();
    talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk)) });
    const labels = talk.picture().run?.acts.map(({ label, meaning }) => `${words(label)}: ${words(meaning)}`);
    expect(labels).toEqual([
      expect.stringMatching(/^Stop watching: Azure carries on/),
      expect.stringMatching(/^Abort in Azure…: Azure is asked to drop the step/),
    ]);
    expect(kinds(talk.want({ kind: 'detach' }))).toEqual(['detach']);
    expect(kinds(talk.want({ kind: 'abort' }))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'abort', yes: true })).toEqual([
      { kind: 'abort', runId: 'run-1' },
    ]);
  });

  it('is aborted once: a second request, and one before anything was sent, are dropped', () => {
    const talk = started();
    talk.tell({ kind: 'runChanged', record: recordOf(talk, [{ kind: 'started', atInMs: minute(0) }]) });
    expect(kinds(talk.want({ kind: 'abort' }))).toEqual(['log']);
    const events: readonly RunEvent[] = [...begun(talk), { kind: 'abortRequested', atInMs: minute(2) }];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    expect(kinds(talk.want({ kind: 'abort' }))).toEqual(['log']);
  });

  it('is given up in the journal after a dialog, and only while nobody watches it', () => {
    const watched = started();
    watched.tell({ kind: 'runChanged', record: recordOf(watched, begun(watched)) });
    expect(kinds(watched.want({ kind: 'giveUp' }))).toEqual(['log']);
    const talk = leftOpen();
    expect(kinds(talk.want({ kind: 'giveUp' }))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'giveUp', yes: true })).toEqual([
      { kind: 'giveUp', runId: 'run-1' },
    ]);
  });

  it('whose record cannot be read hinders every start until the person decides', () => {
    const talk = converseAbout(readingOf(ownWithGateway));
    talk.want(ownGateway);
    talk.tell({
      kind: 'runs',
      runs: [{ kind: 'unreadable', runId: 'run-0', clusterKey: 'key', because: 'damaged' }],
    });
    expect(kinds(talk.wantStart())).toEqual(['log']);
    expect(talk.picture().footer.next).toMatchObject({ intent: { kind: 'giveUp' } });
    talk.want({ kind: 'giveUp' });
    expect(talk.tell({ kind: 'confirmed', question: 'giveUp', yes: true })).toEqual([
      { kind: 'giveUp', runId: 'run-0' },
    ]);
    expect(kinds(talk.wantStart())).toEqual(['log']);
    talk.tell({ kind: 'runs', runs: [] });
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('that was left is not watched, also when a last entry of the journal comes late', () => {
    const talk = started();
    talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk)) });
    talk.want({ kind: 'detach' });
    const events: readonly RunEvent[] = [...begun(talk), { kind: 'detached', atInMs: minute(2) }];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    expect(kinds(talk.want({ kind: 'detach' }))).toEqual(['log']);
    expect(kinds(talk.want({ kind: 'resume' }))).toEqual(['resume']);
  });

  it('held by another window was not started, and may be tried again', () => {
    const talk = started();
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'held', by: 'code on laptop', ageInMs: 60_000, canBeJudged: true },
    });
    expect(words(talk.picture().run?.more)).toContain('code on laptop');
    expect(kinds(talk.want({ kind: 'takeOver' }))).toEqual(['log']);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('held by nobody knows whom is taken over after a dialog, with the same plan', () => {
    const talk = started();
    const digest = talk.state().judgement?.digest;
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'held', by: 'another machine', ageInMs: 9e6, canBeJudged: false },
    });
    expect(kinds(talk.want({ kind: 'takeOver' }))).toEqual(['confirm']);
    expect(talk.tell({ kind: 'confirmed', question: 'takeOver', yes: true })).toMatchObject([
      { kind: 'start', order: { digest, evenIfHeld: true } },
    ]);
  });
});
