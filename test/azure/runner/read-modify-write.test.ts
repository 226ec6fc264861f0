import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edits.js';
import { isJsonObject, valueAt, type Json } from '../../../src/core/json.js';
import type { Edit, NetworkPut, Send } from '../../../src/core/plan.js';
import { announceUnknown } from '../../fakes/unknown-routes.js';
import { toManagedNatGateway } from '../orders.js';
import { attach, besideTheCluster, detach, staging, stagingId, type TestStep } from '../own-network.js';
import { kinds, recordOf, rig, watching } from '../rig.js';

const place = staging(stagingId);

/** All that a subnet can have, and something that nobody knows yet. */
const full: Json = {
  name: 'snet-aks',
  id: place.subnet,
  etag: 'W/"8f1c6c1e-0000-4000-8000-000000000001"',
  type: 'Microsoft.Network/virtualNetworks/subnets',
  properties: {
    provisioningState: 'Succeeded',
    addressPrefixes: ['10.60.0.0/20', 'fd00::/64'],
    networkSecurityGroup: { id: '/subscriptions/x/nsg' },
    routeTable: { id: '/subscriptions/x/rt' },
    natGateway: { id: '/subscriptions/x/ng-old' },
    serviceEndpoints: [{ provisioningState: 'Succeeded', service: 'Microsoft.Sql', locations: ['*'] }],
    serviceEndpointPolicies: [{ id: '/subscriptions/x/policy' }],
    delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms', actions: ['a'] } }],
    ipConfigurations: [{ id: '/subscriptions/x/nic/1' }, { id: '/subscriptions/x/nic/2' }],
    ipConfigurationProfiles: [{ id: '/subscriptions/x/profile' }],
    privateEndpoints: [{ id: '/subscriptions/x/pe' }],
    privateEndpointNetworkPolicies: 'Enabled',
    privateLinkServiceNetworkPolicies: 'Disabled',
    applicationGatewayIPConfigurations: [{ id: '/subscriptions/x/agw' }],
    ipAllocations: [{ id: '/subscriptions/x/allocation' }],
    defaultOutboundAccess: false,
    sharingScope: 'Tenant',
    somethingNew: { nested: [1, null, { kept: 'as it is' }], empty: {}, nothing: null },
  },
};

const folder = path.join(import.meta.dirname, '../../../../shared/data/recordings');
const recording = path.join(folder, 'network-subnet-vnet.json');

/** Bodies of a recording's answers. */
function recordedBodies(file: string): readonly Json[] {
  if (!existsSync(file)) return [];
  const { exchanges } = JSON.parse(readFileSync(file, 'utf8')) as {
    exchanges: readonly { response?: { body: Json } }[];
  };
  return exchanges.flatMap(({ response }) => {
    const body = typeof response?.body === 'string' ? parsed(response.body) : response?.body;
    return isJsonObject(body) ? [body] : [];
  });
}

/** Subnets as Azure has answered with them. */
function recordedSubnets(): readonly (readonly [string, Json])[] {
  const bodies = recordedBodies(recording).flatMap((body) => {
    const isAtRest = valueAt(body, ['properties', 'provisioningState']) === 'Succeeded';
    const isSubnet = /\/subnets\//i.test(JSON.stringify(valueAt(body, ['id']) ?? ''));
    return isAtRest && isSubnet ? [body] : [];
  });
  return bodies.map((body, index) => [`recorded subnet ${index + 1}`, body]);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** Sends the step over a subnet with this body, and answers what left. */
async function sentOver(body: Json, step: TestStep) {
  // The closing read asks for what this subnet refers to.
  announceUnknown(/^GET [/]subscriptions[/]x[/]/);
  const world = rig();
  const window = world.open();
  const left: { readonly body: Json; readonly ifMatch: string | null }[] = [];
  window.onSending = async (request) => {
    if (!request.url.includes('/subnets/')) return undefined;
    if (request.method === 'GET') return Response.json(body);
    left.push({ body: (await request.json()) as Json, ifMatch: request.headers.get('if-match') });
    return Response.json({ error: { code: 'Enough', message: 'Enough.' } }, { status: 400 });
  };
  const order = await world.order(window, 'batch-staging', besideTheCluster(step));
  const record = recordOf(await window.azure.runner.start(order, watching().watch));
  return { left, record };
}

const edits = (step: { readonly send?: unknown }): readonly Edit[] => (step.send as NetworkPut).edits;

describe.each([['a subnet with everything', full] as const, ...recordedSubnets()])('%s', (_what, body) => {
  it.each([
    ['gets a gateway', attach(place)],
    ['loses its gateway', detach(place)],
  ] as const)('%s, and loses nothing else that it had', async (_act, step) => {
    const { left } = await sentOver(body, step);
    const isAsWanted = JSON.stringify(applyEdits(body, edits(step))) === JSON.stringify(body);
    // Without a gateway there is none to lose: nothing is sent.
    expect(left).toHaveLength(isAsWanted ? 0 : 1);
    const [request] = left;
    if (request === undefined) return;
    const { body: sent, ifMatch } = request;
    expect(ifMatch).toBe(valueAt(body, ['etag']));
    expect(without(sent)).toEqual(without(body));
    expect(valueAt(sent, ['properties', 'natGateway'])).toEqual(
      step.id === 'attach-gateway' ? { id: place.gateway } : undefined,
    );
  });
});

function without(body: Json): Json {
  const properties = { ...(valueAt(body, ['properties']) as object) } as Record<string, Json>;
  delete properties['natGateway'];
  return { ...(body as object), properties };
}

/** Clusters as Azure has answered with them, at rest. */
function recordedClusters(): readonly (readonly [string, Json])[] {
  const names = ['aks-crud-2026', 'aks-managednatgateway-create-and-scale-ips', 'aks-list'];
  const bodies = names.flatMap((name) =>
    recordedBodies(path.join(folder, `${name}.json`)).filter(
      (body) =>
        /\/managedclusters\/[^/]+$/i.test(JSON.stringify(valueAt(body, ['id']) ?? '').slice(1, -1)) &&
        valueAt(body, ['properties', 'provisioningState']) === 'Succeeded',
    ),
  );
  return bodies.slice(0, 12).map((body, index) => [`recorded cluster ${index + 1}`, body]);
}

describe.skipIf(!existsSync(recording)).each(recordedClusters())(
  '%s (skipped where the recordings are absent)',
  (_what, recorded) => {
    it('is sent back whole, with the edits of the step and nothing else', async () => {
      const world = rig();
      const window = world.open();
      const left: Json[] = [];
      const known = await world.order(window, 'shop-prod', toManagedNatGateway);
      const body = { ...(recorded as object), id: known.plan.clusterId, eTag: 'e1' } as Json;
      window.onSending = async (request) => {
        if (!/managedClusters\/[^/]+\?/i.test(request.url)) return undefined;
        if (request.method === 'GET') return Response.json(body);
        left.push((await request.json()) as Json);
        return Response.json({ code: 'Enough', message: 'Enough.' }, { status: 400 });
      };
      const order = await world.order(window, 'shop-prod', toManagedNatGateway);
      await window.azure.runner.start(order, watching().watch);
      expect(left).toEqual([applyEdits(body, toManagedNatGateway.edits['switch'] ?? [])]);
    });
  },
);

describe('a step that would touch more', () => {
  it.each<readonly [string, string, readonly Edit[]]>([
    [
      'an address range of a subnet',
      place.subnet,
      [{ op: 'set', path: ['properties', 'addressPrefix'], value: 'x' }],
    ],
    ['all properties of a subnet', place.subnet, [{ op: 'set', path: ['properties'], value: {} }]],
    ['the tags of a gateway', place.gateway, [{ op: 'set', path: ['tags'], value: {} }]],
    ['an address that is there', place.address, [{ op: 'remove', path: ['zones'] }]],
    ['a security group', `${place.subnet.split('/virtualNetworks')[0] ?? ''}/networkSecurityGroups/n`, []],
    ['a whole network', place.subnet.split('/subnets')[0] ?? '', []],
  ])('is refused before anything is asked or sent: %s', async (_what, resourceId, touched) => {
    const { record, writes } = await refusedStep({
      kind: 'network',
      method: 'PUT',
      resourceId,
      apiVersion: '2025-09-01',
      edits: touched,
    });
    expect(record.events.at(-2)).toMatchObject({ kind: 'stepEnded', end: 'refused' });
    expect(kinds(record)).toEqual(['started', 'stepEnded', 'ended']);
    expect(writes).toEqual([]);
  });

  it.each<readonly [string, Send]>([
    [
      'a new subnet',
      {
        kind: 'network',
        method: 'PUT',
        resourceId: place.subnet,
        apiVersion: '2025-09-01',
        edits: [],
        create: {},
      },
    ],
    [
      'the removal of a subnet',
      { kind: 'network', method: 'DELETE', resourceId: place.subnet, apiVersion: '2025-09-01' },
    ],
    [
      'a feature of another provider',
      {
        kind: 'register',
        method: 'POST',
        resourceId: `/subscriptions/${stagingId}/providers/Microsoft.Features/providers/Microsoft.Compute/features/F`,
        apiVersion: '2021-07-01',
      },
    ],
    [
      'a provider in another subscription',
      {
        kind: 'register',
        method: 'POST',
        resourceId: '/subscriptions/another/providers/Microsoft.ContainerService',
        apiVersion: '2021-04-01',
      },
    ],
  ])('is refused: %s', async (_what, send) => {
    const { record, writes } = await refusedStep(send);
    expect(record.events.at(-2)).toMatchObject({ kind: 'stepEnded', end: 'refused' });
    expect(kinds(record)).toEqual(['started', 'stepEnded', 'ended']);
    expect(writes).toEqual([]);
  });
});

/** How a plan of this one step ended, and what was written. */
async function refusedStep(send: Send) {
  const world = rig();
  const window = world.open();
  const order = await world.order(
    window,
    'batch-staging',
    besideTheCluster({ id: 'step', verify: [], send }),
  );
  const record = recordOf(await window.azure.runner.start(order, watching().watch));
  return { record, writes: await world.sandbox.writes() };
}
