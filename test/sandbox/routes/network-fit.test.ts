import { describe, expect, it } from 'vitest';
import { objectOf, type JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, production, type CallerIn } from '../caller.js';

const at = (group: string, path: string): string => `${idOf(group, path)}?api-version=2025-09-01`;
const idOf = (group: string, path: string): string =>
  `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.Network/${path}`;

async function write(azure: CallerIn, method: string, target: string, body?: unknown) {
  const reply = await azure.send(method, target, body);
  const operation = reply.headers.get('azure-asyncoperation');
  if (operation !== null) await azure.follow(operation);
  return reply;
}

const place = { location: 'switzerlandnorth' };
const orders = 'rg-orders-network';
const vnet = (name = 'vnet-orders'): string => `virtualNetworks/${name}`;
const subnet = (name: string, properties: JsonObject): readonly [string, JsonObject] => [
  at(orders, `${vnet()}/subnets/${name}`),
  { properties },
];

describe('a write to the network', () => {
  it.each<readonly [what: string, target: string, body: JsonObject, status: number, code: string]>([
    [
      'a subnet outside its network',
      ...subnet('snet-new', { addressPrefix: '10.99.0.0/24' }),
      400,
      'NetcfgInvalidSubnet',
    ],
    [
      'a subnet on top of another',
      ...subnet('snet-new', { addressPrefix: '10.10.1.0/24' }),
      400,
      'NetcfgSubnetRangesOverlap',
    ],
    ['a subnet without a range', ...subnet('snet-new', {}), 400, 'InvalidRequestFormat'],
    [
      'a range that is none',
      ...subnet('snet-new', { addressPrefix: '10.10.0.0/99' }),
      400,
      'InvalidAddressPrefixFormat',
    ],
    [
      'a gateway of another network',
      ...subnet('snet-new', {
        addressPrefix: '10.10.8.0/24',
        natGateway: { id: idOf('rg-ledger-network', 'natGateways/ng-ledger') },
      }),
      400,
      'NatGatewayCannotBeUsedBySubnetsOfDifferentVirtualNetworks',
    ],
    [
      'an address of another gateway',
      at(orders, 'natGateways/ng-new'),
      {
        ...place,
        properties: { publicIpAddresses: [{ id: idOf(orders, 'publicIPAddresses/pip-ng-orders') }] },
      },
      400,
      'PublicIPAddressInUse',
    ],
    [
      'a zonal gateway in two zones',
      at(orders, 'natGateways/ng-new'),
      { ...place, zones: ['1', '2'], properties: {} },
      400,
      'NatGatewayZonesNotAllowed',
    ],
    [
      'an idle timeout of three minutes',
      at(orders, 'natGateways/ng-new'),
      { ...place, properties: { idleTimeoutInMinutes: 3 } },
      400,
      'InvalidIdleTimeout',
    ],
    ['no place', at(orders, 'natGateways/ng-new'), { properties: {} }, 400, 'LocationRequired'],
    [
      'an address of a prefix that is not there',
      at(orders, 'publicIPAddresses/pip-new'),
      { ...place, properties: { publicIPPrefix: { id: idOf(orders, 'publicIPPrefixes/none') } } },
      404,
      'NotFound',
    ],
    [
      'a network without the subnet that nodes stand in',
      at(orders, vnet()),
      { ...place, properties: { addressSpace: { addressPrefixes: ['10.10.0.0/16'] }, subnets: [] } },
      400,
      'InUseSubnetCannotBeDeleted',
    ],
  ])('refuses %s', async (_, target, body, status, code) => {
    const reply = await (await callerIn()).send('PUT', target, body);
    expect([reply.status, reply.at('error', 'code')]).toEqual([status, code]);
    expect(Object.keys(objectOf(reply.body))).toEqual(['error']);
  });

  it('makes what is new only when it is told so, and changes only what is there', async () => {
    const azure = await callerIn();
    const gateway = at(orders, 'natGateways/ng-orders');
    const body = (await azure.get(gateway)).body;
    const again = await azure.send('PUT', gateway, body, { 'if-none-match': '*' });
    expect([again.status, again.at('error', 'code')]).toEqual([412, 'PreconditionFailed']);
    const stale = await azure.send('DELETE', gateway, undefined, { 'if-match': 'W/"0"' });
    expect(stale.status).toBe(412);
    expect((await azure.get(gateway)).status).toBe(200);
  });

  it('makes a network with its subnets, and takes all of it away again', async () => {
    const azure = await callerIn();
    const body = (subnets: readonly JsonObject[]): JsonObject => ({
      ...place,
      properties: { addressSpace: { addressPrefixes: ['10.200.0.0/16'] }, subnets },
    });
    const one = { name: 'a', properties: { addressPrefix: '10.200.0.0/24' } };
    const other = { name: 'b', properties: { addressPrefix: '10.200.1.0/24' } };
    const target = at('rg-shop', vnet('vnet-new'));
    const names = async () =>
      ((await azure.get(target)).at('properties', 'subnets') as JsonObject[]).map(({ name }) => name);
    expect((await write(azure, 'PUT', target, body([one, other]))).status).toBe(201);
    expect(await names()).toEqual(['a', 'b']);
    await write(azure, 'PUT', target, body([other]));
    expect(await names()).toEqual(['b']);
    const { subnets: _, ...silent } = objectOf(body([])['properties']);
    await write(azure, 'PUT', target, { ...place, properties: silent });
    expect(await names()).toEqual(['b']);
    await write(azure, 'DELETE', target);
    expect((await azure.get(at('rg-shop', `${vnet('vnet-new')}/subnets/b`))).status).toBe(404);
  });

  it('gives a prefix its range, and its addresses out of it', async () => {
    const azure = await callerIn();
    const prefix = at('rg-shop', 'publicIPPrefixes/ippre');
    await write(azure, 'PUT', prefix, { ...place, properties: { prefixLength: 30 } });
    const range = (await azure.get(prefix)).at('properties', 'ipPrefix') as string;
    expect(range).toMatch(/^198\.51\.100\.\d+\/30$/);
    const addresses: unknown[] = [];
    for (const name of ['pip-a', 'pip-b']) {
      const address = at('rg-shop', `publicIPAddresses/${name}`);
      const properties = { publicIPPrefix: { id: idOf('rg-shop', 'publicIPPrefixes/ippre') } };
      await write(azure, 'PUT', address, { ...place, properties });
      addresses.push((await azure.get(address)).at('properties', 'ipAddress'));
    }
    const first = Number(/\.(\d+)\//.exec(range)![1]);
    expect(addresses).toEqual([`198.51.100.${first}`, `198.51.100.${first + 1}`]);
    const gone = await azure.send('DELETE', prefix);
    expect([gone.status, gone.at('error', 'code')]).toEqual([400, 'PublicIpPrefixInUse']);
  });

  it('changes tags at once, and nothing else', async () => {
    const azure = await callerIn();
    const gateway = at(orders, 'natGateways/ng-orders');
    const before = await azure.get(gateway);
    const patch = await azure.send('PATCH', gateway, { tags: { owner: 'orders' } });
    expect([patch.status, patch.headers.has('azure-asyncoperation')]).toEqual([200, false]);
    const after = await azure.get(gateway);
    expect(after.at('tags')).toEqual({ owner: 'orders' });
    expect(after.at('properties')).toEqual(before.at('properties'));
    expect(after.at('etag')).not.toBe(before.at('etag'));
    const none = await azure.send('PATCH', at(orders, 'natGateways/none'), { tags: {} });
    expect(none.status).toBe(404);
  });
});

describe('the network of a subscription', () => {
  it('is listed as a whole, and the routes of a table by themselves', async () => {
    const azure = await callerIn();
    const all = await azure.get(
      `/subscriptions/${production}/providers/Microsoft.Network/natGateways?api-version=2025-09-01`,
    );
    const names = (all.at('value') as JsonObject[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ng-orders', 'ng-ledger']));
    const routes = await azure.get(at('rg-payments-network', 'routeTables/rt-payments/routes'));
    expect((routes.at('value') as JsonObject[]).map(({ name }) => name)).toEqual([
      'to-firewall',
      'to-datacenter',
    ]);
  });
});
