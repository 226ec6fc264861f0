import { describe, expect, it } from 'vitest';
import { objectOf, type JsonObject } from '../../../src/sandbox/json.js';
import { inventoryQuery } from '../../../src/sandbox/graph/queries.js';
import { callerIn, clusterAt, production, shop, type CallerIn } from '../caller.js';

const fresh = clusterAt('rg-shop', 'fresh');

/** As the Azure CLI sends a new cluster: placeholders for what it does not know. */
const sent = (network: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  location: 'West Europe',
  identity: { type: 'SystemAssigned' },
  properties: {
    kubernetesVersion: '',
    dnsPrefix: 'fresh-rg-shop-5b0000',
    addonProfiles: {},
    agentPoolProfiles: [
      { name: 'nodepool1', mode: 'System', count: 3, vmSize: '', osDiskSizeGB: 0, orchestratorVersion: '' },
    ],
    networkProfile: { loadBalancerSku: 'standard', outboundType: 'loadBalancer', ...network },
    storageProfile: {},
    ...more,
  },
});

async function make(azure: CallerIn, body: JsonObject = sent(), target = fresh) {
  const put = await azure.send('PUT', target, body);
  const seen = put.status === 201 ? await azure.follow(put.headers.get('azure-asyncoperation')!) : undefined;
  return { put, seen };
}

describe('a cluster that is made', () => {
  it('answers 201 without addresses and eTags, works in the recorded steps, and then has all of it', async () => {
    const azure = await callerIn();
    const { put, seen } = await make(azure);
    expect([put.status, put.at('properties', 'provisioningState'), put.at('eTag')]).toEqual([
      201,
      'Creating',
      undefined,
    ]);
    expect(put.headers.get('retry-after')).toBeNull();
    expect(put.at('properties', 'networkProfile', 'loadBalancerProfile')).toEqual({
      managedOutboundIPs: { count: 1 },
      backendPoolType: 'nodeIPConfiguration',
    });
    expect(seen).toEqual([
      ...['InProgress', 'ProvisioningNetworkResources', 'ProvisioningControlPlane'],
      ...['CreatingAgentPools', 'Succeeded'],
    ]);
    const made = await azure.get(fresh);
    expect([made.at('location'), made.at('properties', 'provisioningState')]).toEqual([
      'westeurope',
      'Succeeded',
    ]);
    const [address] = made.at(
      ...['properties', 'networkProfile', 'loadBalancerProfile', 'effectiveOutboundIPs'],
    ) as { id: string }[];
    const found = await azure.get(`${address!.id}?api-version=2025-09-01`);
    expect(found.at('properties', 'ipAddress')).toMatch(/^198\.51\.100\.\d+$/);
    expect(objectOf(made.body)['eTag']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stands in lists, in the graph and in its resource group, also for another window', async () => {
    const azure = await callerIn();
    await make(azure);
    const other = await callerIn({ log: azure.log, clock: azure.clock });
    const list = await other.get(
      `/subscriptions/${production}/resourceGroups/RG-SHOP/providers/Microsoft.ContainerService/managedClusters?api-version=2026-06-01`,
    );
    expect((list.at('value') as JsonObject[]).map(({ name }) => name).toSorted()).toEqual([
      'fresh',
      'shop-prod',
    ]);
    const graph = await other.send(
      'POST',
      '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
      { query: inventoryQuery, options: { resultFormat: 'objectArray', $top: 1000 } },
    );
    expect((graph.at('data') as JsonObject[]).map(({ name }) => name)).toContain('fresh');
    const nodes = `/subscriptions/${production}/resourceGroups/MC_rg-shop_fresh_westeurope`;
    expect((await other.get(`${nodes}?api-version=2021-04-01`)).status).toBe(200);
    expect(
      (await other.get(`${nodes}/providers/Microsoft.Network/loadBalancers?api-version=2025-09-01`)).at(
        'value',
      ),
    ).toHaveLength(1);
  });

  it('has a managed gateway with what AKS fills in, by the api-version that asked', async () => {
    const azure = await callerIn();
    await make(azure, sent({ outboundType: 'managedNATGateway' }));
    const gateway = async (apiVersion: string) =>
      (await azure.get(clusterAt('rg-shop', 'fresh', { apiVersion }))).at(
        ...['properties', 'networkProfile', 'natGatewayProfile'],
      );
    expect(await gateway('2026-06-01')).toMatchObject({
      sku: 'StandardV2',
      managedOutboundIPProfile: { count: 1 },
      idleTimeoutInMinutes: 4,
    });
    expect(await gateway('2026-05-01')).not.toHaveProperty('sku');
  });

  it.each<readonly [what: string, body: JsonObject, status: number, code: string]>([
    ['no place', { ...sent(), location: null }, 400, 'LocationRequired'],
    ['no identity', { ...sent(), identity: {} }, 400, 'InvalidParameter'],
    ['no pool', sent({}, { agentPoolProfiles: [] }), 400, 'InvalidParameter'],
    [
      'a tainted system pool',
      sent(
        {},
        { agentPoolProfiles: [{ name: 'a', mode: 'System', nodeTaints: ['dedicated=x:NoSchedule'] }] },
      ),
      400,
      'SystemPoolHasRestrictedTaint',
    ],
    [
      'a subnet that is not there',
      sent(
        {},
        {
          agentPoolProfiles: [
            {
              name: 'a',
              mode: 'System',
              vnetSubnetID: `/subscriptions/${production}/resourceGroups/rg-shop/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
            },
          ],
        },
      ),
      400,
      'InvalidParameter',
    ],
    [
      'none without a cache',
      sent({ outboundType: 'none' }),
      400,
      'InvalidNetworkIsolatedClusterConfiguration',
    ],
    [
      'routes on a network that AKS makes',
      sent({ outboundType: 'userDefinedRouting' }),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    [
      "the customer's gateway on a network that AKS makes",
      sent({ outboundType: 'userAssignedNATGateway' }),
      400,
      'UserAssignedNATGatewayWithManagedVNetNotAllowed',
    ],
    [
      'managed and own addresses at once',
      sent({
        loadBalancerProfile: { managedOutboundIPs: { count: 1 }, outboundIPs: { publicIPs: [] } },
      }),
      400,
      'InvalidLoadBalancerProfile',
    ],
  ])('is refused with %s', async (_, body, status, code) => {
    const { put } = await make(await callerIn(), body);
    expect([put.status, put.at('code') ?? put.at('error', 'code')]).toEqual([status, code]);
  });

  it('is made on a subnet whose routes lead to a firewall, and nowhere else by routes', async () => {
    const azure = await callerIn();
    const subnet = `/subscriptions/${production}/resourceGroups/rg-payments-network/providers/Microsoft.Network/virtualNetworks/vnet-payments/subnets/snet-aks`;
    const body = sent(
      { outboundType: 'userDefinedRouting' },
      { agentPoolProfiles: [{ name: 'a', mode: 'System', vnetSubnetID: subnet }] },
    );
    expect((await make(azure, body)).put.status).toBe(201);
    expect((await azure.get(fresh)).at('properties', 'networkProfile')).not.toHaveProperty(
      'loadBalancerProfile',
    );
  });

  it('is made once: If-None-Match refuses the second, If-Match the first', async () => {
    const azure = await callerIn();
    const first = await azure.send('PUT', fresh, sent(), { 'if-match': 'x' });
    expect([first.status, first.at('code')]).toEqual([412, 'PreconditionFailed']);
    const second = await azure.send('PUT', shop, (await azure.get(shop)).body, { 'if-none-match': '*' });
    expect([second.status, second.at('code')]).toEqual([412, 'PreconditionFailed']);
    expect((await azure.send('PUT', fresh, sent(), { 'if-none-match': '*' })).status).toBe(201);
  });

  it('that failed is there, and says so', async () => {
    const azure = await callerIn();
    await azure.sandbox.addFault({
      kind: 'endOperation',
      status: 'Failed',
      error: { code: 'X', message: 'x' },
    });
    await make(azure);
    const made = await azure.get(fresh);
    expect(made.at('properties', 'provisioningState')).toBe('Failed');
    expect(made.at('properties', 'status', 'provisioningError', 'code')).toBe('X');
  });
});

describe('a cluster that is deleted', () => {
  it('takes its node group along, and leaves its own group and network', async () => {
    const azure = await callerIn();
    const orders = clusterAt('rg-orders', 'orders-prod');
    const group = `/subscriptions/${production}/resourceGroups`;
    const before = await azure.get(orders);
    const nodes = before.at('properties', 'nodeResourceGroup') as string;
    const gone = await azure.send('DELETE', orders);
    expect([gone.status, gone.text, gone.headers.has('location')]).toEqual([202, '', true]);
    expect((await azure.get(orders)).at('properties', 'provisioningState')).toBe('Deleting');
    expect(await azure.follow(gone.headers.get('azure-asyncoperation')!)).toEqual([
      ...['InProgress', 'Deleting', 'Succeeded'],
    ]);
    const after = await azure.get(orders);
    expect([after.status, after.at('subcode')]).toEqual([404, 'GetManagedCluster_NotFound_HCPServerError']);
    const status = async (path: string, version = '2021-04-01') =>
      (await azure.get(`${group}/${path}?api-version=${version}`)).status;
    expect([await status('rg-orders'), await status(nodes), await status('rg-orders-network')]).toEqual([
      200, 404, 200,
    ]);
    const subnet =
      'rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-aks';
    expect(await status(subnet, '2025-09-01')).toBe(200);
    expect((await azure.send('DELETE', orders)).status).toBe(204);
  });

  it('that is not there is none, and a busy one stays', async () => {
    const azure = await callerIn();
    expect((await azure.send('DELETE', fresh)).status).toBe(204);
    const busy = clusterAt('rg-dev', 'updating-dev', {
      subscriptionId: '5b000000-0000-4000-8000-000000000004',
    });
    const refused = await azure.send('DELETE', busy);
    expect([refused.status, refused.at('code')]).toEqual([409, 'OperationNotAllowed']);
    const stopped = await azure.send('DELETE', busy.replace('updating-dev', 'stopped-dev'));
    expect(stopped.status).toBe(202);
  });

  it('with an old eTag stays', async () => {
    const azure = await callerIn();
    const refused = await azure.send('DELETE', shop, undefined, { 'if-match': 'x' });
    expect([refused.status, refused.at('code')]).toEqual([412, 'PreconditionFailed']);
  });

  it('can be made again', async () => {
    const azure = await callerIn();
    await make(azure);
    const gone = await azure.send('DELETE', fresh);
    await azure.follow(gone.headers.get('azure-asyncoperation')!);
    expect((await make(azure)).put.status).toBe(201);
    expect((await azure.get(fresh)).at('properties', 'provisioningState')).toBe('Succeeded');
  });
});
