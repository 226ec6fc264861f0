import type { Message } from '../../src/core/message.js';
import { format } from '../../src/core/message.js';
import type { RunEvent } from '../../src/core/run-record.js';
import type { Effect } from '../../src/wizard/effect.js';
import { ownWithGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import type { Conversation } from './conversation.js';
import { converseAbout, noonInMs, recordOf, startedAbout } from './conversation.js';

export const ownGateway = { kind: 'choose', target: 'userAssignedNATGateway' } as const;
export const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
export const words = (message: Message | undefined) => (message === undefined ? '' : format(message));
export const started = () => startedAbout(readingOf(ownWithGateway), ownGateway);
/** The first step of the run that a conversation is about. */
export const stepOfRun = (talk: Conversation): string => talk.state().run!.record!.plan.steps[0]!.id;

export const stepIdOf = (talk: Conversation) => recordOf(talk, []).plan.steps[0]!.id;

/** Minutes after noon. */
export const minute = (minutes: number) => noonInMs + minutes * 60_000;

export const begun = (talk: Conversation): readonly RunEvent[] => [
  { kind: 'started', atInMs: minute(0) },
  { kind: 'sending', stepId: stepIdOf(talk), atInMs: minute(0) },
  { kind: 'accepted', stepId: stepIdOf(talk), status: 200, atInMs: minute(1) },
];

export const allDone = (talk: Conversation): readonly RunEvent[] => [
  ...begun(talk),
  ...recordOf(talk, []).plan.steps.map(({ id }): RunEvent => ({
    kind: 'stepEnded',
    stepId: id,
    end: 'succeeded',
    atInMs: minute(3),
  })),
  {
    kind: 'ended',
    end: 'succeeded',
    outboundType: 'userAssignedNATGateway',
    addresses: ['192.0.2.7'],
    atInMs: minute(3),
  },
];

/** The run left open: nobody in this window watches it. */
export function leftOpen(more: (talk: Conversation) => readonly RunEvent[] = () => []): Conversation {
  const before = started();
  const record = recordOf(before, [...begun(before), ...more(before)]);
  const talk = converseAbout(readingOf(ownWithGateway));
  talk.tell({ kind: 'runs', runs: [{ kind: 'record', record }] });
  return talk;
}

export const asks =
  (question: 'continue' | 'repeat') =>
  (talk: Conversation): readonly RunEvent[] => [
    { kind: 'asked', question, stepId: stepIdOf(talk), atInMs: minute(2) },
  ];
