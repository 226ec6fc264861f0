import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { ClusterListing } from '../../src/core/inventory.js';
import { say } from '../../src/core/message.js';
import type { TargetKey } from '../../src/core/outbound-type.js';
import { targetKeys } from '../../src/core/outbound-type.js';
import type { RunRecord } from '../../src/core/run-record.js';
import type { Effect } from '../../src/wizard/effect.js';
import type { SessionEvent } from '../../src/wizard/event.js';
import type { Opening } from '../../src/wizard/opening.js';
import type { Window } from '../azure/rig.js';
import { find, never, rig } from '../azure/rig.js';
import type { Conversation } from './conversation.js';
import { converse, sha256 } from './conversation.js';
import { words } from './journal.js';

// The session against the real Azure code and the sandbox: this file is the host.

const opening = (cluster: ClusterListing): Opening => ({
  world: { kind: 'sandbox', label: say('Sandbox') },
  cluster,
  changesAllowed: true,
});

/** Carries out what was asked for, as the host does, until nothing is left to do. The person says yes to everything. */
async function serve(talk: Conversation, { azure }: Window, from = 0): Promise<void> {
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
    case 'confirm':
      return { kind: 'confirmed', question: effect.question, yes: true };
    case 'start':
      return { kind: 'runReturned', outcome: await azure.runner.start(effect.order, watch) };
    default:
      return undefined;
  }
}

/** From opening the planner to the end of the run, with whatever the scenario brings. */
async function migrated(scenario: string, name: string, target: TargetKey) {
  const world = rig({ scenario });
  const window = world.open();
  const talk = converse(opening(await find(window, name)));
  await serve(talk, window);
  const read = talk.asked.length;
  talk.want({ kind: 'choose', target });
  talk.want({ kind: 'typeName', name });
  talk.wantStart();
  await serve(talk, window, read);
  return { talk, puts: await world.puts() };
}

async function clustersOf(window: Window): Promise<readonly ClusterListing[]> {
  const { tenants } = await window.azure.inventory(never());
  return tenants.flatMap(({ subscriptions }) => subscriptions.flatMap(({ clusters }) => clusters));
}

describe('a conversation on the sandbox', () => {
  it('takes every cluster of the tour through every choice in whole sentences', async () => {
    const window = rig().open();
    const clusters = await clustersOf(window);
    expect(clusters.length).toBeGreaterThan(15);
    for (const cluster of clusters) {
      const talk = converse(opening(cluster));
      await serve(talk, window);
      expect(talk.picture().choose?.choices.filter(({ reach }) => reach === 'today')).toHaveLength(1);
      for (const target of targetKeys) {
        talk.want({ kind: 'choose', target });
        const picture = talk.picture();
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
        expect(gapsIn(picture), `${cluster.name} to ${target}`).toEqual([]);
      }
    }
  });

  it.each([
    // Its authorized ranges cannot hold an address that AKS draws during the change.
    ['shop-prod', 'managedNATGateway/Standard', 'warning'],
    ['orders-prod', 'userAssignedNATGateway', 'passed'],
    ['payments-prod', 'userDefinedRouting', 'passed'],
  ] as const)('leads %s to %s, verified, with one PUT for each step', async (name, target, mark) => {
    const { talk, puts } = await migrated('tour', name, target);
    const picture = talk.picture();
    expect(words(picture.result?.answer)).toMatch(/^Done in /);
    expect(picture.result?.mark).toBe(mark);
    expect(picture.result?.verified.length).toBeGreaterThan(0);
    expect(puts).toHaveLength(picture.run?.stages.length ?? 0);
    expect(picture.run?.stages.every(({ mark }) => mark === 'passed')).toBe(true);
    expect(picture.choose?.choices.find(({ reach }) => reach === 'today')?.key).toBe(target);
    expect(gapsIn(picture)).toEqual([]);
  });

  it.each([
    ['operation-fails', 'Step 1 failed in Azure', 'blocked'],
    ['operation-canceled', 'Step 1 was canceled', 'warning'],
    ['policy', 'The Azure policy "Public IP addresses need approval" forbids step 1', 'blocked'],
  ] as const)(
    "explains '%s' with Azure's own words and a new plan as the way on",
    async (scenario, answer, mark) => {
      const { talk } = await migrated(scenario, 'shop-prod', 'managedNATGateway/Standard');
      const { result, footer } = talk.picture();
      expect(words(result?.answer)).toBe(answer);
      expect(result?.mark).toBe(mark);
      expect(result?.azure?.message).toMatch(/\w/);
      expect(footer.next).toMatchObject({ intent: { kind: 'planAgain' } });
      expect(gapsIn(talk.picture())).toEqual([]);
    },
  );

  it('says that somebody else changed the cluster, and sends nothing', async () => {
    const { talk, puts } = await migrated('somebody-else', 'shop-prod', 'managedNATGateway/Standard');
    const { result } = talk.picture();
    expect(words(result?.answer)).toMatch(/^Somebody changed the cluster/);
    expect(result?.differences?.length).toBeGreaterThan(0);
    expect(puts.filter(({ accepted }) => accepted)).toHaveLength(0);
  });
});

/** Messages that nobody filled in, wherever they stand. */
function gapsIn(value: unknown): readonly string[] {
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
