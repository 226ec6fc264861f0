import { describe, expect, it } from 'vitest';
import type { ClusterListing } from '../../src/core/inventory.js';
import { valueAt } from '../../src/core/json.js';
import { targetKeys } from '../../src/core/outbound-type.js';
import type { Window } from '../azure/rig.js';
import { find, never, rig } from '../azure/rig.js';
import { converse } from './conversation.js';
import { words } from './journal.js';
import { begun, gapsIn, migrated, opening, serve } from './sandbox-host.js';

async function clustersOf(window: Window): Promise<readonly ClusterListing[]> {
  const { tenants } = await window.azure.inventory(never());
  return tenants.flatMap(({ subscriptions }) => subscriptions.flatMap(({ clusters }) => clusters));
}

describe('a conversation on the sandbox', () => {
  it('takes every cluster of the tour through every choice in whole sentences', async () => {
    const world = rig();
    const window = world.open();
    const clusters = await clustersOf(window);
    expect(clusters.length).toBeGreaterThan(15);
    for (const cluster of clusters) {
      // The rig takes the same read again and again for a loop, unless time passes.
      world.clock.advance(1_000);
      const talk = converse(opening(cluster), null);
      await serve(talk, window);
      expect(talk.picture().choose?.choices.filter(({ reach }) => reach === 'today')).toHaveLength(1);
      for (const target of targetKeys) {
        const from = talk.asked.length;
        talk.want({ kind: 'choose', target });
        expect(gapsIn(talk.picture()), `${cluster.name} to ${target}, being read`).toEqual([]);
        await serve(talk, window, from);
        const picture = talk.picture();
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
        expect(gapsIn(picture), `${cluster.name} to ${target}`).toEqual([]);
      }
    }
  }, 60_000);

  it.each([
    // Its authorized ranges get the address that AKS chooses right after the change.
    ['shop-prod', 'managedNATGateway/Standard', 'passed'],
    ['ranges-staging', 'managedNATGateway/Standard', 'passed'],
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
    ['operation-fails', 'Step 1 failed in Azure', 'blocked', undefined],
    ['operation-canceled', 'Step 1 was canceled', 'warning', undefined],
    // A policy that is there before is found by the checks; this one comes between them and the start.
    [
      'tour',
      'The Azure policy "Public IP addresses need approval" forbids step 1',
      'blocked',
      { kind: 'policy', method: 'PUT', assignment: 'Public IP addresses need approval' },
    ],
  ] as const)(
    "explains '%s' with Azure's own words and a new plan as the way on",
    async (scenario, answer, mark, fault) => {
      const { talk } = await migrated(scenario, 'shop-prod', 'managedNATGateway/Standard', async (world) => {
        if (fault !== undefined) await world.fault(fault);
      });
      const { result, footer } = talk.picture();
      expect(words(result?.answer)).toBe(answer);
      expect(result?.mark).toBe(mark);
      expect(result?.azure?.message).toMatch(/\w/);
      expect(footer.next).toMatchObject({ intent: { kind: 'planAgain' } });
      expect(gapsIn(talk.picture())).toEqual([]);
    },
  );

  it.each([
    ['operation-fails', 'How traffic leaves is not known: the last operation failed'],
    ['operation-canceled', 'How traffic leaves is not known: the last operation was canceled'],
  ])("lets Azure finish what '%s' left, by a plan like any other", async (scenario, answer) => {
    const { talk, window, world } = await begun({
      scenario,
      name: 'shop-prod',
      target: 'managedNATGateway/Standard',
    });
    const read = talk.asked.length;
    talk.want({ kind: 'planAgain' });
    await serve(talk, window, read);
    const { today, plan, check, choose, footer } = talk.picture();
    expect(words(today?.answer)).toBe(answer);
    expect(words(today?.more)).toContain('Azure still reports 203.0.113.10 of the load balancer.');
    expect(today?.pools.every(({ path }) => path.icon === 'unknown')).toBe(true);
    expect(words(choose?.choices.find(({ reach }) => reach === 'today')?.reason)).toContain('finish');
    expect(plan?.steps.map(({ id }) => id)).toEqual(['reconcile', 'authorized-ranges-after']);
    expect(check?.groups.some(({ mark }) => mark === 'blocked')).toBe(false);
    expect(footer.next).toMatchObject({ intent: { kind: 'start' } });
    expect(gapsIn(talk.picture())).toEqual([]);

    const planned = talk.asked.length;
    talk.wantStart();
    await serve(talk, window, planned);
    const { result, today: after } = talk.picture();
    expect(words(result?.answer)).toMatch(/^Done in .*: the cluster leaves from 198\.51\.100\./);
    expect(result?.before).toEqual(['203.0.113.10']);
    expect(result?.differences).toEqual([]);
    // What was carried out is no choice any more: nothing blocks it for being there already.
    expect(talk.state().draft).toBeUndefined();
    expect(talk.picture().rail.some(({ mark }) => mark === 'blocked')).toBe(false);
    expect(words(after?.answer)).toBe('Traffic leaves as declared: a NAT gateway run by AKS');
    expect((await world.puts()).map(({ accepted }) => accepted)).toEqual([true, true, true]);
    expect(gapsIn(talk.picture())).toEqual([]);
  });

  it.each([
    ['shop-prod', undefined, ['192.0.2.0/26', '203.0.113.10/32', '198.51.100.1']],
    ['shop-prod', 'remove', ['192.0.2.0/26', '198.51.100.1']],
    ['ranges-staging', undefined, ['198.51.100.1']],
    ['ranges-staging', 'keep', ['203.0.113.83/32', '198.51.100.1']],
  ] as const)('lets in what AKS has chosen: %s, old addresses: %s', async (name, oldRanges, list) => {
    const world = rig();
    const window = world.open();
    const talk = converse(opening(await find(window, name)));
    await serve(talk, window);
    const read = talk.asked.length;
    talk.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    talk.want({ kind: 'typeName', name });
    if (oldRanges !== undefined) talk.want({ kind: 'configure', option: 'oldRanges', value: oldRanges });
    const { plan, check } = talk.picture();
    // What will be written is in sight before.
    const lines = plan?.steps.flatMap(({ diff }) => diff.map(({ sign, text }) => `${sign}${text.trim()}`));
    expect(lines?.join(' ')).toContain('+"<address AKS gives the NAT gateway>"');
    expect(JSON.stringify(check?.groups)).toContain('Nodes lose the API server for about');
    talk.wantStart();
    await serve(talk, window, read);
    const { result } = talk.picture();
    expect([words(result?.answer).slice(0, 8), result?.mark]).toEqual(['Done in ', 'passed']);
    expect(result?.differences).toEqual([]);
    expect(result?.left?.map(words).join(' ')).toContain('See that every node reports Ready again');
    const body = talk.state().reading.held?.reading.basis.body;
    expect(valueAt(body, ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'])).toEqual(list);
    expect(gapsIn(talk.picture())).toEqual([]);
  });

  it('says that nodes wait, where the step that lets them in waits for a person', async () => {
    const window = rig().open();
    const talk = converse(opening(await find(window, 'shop-prod')));
    await serve(talk, window);
    const read = talk.asked.length;
    talk.want({ kind: 'choose', target: 'managedNATGateway/Standard' });
    talk.want({ kind: 'typeName', name: 'shop-prod' });
    talk.wantStart();
    window.onSending = ({ url }) =>
      /publicIPAddresses/i.test(url) && window.bodies.length > 0
        ? new Response('{"error":{"code":"AuthorizationFailed","message":"No."}}', { status: 403 })
        : undefined;
    await serve(talk, window, read);
    expect(words(talk.picture().run?.question?.text)).toContain(
      'Nodes cannot reach the API server until it is done. It is not sent before you say so.',
    );
  });

  it('says that Azure refused what it was sent, because somebody else changed the cluster', async () => {
    const { talk, puts } = await migrated('somebody-else', 'shop-prod', 'managedNATGateway/Standard');
    const { result } = talk.picture();
    expect(words(result?.answer)).toBe(
      'Azure refused step 1, because somebody changed the cluster; nothing was changed',
    );
    expect(words(talk.picture().run?.stages[0]?.note)).toMatch(/^It was sent, and Azure refused it: /);
    expect(result?.azure?.code).toMatch(/EtagMismatch|PreconditionFailed/);
    expect(result?.differences?.length).toBeGreaterThan(0);
    expect(puts.filter(({ accepted }) => accepted)).toHaveLength(0);
  });
});
