import { describe, expect, it } from 'vitest';
import { objectOf, type JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, production, withNetwork, type CallerIn, type Reply } from '../caller.js';

const at = (group: string, path: string): string =>
  `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.Network/${path}?api-version=2025-09-01`;
const idOf = (group: string, path: string): string => at(group, path).split('?')[0]!;

const subnet = at('rg-payments-network', 'virtualNetworks/vnet-payments/subnets/snet-aks');

/** Sends a write and waits for its operation, if it has one. */
async function write(
  azure: CallerIn,
  method: string,
  target: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Reply> {
  const reply = await azure.send(method, target, body, headers);
  const url = reply.headers.get('azure-asyncoperation');
  if (url !== null) expect((await azure.follow(url)).at(-1)).toBe('Succeeded');
  return reply;
}

describe('a network resource', () => {
  it('names what uses it, and carries its eTag in the header too', async () => {
    const azure = await callerIn();
    const gateway = await azure.get(at('rg-orders-network', 'natGateways/ng-orders'));
    expect(gateway.at('properties', 'subnets')).toEqual([
      { id: idOf('rg-orders-network', 'virtualNetworks/vnet-orders/subnets/snet-aks') },
    ]);
    expect(gateway.headers.get('etag')).toBe(gateway.at('etag'));
    const address = await azure.get(at('rg-orders-network', 'publicIPAddresses/pip-ng-orders'));
    expect(address.at('properties', 'natGateway', 'id')).toBe(gateway.at('id'));
    const table = await azure.get(at('rg-payments-network', 'routeTables/rt-payments'));
    expect(table.at('properties', 'subnets')).toEqual([{ id: subnet.split('?')[0] }]);
    const network = await azure.get(at('rg-payments-network', 'virtualNetworks/vnet-payments'));
    expect((network.at('properties', 'subnets') as JsonObject[])[0]!['name']).toBe('snet-aks');
  });

  it('that is not there is not found, in the words of the front door', async () => {
    const reply = await (await callerIn()).get(at('rg-orders-network', 'natGateways/none'));
    expect(reply.at('error', 'message')).toContain(
      "'Microsoft.Network/natGateways/none' under resource group 'rg-orders-network'",
    );
  });

  it('is in the list of its group, and subnets in that of their network', async () => {
    const azure = await callerIn();
    const names = (reply: Reply) => (reply.at('value') as { name: string }[]).map(({ name }) => name);
    expect(names(await azure.get(at('rg-orders-network', 'publicIPAddresses')))).toEqual(['pip-ng-orders']);
    expect(names(await azure.get(at('rg-ledger-network', 'virtualNetworks/vnet-ledger/subnets')))).toEqual([
      'snet-system',
      'snet-apps',
    ]);
  });
});

describe('the load balancer of a cluster', () => {
  it('has the outbound frontend, one for each public Service, and the internal ones apart', async () => {
    const azure = await callerIn();
    const group = 'MC_rg-shop_shop-prod_switzerlandnorth';
    const balancer = await azure.get(at(group, 'loadBalancers/kubernetes'));
    const frontends = balancer.at('properties', 'frontendIPConfigurations') as {
      name: string;
      properties: JsonObject;
    }[];
    expect(frontends.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
      expect.stringMatching(/^a[0-9a-f]{32}$/),
      expect.stringMatching(/^a[0-9a-f]{32}$/),
    ]);
    expect(balancer.at('properties', 'outboundRules')).toHaveLength(1);
    expect((balancer.at('properties', 'loadBalancingRules') as unknown[]).length).toBe(3);
    const service = await azure.get(
      `${objectOf(frontends[1]!.properties['publicIPAddress'])['id'] as string}?api-version=2025-09-01`,
    );
    expect([service.at('properties', 'ipAddress'), service.at('tags', 'k8s-azure-service')]).toEqual([
      '203.0.113.11',
      'ingress-nginx/ingress-nginx-controller',
    ]);
    const internal = await azure.get(at(group, 'loadBalancers/kubernetes-internal'));
    expect(JSON.stringify(internal.body)).toContain('10.224.0.60');
  });
});

describe('preparing a subnet for a NAT gateway', () => {
  it('makes address, gateway and association, after which the cluster may change', async () => {
    const azure = await callerIn();
    const payments = clusterAt('rg-payments', 'payments-prod');
    const group = 'rg-payments-network';
    const address = await write(azure, 'PUT', at(group, 'publicIPAddresses/pip-new'), {
      location: 'switzerlandnorth',
      sku: { name: 'Standard' },
      properties: { publicIPAllocationMethod: 'Static' },
    });
    expect([
      address.status,
      address.headers.get('retry-after'),
      address.at('properties', 'ipAddress'),
    ]).toEqual([201, '1', undefined]);
    expect((await azure.get(at(group, 'publicIPAddresses/pip-new'))).at('properties', 'ipAddress')).toMatch(
      /^198\.51\.100\./,
    );
    const gateway = await write(azure, 'PUT', at(group, 'natGateways/ng-new'), {
      location: 'switzerlandnorth',
      sku: { name: 'Standard' },
      properties: { publicIpAddresses: [{ id: idOf(group, 'publicIPAddresses/pip-new') }] },
    });
    expect([gateway.status, gateway.headers.get('retry-after')]).toEqual([201, '10']);

    const before = await azure.get(subnet);
    const properties = {
      ...objectOf(before.at('properties')),
      natGateway: { id: idOf(group, 'natGateways/ng-new') },
    };
    const put = await write(
      azure,
      'PUT',
      subnet,
      { ...objectOf(before.body), properties },
      { 'if-match': before.at('etag') as string },
    );
    expect(put.status).toBe(200);
    const after = await azure.get(subnet);
    expect(after.at('properties', 'routeTable')).toEqual(before.at('properties', 'routeTable'));
    expect(after.at('etag')).not.toBe(before.at('etag'));

    const cluster = await azure.get(payments);
    const change = withNetwork(cluster.body, {
      outboundType: 'userAssignedNATGateway',
      loadBalancerProfile: undefined,
    });
    expect((await azure.send('PUT', payments, change)).status).toBe(200);
  });

  it('is refused with a stale eTag, and with a gateway that is not there', async () => {
    const azure = await callerIn();
    const before = objectOf((await azure.get(subnet)).body);
    const stale = await azure.send('PUT', subnet, before, { 'if-match': 'W/"0"' });
    expect([stale.status, stale.at('error', 'code')]).toEqual([412, 'PreconditionFailed']);
    const wrong = {
      ...before,
      properties: {
        ...objectOf(before['properties']),
        natGateway: { id: idOf('rg-payments-network', 'natGateways/none') },
      },
    };
    const reply = await azure.send('PUT', subnet, wrong);
    expect([reply.status, reply.at('error', 'code')]).toEqual([400, 'InvalidResourceReference']);
  });

  it('drops what a PUT does not name: whoever forgets the route table loses it', async () => {
    const azure = await callerIn();
    await write(azure, 'PUT', subnet, { properties: { addressPrefix: '10.20.4.0/22' } });
    expect((await azure.get(subnet)).at('properties', 'routeTable')).toBeUndefined();
  });

  it('waits while another operation on it runs', async () => {
    const azure = await callerIn();
    const body = (await azure.get(subnet)).body;
    await azure.send('PUT', subnet, body);
    expect((await azure.send('PUT', subnet, body)).at('error', 'code')).toBe('AnotherOperationInProgress');
  });

  it('refuses addresses of another sku than the gateway', async () => {
    const azure = await callerIn();
    const target = at('rg-orders-network', 'natGateways/ng-v2');
    const reply = await azure.send('PUT', target, {
      location: 'x',
      sku: { name: 'StandardV2' },
      properties: {
        publicIpAddresses: [{ id: idOf('rg-orders-network', 'publicIPAddresses/pip-ng-orders') }],
      },
    });
    expect(reply.status).toBe(400);
  });
});

describe('deleting', () => {
  it.each([
    ['a gateway on a subnet', at('rg-orders-network', 'natGateways/ng-orders'), 'NatGatewayInUse'],
    [
      'an address of a gateway',
      at('rg-orders-network', 'publicIPAddresses/pip-ng-orders'),
      'PublicIPAddressCannotBeDeleted',
    ],
    [
      'a route table of a subnet',
      at('rg-payments-network', 'routeTables/rt-payments'),
      'InUseRouteTableCannotBeDeleted',
    ],
    ['a subnet with nodes', subnet, 'InUseSubnetCannotBeDeleted'],
  ])('%s is refused', async (_, target, code) => {
    const azure = await callerIn();
    const reply = await azure.send('DELETE', target);
    expect([reply.status, reply.at('error', 'code')]).toEqual([400, code]);
  });

  it('a gateway that is off its subnet works, and once more is no error', async () => {
    const azure = await callerIn();
    const orders = at('rg-orders-network', 'virtualNetworks/vnet-orders/subnets/snet-aks');
    const before = objectOf((await azure.get(orders)).body);
    const { natGateway: _, ...properties } = objectOf(before['properties']);
    await write(azure, 'PUT', orders, { ...before, properties });
    const target = at('rg-orders-network', 'natGateways/ng-orders');
    expect((await write(azure, 'DELETE', target)).status).toBe(202);
    expect((await azure.get(target)).status).toBe(404);
    expect((await azure.send('DELETE', target)).status).toBe(204);
  });
});

describe('a route by itself', () => {
  const route = at('rg-payments-network', 'routeTables/rt-payments/routes/to-firewall');

  it('is removed and put back, under a new eTag of its table', async () => {
    const azure = await callerIn();
    const table = () => azure.get(at('rg-payments-network', 'routeTables/rt-payments'));
    const before = await table();
    const body = (await azure.get(route)).body;
    expect((await write(azure, 'DELETE', route)).status).toBe(202);
    const without = await table();
    expect(without.at('properties', 'routes')).toHaveLength(1);
    expect(without.at('etag')).not.toBe(before.at('etag'));
    expect((await write(azure, 'PUT', route, body)).status).toBe(201);
    expect((await table()).at('properties', 'routes')).toHaveLength(2);
  });

  it.each(['PUT', 'DELETE'])('is guarded by its own eTag: a stale %s changes nothing', async (method) => {
    const azure = await callerIn();
    const now = await azure.get(route);
    const { body } = now;
    const sent = method === 'PUT' ? body : undefined;
    const stale = await azure.send(method, route, sent, { 'if-match': 'W/"0"' });
    expect([stale.status, stale.at('error', 'code')]).toEqual([412, 'PreconditionFailed']);
    expect((await azure.get(route)).body).toEqual(body);
    expect(
      (await azure.send(method, route, sent, { 'if-match': now.at('etag') as string })).status,
    ).toBeLessThan(300);
  });

  it('waits for another one of its table, as long as Azure says', async () => {
    const azure = await callerIn();
    const body = (await azure.get(route)).body;
    await azure.send('PUT', route, body);
    const second = await azure.send('PUT', route, body);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '12']);
  });
});
