import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import { say } from '../../src/core/message.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { RunEvent, RunRecord } from '../../src/core/run-record.js';
import type { Surroundings } from '../../src/core/surroundings.js';
import type { Effect } from '../../src/wizard/effect.js';
import type { SessionEvent } from '../../src/wizard/event.js';
import type { Intent } from '../../src/wizard/intent.js';
import type { Opening } from '../../src/wizard/opening.js';
import type { Session } from '../../src/wizard/session.js';
import { openSession, step } from '../../src/wizard/step.js';
import { view } from '../../src/wizard/view.js';
import { calmAround } from '../fakes/calm-around.js';
import { subscriptionId, tenantId } from '../fakes/cluster-sketch.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Written at noon, read at noon: `timeOfDay` in UTC. */
export const noonInMs = Date.UTC(2026, 10, 23, 12);
export const at = (nowInMs = noonInMs) => ({
  nowInMs,
  timeOfDay: (atInMs: number) => new Date(atInMs).toISOString().slice(11, 16),
  wallTimeOf: (atInMs: number) => atInMs,
});

export const openingFor = (reading: ClusterReading, more: Partial<Opening> = {}): Opening => ({
  world: { kind: 'azure', label: say('Azure') },
  cluster: {
    id: reading.facts.id,
    name: reading.facts.name,
    resourceGroup: `rg-${reading.facts.name}`,
    subscriptionId,
    subscriptionName: 'Contoso Payments',
    tenantId,
    location: 'westeurope',
  },
  changesAllowed: true,
  ...more,
});

/** A host that answers digests and what stands around the cluster at once, and keeps everything that it was asked for. */
export interface Conversation {
  readonly state: () => Session;
  readonly picture: (nowInMs?: number) => ReturnType<typeof view>;
  /** Everything asked of the host so far. */
  readonly asked: readonly Effect[];
  readonly tell: (event: SessionEvent) => readonly Effect[];
  readonly want: (intent: Intent) => readonly Effect[];
  /** The start of the plan that is on the screen. */
  readonly wantStart: () => readonly Effect[];
}

/** `around`: what stands around the cluster; null where the test tells it itself, or nobody does. */
export function converse(
  opening: Opening,
  around: ((facts: ClusterFacts) => Surroundings) | null = calmAround,
): Conversation {
  const asked: Effect[] = [];
  const opened = openSession(opening);
  let state = opened.state;
  const take = (effects: readonly Effect[]): void => {
    asked.push(...effects);
    for (const effect of effects) {
      if (effect.kind === 'digest')
        tell({ kind: 'digested', generation: effect.generation, digest: sha256(effect.text) });
      if (effect.kind === 'readAround' && around !== null)
        tell({
          kind: 'aroundRead',
          generation: effect.generation,
          parts: effect.parts,
          around: around(effect.reading.facts),
        });
    }
  };
  const tell = (event: SessionEvent): readonly Effect[] => {
    const moved = step(state, event);
    state = moved.state;
    take(moved.effects);
    return moved.effects;
  };
  const want = (intent: Intent) => tell({ kind: 'intent', intent });
  const picture = (nowInMs?: number) => view(state, at(nowInMs));
  take(opened.effects);
  return {
    state: () => state,
    picture,
    asked,
    tell,
    want,
    wantStart: () => want({ kind: 'start', digest: picture().plan?.digest ?? '' }),
  };
}

/** The answer to the newest question for a reading. */
export function readOf(conversation: Conversation, reading: ClusterReading): SessionEvent {
  const asked = conversation.asked.findLast((effect) => effect.kind === 'read');
  return {
    kind: 'read',
    generation: asked?.generation ?? 0,
    reading,
    bodyDigest: sha256(canonicalJson(reading.basis.body)),
  };
}

/** A conversation whose cluster was read. */
export function converseAbout(reading: ClusterReading, more: Partial<Opening> = {}): Conversation {
  const conversation = converse(openingFor(reading, more));
  conversation.tell(readOf(conversation, reading));
  return conversation;
}

/** A conversation whose plan was confirmed and is being started. */
export function startedAbout(
  reading: ClusterReading,
  target: Intent & { kind: 'choose' },
  more: Partial<Opening> = {},
): Conversation {
  const conversation = converseAbout(reading, more);
  conversation.want(target);
  conversation.want({ kind: 'typeName', name: reading.facts.name });
  conversation.wantStart();
  conversation.tell({ kind: 'confirmed', question: 'start', yes: true });
  return conversation;
}

/** The journal of the run that the conversation started, after these events. */
export function recordOf(
  conversation: Conversation,
  events: readonly RunEvent[],
  runId = 'run-1',
): RunRecord {
  const order = conversation.asked.findLast((effect) => effect.kind === 'start')?.order;
  if (order === undefined) throw new Error('nothing was started');
  const { opening } = conversation.state();
  return {
    version: 1,
    runId,
    world: opening.world.kind,
    cloud: 'AzureCloud',
    armHost: 'https://management.azure.com',
    account: 'somebody@contoso.com',
    tenantId,
    clusterId: opening.cluster.id,
    clusterName: opening.cluster.name,
    plan: order.plan,
    digest: order.digest,
    before: {
      body: order.reading.basis.body,
      outboundType: order.plan.from.outboundType,
      addresses: order.addressesBefore,
    },
    events,
  };
}
