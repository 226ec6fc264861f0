import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/core/refusal.js';
import type { RunEvent, StepEnd } from '../../src/core/run-record.js';
import { view } from '../../src/wizard/view.js';
import { ownLoadBalancer } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import type { Conversation } from './conversation.js';
import { at, converseAbout, recordOf, startedAbout } from './conversation.js';
import { begun, minute, started, stepIdOf, words } from './journal.js';

const refused = (status: number, code: string): Refusal => ({ status, code, message: 'No.' });

/** What a run's picture says after its first step ended like this. */
function told(talk: Conversation, before: readonly RunEvent[], end: StepEnd, azure?: Refusal) {
  const events: readonly RunEvent[] = [
    ...before,
    {
      kind: 'stepEnded',
      stepId: stepIdOf(talk),
      end,
      ...(azure === undefined ? {} : { azure }),
      atInMs: minute(2),
    },
    { kind: 'ended', end, atInMs: minute(2) },
  ];
  talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, events) } });
  const { result, run } = talk.picture();
  return { answer: words(result?.answer), note: words(run?.stages[0]?.note) };
}

const looked = (talk: Conversation): readonly RunEvent[] => [
  { kind: 'started', atInMs: minute(0) },
  { kind: 'reading', stepId: stepIdOf(talk), atInMs: minute(0) },
];
const sent = (talk: Conversation): readonly RunEvent[] => [
  ...looked(talk),
  { kind: 'sending', stepId: stepIdOf(talk), atInMs: minute(0) },
];

describe('a step that met something that was not as planned', () => {
  it('was not sent where our own look found it', () => {
    const talk = started();
    const { answer, note } = told(talk, looked(talk), 'stale');
    expect(answer).toBe('Somebody changed the cluster, so step 1 was not sent');
    expect(note).toMatch(/so nothing was sent\.$/);
  });

  it.each([
    [412, 'PreconditionFailed', 'because somebody changed the cluster'],
    [409, 'OperationNotAllowed', 'because the cluster takes no change now'],
  ])('was sent and refused where Azure answered %i %s', (status, code, why) => {
    const talk = started();
    const { answer, note } = told(talk, sent(talk), 'stale', refused(status, code));
    expect(answer).toBe(`Azure refused step 1, ${why}; nothing was changed`);
    expect(note).toMatch(/^It was sent, and Azure refused it/);
  });

  it('is not said to have been kept back where its answer was lost', () => {
    const talk = started();
    const lost: RunEvent = { kind: 'lost', stepId: stepIdOf(talk), atInMs: minute(1) };
    const { answer, note } = told(talk, [...sent(talk), lost], 'stale');
    expect(answer).toBe('No answer came to step 1, and somebody has changed the cluster since');
    expect(note).toContain('whether it arrived cannot be told');
  });
});

describe('a refusal of our own', () => {
  it("is not called Azure's: the step never left", () => {
    const talk = started();
    const { answer, note } = told(talk, looked(talk), 'refused', { message: 'It would touch tags.' });
    expect(answer).toBe('Step 1 was not sent');
    expect(note).toBe('This step was not sent.');
  });
});

describe('a step beside the cluster', () => {
  const beside = (): Conversation => {
    const reading = readingOf(ownLoadBalancer);
    const talk = startedAbout(reading, { kind: 'choose', target: 'userAssignedNATGateway' });
    expect(talk.state().run).toBeDefined();
    return talk;
  };

  it.each([
    ['create-address', 'public address pip-'],
    ['create-gateway', 'NAT gateway ng-'],
    ['attach-gateway-1', 'subnet snet-'],
    ['outbound-type', 'the cluster'],
  ])('names what it changes, not the cluster: %s', (stepId, thing) => {
    const talk = beside();
    const record = recordOf(talk, []);
    expect(record.plan.steps.map(({ id }) => id)).toContain(stepId);
    const noteAfter = (...events: readonly RunEvent[]) => {
      const before: readonly RunEvent[] = [{ kind: 'started', atInMs: minute(0) }];
      const again = converseAbout(readingOf(ownLoadBalancer));
      again.tell({
        kind: 'runs',
        runs: [{ kind: 'record', record: { ...record, events: [...before, ...events] } }],
      });
      return words(again.picture().run?.stages.find((stage) => stage.stepId === stepId)?.note);
    };
    const at = { stepId, atInMs: minute(1) } as const;
    expect(noteAfter({ kind: 'reading', ...at })).toContain(thing);
    expect(noteAfter({ kind: 'lost', ...at })).toContain(`whether ${thing}`);
    expect(noteAfter({ kind: 'waiting', reason: 'busy', ...at })).toContain(`under way on ${thing}`);
    expect(noteAfter({ kind: 'stepEnded', end: 'unverified', ...at })).toContain(`but ${thing}`);
    expect(noteAfter({ kind: 'stepEnded', end: 'stale', ...at })).toContain(thing);
  });
});

describe('times of a run', () => {
  it('are of one clock, though the sandbox runs faster than the watch on the wall', () => {
    const talk = started();
    const events: readonly RunEvent[] = [
      ...begun(talk),
      {
        kind: 'waiting',
        reason: 'throttled',
        untilInMs: minute(6),
        stepId: stepIdOf(talk),
        atInMs: minute(2),
      },
    ];
    talk.tell({ kind: 'runChanged', record: recordOf(talk, events) });
    const wallTimeOf = (atInMs: number) => minute(0) + (atInMs - minute(0)) / 2;
    const picture = view(talk.state(), {
      ...at(minute(4)),
      wallTimeOf,
      timeOfDay: (atInMs) => at().timeOfDay(wallTimeOf(atInMs)),
    });
    const [stage] = picture.run?.stages ?? [];
    expect(words(picture.run?.more)).toContain('Running for 2 min 0 s.');
    expect(words(stage?.time)).toBe('2 min 0 s');
    expect(words(stage?.note)).toContain('Next look at 12:03.');
  });
});

describe('what may be asked of a step', () => {
  it('is told of the thing that stands as before', () => {
    const talk = started();
    const asked: RunEvent = {
      kind: 'asked',
      question: 'repeat',
      stepId: stepIdOf(talk),
      atInMs: minute(2),
    };
    talk.tell({
      kind: 'runReturned',
      outcome: { kind: 'open', record: recordOf(talk, [...begun(talk).slice(0, 2), asked]) },
    });
    expect(words(talk.picture().run?.question?.text)).toContain('the cluster stands as before');
  });
});
