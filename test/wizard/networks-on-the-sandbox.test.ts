import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import { valueAt, type Json } from '../../src/core/json.js';
import type { TargetKey } from '../../src/core/outbound-type.js';
import type { Intent } from '../../src/wizard/intent.js';
import { find, rig, type Rig, type Window } from '../azure/rig.js';
import { converse, type Conversation } from './conversation.js';
import { words } from './journal.js';
import { gapsIn, opening, serve } from './sandbox-host.js';

type Option = Extract<Intent, { kind: 'configure' }>['option'];

/** One change from reading to result; the person says yes to everything. */
async function change(
  window: Window,
  name: string,
  target: TargetKey,
  options: Partial<Record<Option, string>> = {},
): Promise<Conversation> {
  const talk = converse(opening(await find(window, name)), null);
  await serve(talk, window);
  const read = talk.asked.length;
  talk.want({ kind: 'choose', target });
  for (const [option, value] of Object.entries(options) as readonly (readonly [Option, string])[])
    talk.want({ kind: 'configure', option, value });
  talk.want({ kind: 'typeName', name });
  await serve(talk, window, read);
  const settled = talk.asked.length;
  talk.wantStart();
  await serve(talk, window, settled);
  return talk;
}

const stagesOf = (talk: Conversation) =>
  talk.picture().run?.stages.map(({ stepId, mark }) => `${stepId}: ${mark}`);
const allPassed = (...ids: readonly string[]) => ids.map((id) => `${id}: passed`);
const leavesFrom = (talk: Conversation) => talk.picture().today?.addresses.map(({ address }) => address);
const waysOf = (talk: Conversation) => [
  ...new Set(talk.picture().today?.pools.map(({ path }) => words(path.name))),
];

/** What the sandbox received, in order: "PUT virtualNetworks/vnet-catalog/subnets/snet-apps". */
const sentTo = async (world: Rig) =>
  (await world.sandbox.writes())
    .filter(({ accepted }) => accepted)
    .map(({ method, path }) =>
      `${method} ${path.replace(/^.*\/providers\/microsoft\.\w+\//i, '').replace(/\?.*/, '')}`.toLowerCase(),
    );

describe('a plan that makes the network ready itself, on the sandbox', () => {
  it('creates address and gateway, lets them in, attaches both subnets, changes the type', async () => {
    const world = rig();
    const window = world.open();
    const talk = await change(window, 'catalog-prod', 'userAssignedNATGateway', { gatewayZone: '2' });
    expect(words(talk.picture().result?.answer)).toMatch(/^Done in /);
    expect(stagesOf(talk)).toEqual(
      allPassed(
        ...['create-address', 'create-gateway', 'authorized-ranges', 'attach-gateway-1', 'attach-gateway-2'],
        ...['outbound-type', 'tighten-ranges'],
      ),
    );
    expect(await sentTo(world)).toEqual([
      'put publicipaddresses/pip-ng-catalog-prod',
      'put natgateways/ng-catalog-prod',
      'put managedclusters/catalog-prod',
      'put virtualnetworks/vnet-catalog/subnets/snet-system',
      'put virtualnetworks/vnet-catalog/subnets/snet-apps',
      'put managedclusters/catalog-prod',
      'put managedclusters/catalog-prod',
    ]);
    const again = converse(opening(await find(window, 'catalog-prod')), null);
    await serve(again, window);
    const [address] = leavesFrom(again) ?? [];
    expect(again.state().reading.held?.reading.basis.body).toMatchObject({
      properties: {
        networkProfile: { outboundType: 'userAssignedNATGateway' },
        apiServerAccessProfile: {
          authorizedIPRanges: ['192.0.2.0/26', expect.stringMatching(new RegExp(`^${address ?? '-'}`))],
        },
      },
    });
    expect(gapsIn(talk.picture())).toEqual([]);
    expect(JSON.stringify(talk.picture())).not.toContain('$from');
    // Each subnet by its name.
    const verified = talk.picture().result?.verified.map(words) ?? [];
    expect(verified).toHaveLength(talk.picture().run?.stages.length ?? 0);
    for (const subnet of ['snet-system', 'snet-apps'])
      expect(verified.join('\n')).toMatch(
        new RegExp(`Step \\d, subnet ${subnet}: natGateway.id is natGateways/ng-catalog-prod`),
      );
    // The new address was let in before, so nothing is left to be let in.
    expect(JSON.stringify(talk.picture().result?.left)).not.toContain('NotReady');
    const [made] = talk.state().run?.record?.found ?? [];
    expect(JSON.stringify(talk.picture().result?.verified)).toContain(
      JSON.stringify(made?.value).slice(1, -1),
    );
  });

  it('takes the way on: from that gateway to a firewall, and back to the load balancer', async () => {
    const world = rig();
    const window = world.open();
    await change(window, 'returns-prod', 'userAssignedNATGateway');
    const routed = await change(window, 'returns-prod', 'userDefinedRouting', { firewall: '10.90.250.4' });
    expect(stagesOf(routed)).toEqual(allPassed('default-route-1', 'outbound-type'));
    expect(words(routed.picture().result?.answer)).toMatch(/^Done in /);
    expect(routed.picture().plan?.stays.map(words).join(' ')).toMatch(
      /answers would leave through the firewall.*NAT gateway ng-returns-prod stays with its addresses, unused/,
    );
    const gateway = await change(window, 'returns-prod', 'userAssignedNATGateway');
    expect(stagesOf(gateway)).toEqual(allPassed('outbound-type', 'remove-route-1'));
    const balancer = await change(window, 'returns-prod', 'loadBalancer');
    expect(stagesOf(balancer)).toEqual(allPassed('outbound-type', 'detach-gateway-1'));
    const again = converse(opening(await find(window, 'returns-prod')), null);
    await serve(again, window);
    expect(waysOf(again)).toEqual(['Load balancer']);
    // The table has its own route still, and nothing was deleted but the default route.
    expect(JSON.stringify(again.state().reading.held?.reading.network)).toContain('"to-hub"');
    const deleted = (await sentTo(world)).filter((sent) => sent.startsWith('delete'));
    expect(deleted).toEqual(['delete routetables/rt-returns/routes/aks-egress-default']);
  });

  it('makes a route table where there is none, and leaves the pods’ routes of kubenet in their table', async () => {
    const world = rig();
    const window = world.open();
    const talk = await change(window, 'catalog-prod', 'userDefinedRouting', { firewall: '10.70.250.4' });
    expect(stagesOf(talk)).toEqual(
      allPassed('create-table', 'associate-table-1', 'associate-table-2', 'outbound-type'),
    );
    const kubenet = await change(window, 'kubenet-staging', 'userDefinedRouting', {
      firewall: '10.50.250.4',
    });
    expect(stagesOf(kubenet)).toEqual(allPassed('default-route-1', 'outbound-type'));
    const again = converse(opening(await find(window, 'kubenet-staging')), null);
    await serve(again, window);
    expect(JSON.stringify(again.state().reading.held?.reading.network)).toContain('"node-1"');
  });

  it('takes a gateway that stands beside the network, and changes nothing else of the subnet', async () => {
    const world = rig();
    const window = world.open();
    const before = converse(opening(await find(window, 'returns-prod')), null);
    await serve(before, window);
    const subnetIn = (talk: Conversation) =>
      Object.entries(talk.state().reading.held?.reading.network ?? {}).find(([key]) =>
        key.includes('/subnets/'),
      )?.[1];
    await change(window, 'returns-prod', 'userAssignedNATGateway');
    const after = converse(opening(await find(window, 'returns-prod')), null);
    await serve(after, window);
    const without = (body: Json | undefined) =>
      applyEdits(valueAt(body, ['properties']) ?? null, [{ op: 'remove', path: ['natGateway'] }]);
    expect(valueAt(subnetIn(after), ['properties', 'natGateway', 'id'])).toBeDefined();
    expect(without(subnetIn(after))).toEqual(without(subnetIn(before)));
  });
});
