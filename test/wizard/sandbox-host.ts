import { canonicalJson } from '../../src/core/canonical-json.js';
import type { ClusterListing } from '../../src/core/inventory.js';
import { say } from '../../src/core/message.js';
import type { TargetKey } from '../../src/core/outbound-type.js';
import type { RunRecord } from '../../src/core/run-record.js';
import type { Effect } from '../../src/wizard/effect.js';
import type { SessionEvent } from '../../src/wizard/event.js';
import type { Opening } from '../../src/wizard/opening.js';
import type { Rig, Window } from '../azure/rig.js';
import { find, never, rig } from '../azure/rig.js';
import type { Conversation } from './conversation.js';
import { converse, sha256 } from './conversation.js';
import { words } from './journal.js';

// The session against the real Azure code and the sandbox: this file is the host.

export const opening = (cluster: ClusterListing): Opening => ({
  world: { kind: 'sandbox', label: say('Sandbox') },
  cluster,
  changesAllowed: true,
});

/** Carries out what was asked for, as the host does, until nothing is left to do. The person says yes to everything. */
export async function serve(talk: Conversation, { azure }: Window, from = 0): Promise<void> {
  for (let next = from; next < talk.asked.length; next++) {
    const event = await answerOf(talk.asked[next]!, talk, azure);
    if (event !== undefined) talk.tell(event);
  }
}

async function answerOf(
  effect: Effect,
  talk: Conversation,
  azure: Window['azure'],
): Promise<SessionEvent | undefined> {
  const watch = {
    signal: never(),
    onChange: (record: RunRecord) => {
      talk.tell({ kind: 'runChanged', record });
      talk.picture();
    },
  };
  switch (effect.kind) {
    case 'read': {
      const reading = await azure.read(talk.state().opening.cluster, never());
      const bodyDigest = sha256(canonicalJson(reading.basis.body));
      return { kind: 'read', generation: effect.generation, reading, bodyDigest };
    }
    case 'readAround': {
      const { generation, reading, parts } = effect;
      const around = await azure.around(reading, parts, never());
      return { kind: 'aroundRead', generation, parts, around };
    }
    case 'confirm':
      return { kind: 'confirmed', question: effect.question, yes: true };
    case 'start':
      return { kind: 'runReturned', outcome: await azure.runner.start(effect.order, watch) };
    default:
      return undefined;
  }
}

type Meanwhile = (world: Rig) => Promise<void>;
const nothing: Meanwhile = () => Promise.resolve();

/**
 * From opening the planner to the end of the run, with whatever the scenario brings, and what comes up between the
 * checks and the start.
 */
export async function migrated(scenario: string, name: string, target: TargetKey, meanwhile = nothing) {
  const { talk, world } = await begun({ scenario, name, target, meanwhile });
  return { talk, puts: await world.puts() };
}

/** The same, to go on from there. */
export async function begun(order: {
  readonly scenario: string;
  readonly name: string;
  readonly target: TargetKey;
  readonly meanwhile?: Meanwhile;
}) {
  const { scenario, name, target, meanwhile = nothing } = order;
  const world = rig({ scenario });
  const window = world.open();
  const talk = converse(opening(await find(window, name)), null);
  await serve(talk, window);
  const read = talk.asked.length;
  talk.want({ kind: 'choose', target });
  talk.want({ kind: 'typeName', name });
  await serve(talk, window, read);
  const settled = talk.asked.length;
  await meanwhile(world);
  talk.wantStart();
  await serve(talk, window, settled);
  return { talk, window, world };
}

/** Messages that nobody filled in, wherever they stand. */
export function gapsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('template' in value && typeof value.template === 'string') {
    const text = words(value as Parameters<typeof words>[0]);
    return /\{\w+\}|undefined|\[object| {2}|[.;:][,;.]|(?:\b(?:from|to) )(?:Load|Your|NAT gateway run|Zone|No outbound|Blocked)/.test(
      text,
    )
      ? [text]
      : [];
  }
  return Object.values(value).flatMap(gapsIn);
}
