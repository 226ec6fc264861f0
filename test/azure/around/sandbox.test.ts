import { describe, expect, it } from 'vitest';
import { allows } from '../../../src/core/permission.js';
import { valueOf, type Fact } from '../../../src/core/fact.js';
import { locksOn } from '../../../src/core/locks-on.js';
import { partsFor } from '../../../src/core/surroundings-wanted.js';
import type { ClusterListing } from '../../../src/core/inventory.js';
import type { Target } from '../../../src/core/target.js';
import { find, never, rig, type Window } from '../rig.js';

const targets: readonly Target[] = [
  { outboundType: 'loadBalancer' },
  { outboundType: 'managedNATGateway', sku: 'Standard' },
  { outboundType: 'userAssignedNATGateway' },
  { outboundType: 'userDefinedRouting' },
  { outboundType: 'none' },
  { outboundType: 'block' },
];

/** Every fact of the first level: parts that are one fact, and the members of parts that are several. */
const factsIn = (found: object): readonly Fact<unknown>[] =>
  Object.values(found).flatMap((part: object) =>
    'kind' in part ? [part as Fact<unknown>] : (Object.values(part) as Fact<unknown>[]),
  );

const clustersOf = async (window: Window): Promise<readonly ClusterListing[]> =>
  (await window.azure.inventory(never())).tenants.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((one) => one.clusters),
  );

describe('what stands around the clusters of the tour', () => {
  it('is known for every cluster and every target, by routes that the sandbox has, and writes nothing', async () => {
    const world = rig();
    const window = world.open();
    for (const cluster of await clustersOf(window)) {
      // The rig takes the same read again and again for a loop, unless time passes.
      world.clock.advance(1_000);
      const reading = await window.azure.read(cluster, never());
      for (const target of targets) {
        const found = await window.azure.around(reading, partsFor(reading.facts, target), never());
        const lacking = factsIn(found).filter(({ kind }) => kind === 'unknown');
        expect(lacking, `${cluster.name} to ${target.outboundType}`).toEqual([]);
      }
    }
    expect(await world.sandbox.unknownRequests()).toEqual([]);
    expect(await world.sandbox.writes()).toEqual([]);
  });

  it('costs few requests: at most a dozen beside the reading, and more only where there is more network', async () => {
    const world = rig();
    const window = world.open();
    for (const cluster of await clustersOf(window)) {
      world.clock.advance(1_000);
      const reading = await window.azure.read(cluster, never());
      const inNetwork = [reading.facts.subnets, reading.facts.natGateways, reading.facts.routeTables];
      const size = inNetwork.reduce((sum, nodes) => sum + Object.keys(nodes).length, 0);
      for (const target of targets) {
        window.requests.length = 0;
        await window.azure.around(reading, partsFor(reading.facts, target), never());
        expect(window.requests.length, `${cluster.name} to ${target.outboundType}`).toBeLessThanOrEqual(
          12 + 3 * size,
        );
      }
    }
  });

  it('finds the firewall that traffic of a cluster goes through, and what it lets out', async () => {
    const window = rig().open();
    const reading = await window.azure.read(await find(window, 'payments-prod'), never());
    const parts = partsFor(reading.facts, { outboundType: 'userDefinedRouting' });
    const around = await window.azure.around(reading, parts, never());
    expect(valueOf(around.firewalls!)).toMatchObject([
      {
        name: 'fw-payments',
        privateAddresses: ['10.20.0.4'],
        provisioningState: { value: 'Succeeded' },
        allows: { value: { fqdnTags: ['AzureKubernetesService'], destinations: ['AzureCloud.WestEurope'] } },
      },
    ]);
    const [subnet] = Object.keys(reading.facts.subnets);
    const roles = valueOf(around.identityRoles![subnet!]!) ?? [];
    const join = 'Microsoft.Network/virtualNetworks/subnets/join/action';
    expect(roles.some(({ permissions }) => allows(valueOf(permissions) ?? [], join))).toBe(true);
    expect(valueOf(around.dependencies!)?.some(({ domainName }) => domainName === 'mcr.microsoft.com')).toBe(
      true,
    );
  });

  it('tells a policy that would forbid the new addresses', async () => {
    const world = rig();
    const window = world.open();
    const reading = await window.azure.read(await find(window, 'shop-prod'), never());
    expect(
      valueOf(
        (await window.azure.around(reading, ['policies'], never())).policies![
          'microsoft.network/natgateways'
        ]!,
      ),
    ).toEqual([]);
    await world.fault({ kind: 'policy', assignment: 'no-public-addresses' });
    const { policies } = await window.azure.around(reading, ['policies'], never());
    expect(valueOf(policies!['microsoft.network/publicipaddresses']!)).toMatchObject([
      { effect: 'Deny', policyAssignmentId: expect.stringContaining('no-public-addresses') as unknown },
    ]);
  });

  it('keeps each part that is denied as a reason in its place', async () => {
    const world = rig();
    const window = world.open();
    const reading = await window.azure.read(await find(window, 'payments-prod'), never());
    const body = { error: { code: 'AuthorizationFailed', message: 'You may not.' } };
    for (const path of ['/locks', '/permissions', '/usages'])
      await world.fault({ kind: 'refuse', path, status: 403, body });
    const around = await window.azure.around(
      reading,
      ['locks', 'permissions', 'networkUsages', 'maintenance'],
      never(),
    );
    const unknown = { kind: 'unknown', reason: 'denied' };
    expect(locksOn(around, reading.facts.id)).toMatchObject(unknown);
    expect(around.permissions![reading.facts.id]).toMatchObject(unknown);
    expect(around.networkUsages).toMatchObject(unknown);
    expect(around.maintenance?.kind).toBe('known');
  });
});
