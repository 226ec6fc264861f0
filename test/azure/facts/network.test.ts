import { describe, expect, it } from 'vitest';
import {
  addressFacts,
  natGatewayFacts,
  routeTableFacts,
  subnetFacts,
} from '../../../src/azure/facts/network.js';
import { resource } from '../../../src/azure/facts/resource.js';
import { frontendsOf, serviceFacts } from '../../../src/azure/facts/services.js';
import { valueOf } from '../../../src/core/fact.js';
import { addressId, gatewayId, subnetId, tableId } from './odd-bodies.js';

describe('a subnet', () => {
  it('names what is attached to it, in lower case', () => {
    const facts = subnetFacts(
      resource(subnetId, {
        name: 's',
        properties: { natGateway: { id: gatewayId }, routeTable: { id: tableId } },
      }),
    );
    expect(facts).toMatchObject({
      name: 's',
      natGatewayId: { value: gatewayId.toLowerCase() },
      routeTableId: { value: tableId.toLowerCase() },
    });
  });

  it('tells its prefixes, what stands in it, and how many addresses are taken', () => {
    const vmss =
      '/subscriptions/s/resourceGroups/MC_g/providers/Microsoft.Compute/virtualMachineScaleSets/aks-a';
    const nic = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/jump';
    const facts = subnetFacts(
      resource(subnetId, {
        properties: {
          addressPrefix: '10.0.0.0/24',
          ipConfigurations: [
            { id: `${vmss}/virtualMachines/0/networkInterfaces/n/ipConfigurations/a` },
            { id: `${vmss}/virtualMachines/1/networkInterfaces/n/ipConfigurations/a` },
            { id: `${nic}/ipConfigurations/a` },
          ],
          delegations: [{ properties: { serviceName: 'Microsoft.Web/serverFarms' } }],
          privateEndpoints: [
            { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/P' },
          ],
        },
      }),
    );
    expect(facts).toMatchObject({
      addressPrefixes: { value: ['10.0.0.0/24'] },
      usedAddressCount: { value: 3 },
      occupantIds: { value: [vmss.toLowerCase(), nic.toLowerCase()] },
      delegations: { value: ['Microsoft.Web/serverFarms'] },
      privateEndpointIds: {
        value: ['/subscriptions/s/resourcegroups/g/providers/microsoft.network/privateendpoints/p'],
      },
      networkSecurityGroupId: { kind: 'absent' },
    });
    const several = subnetFacts(
      resource(subnetId, { properties: { addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] } }),
    );
    expect(several.addressPrefixes).toMatchObject({ value: ['10.0.0.0/24', 'fd00::/64'] });
    expect(several.usedAddressCount).toMatchObject({ value: 0 });
  });

  it('with nothing attached says so', () => {
    const facts = subnetFacts(resource(subnetId, { properties: {} }));
    expect(facts).toMatchObject({
      name: 's',
      natGatewayId: { kind: 'absent' },
      routeTableId: { kind: 'absent' },
    });
  });
});

describe('a NAT gateway', () => {
  it('has all its addresses and prefixes in one list, IPv6 too', () => {
    const id = (kind: string, name: string) => ({
      id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/${kind}/${name}`,
    });
    const facts = natGatewayFacts(
      resource(gatewayId, {
        name: 'g',
        sku: { name: 'standardv2' },
        zones: ['1', '2'],
        properties: {
          publicIpAddresses: [id('publicIPAddresses', 'A')],
          publicIpPrefixes: [id('publicIPPrefixes', 'B')],
          publicIpAddressesV6: [id('publicIPAddresses', 'C')],
        },
      }),
    );
    expect(valueOf(facts.addressIds)?.map((key) => key.slice(-1))).toEqual(['a', 'b', 'c']);
    expect(valueOf(facts.sku)).toBe('StandardV2');
    expect(valueOf(facts.zones)).toEqual(['1', '2']);
  });

  it('without an address has none, and one odd list makes all of them odd', () => {
    expect(natGatewayFacts(resource(gatewayId, { properties: {} })).addressIds.kind).toBe('absent');
    expect(
      natGatewayFacts(resource(gatewayId, { properties: { publicIpPrefixes: [{}] } })).addressIds,
    ).toMatchObject({ reason: 'odd' });
  });
});

describe('a route table', () => {
  it('has its routes with their next hops', () => {
    const facts = routeTableFacts(
      resource(tableId, {
        name: 'r',
        properties: {
          routes: [
            {
              name: 'default',
              properties: {
                addressPrefix: '0.0.0.0/0',
                nextHopType: 'virtualappliance',
                nextHopIpAddress: '10.0.0.4',
              },
            },
            {},
          ],
        },
      }),
    );
    const [first, second] = valueOf(facts.routes)!;
    expect(first).toMatchObject({
      name: 'default',
      addressPrefix: { value: '0.0.0.0/0' },
      nextHopType: { value: 'VirtualAppliance' },
      nextHopIpAddress: { value: '10.0.0.4' },
    });
    expect(second).toMatchObject({ name: 'route 2', addressPrefix: { kind: 'absent' } });
  });

  it.each([
    [undefined, 'absent'],
    [null, 'absent'],
    ['x', 'unknown'],
  ])('with routes %j is %s there', (routes, kind) => {
    expect(routeTableFacts(resource(tableId, { properties: { routes: routes ?? null } })).routes.kind).toBe(
      kind,
    );
  });
});

describe('a public address', () => {
  it("is AKS's own in the node resource group, in any case of letters, else the customer's", () => {
    const body = { name: 'ip', sku: { name: 'Standard' }, properties: { ipAddress: '203.0.113.9' } };
    expect(addressFacts(resource(addressId, body), 'mc_RG-one_one_westeurope')).toMatchObject({
      address: { value: '203.0.113.9' },
      owner: { value: 'AKS' },
    });
    expect(addressFacts(resource(addressId, body), 'MC_other')).toMatchObject({
      owner: { value: 'customer' },
    });
    expect(addressFacts(resource(addressId, body), undefined)).toMatchObject({ owner: { kind: 'unknown' } });
  });

  it('of a prefix is the prefix', () => {
    const key = addressId.replace('publicIPAddresses', 'publicIPPrefixes').toLowerCase();
    expect(
      addressFacts(resource(key, { properties: { ipPrefix: '203.0.113.8/29', ipAddress: 'x' } }), 'g'),
    ).toMatchObject({ address: { value: '203.0.113.8/29' } });
  });
});

describe('public Services', () => {
  const frontend = (name: string, address: string | undefined, rules: unknown[]) => ({
    name,
    id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers/kubernetes/frontendIPConfigurations/${name}`,
    properties: {
      ...(address === undefined
        ? { privateIPAddress: '10.0.0.1' }
        : { publicIPAddress: { id: `${addressId}${address}` } }),
      loadBalancingRules: rules as [],
    },
  });

  it('are the frontends that a load balancing rule uses, not those of the outbound rule, not internal ones', () => {
    const balancer = {
      properties: {
        frontendIPConfigurations: [
          frontend('outbound', '1', []),
          frontend('a1', '2', [{ id: 'rule' }]),
          frontend('internal', undefined, [{ id: 'rule' }]),
          frontend('a2', '3', []),
        ],
        loadBalancingRules: [
          {
            properties: {
              frontendIPConfiguration: {
                id: frontend('A2', '3', []).id.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'),
              },
            },
          },
        ],
      },
    };
    expect(frontendsOf(balancer).map(({ name }) => name)).toEqual(['a1', 'a2']);
  });

  it.each([undefined, null, {}, { properties: { frontendIPConfigurations: [null, 7] } }])(
    'in %j are none',
    (body) => {
      expect(frontendsOf(body)).toEqual([]);
    },
  );

  it('go by the name that Kubernetes wrote on the address, else by the frontend', () => {
    const seen = { name: 'a1', addressKey: addressId };
    const address = { properties: { ipAddress: '203.0.113.5' } };
    expect(serviceFacts(seen, { ...address, tags: { 'k8s-azure-service': 'shop/web' } })).toEqual({
      name: 'shop/web',
      address: '203.0.113.5',
    });
    expect(serviceFacts(seen, address)).toEqual({ name: 'a1', address: '203.0.113.5' });
    expect(serviceFacts(seen, { properties: {} })).toBeUndefined();
  });
});

describe('what is shared', () => {
  const other = `${subnetId}-other`;

  it("is told: the subnets of a gateway and of a route table, the cluster's and others", () => {
    const body = {
      properties: { subnets: [{ id: subnetId }, { id: other }], disableBgpRoutePropagation: true },
    };
    const both = [subnetId.toLowerCase(), other.toLowerCase()];
    expect(natGatewayFacts(resource(gatewayId, body)).subnetIds).toMatchObject({ value: both });
    expect(routeTableFacts(resource(tableId, body))).toMatchObject({
      subnetIds: { value: both },
      disableBgpRoutePropagation: { value: true },
    });
    expect(routeTableFacts(resource(tableId, {})).subnetIds).toMatchObject({ value: [] });
  });

  it('is told of an address: who holds it, where it is, and how large a prefix is', () => {
    const facts = addressFacts(
      resource(addressId, {
        location: 'westeurope',
        zones: ['1'],
        sku: { name: 'Standard' },
        properties: {
          ipAddress: '203.0.113.9',
          publicIPAllocationMethod: 'Static',
          publicIPAddressVersion: 'IPv4',
          natGateway: { id: gatewayId },
        },
      }),
      'MC_group',
    );
    expect(facts).toMatchObject({
      location: { value: 'westeurope' },
      zones: { value: ['1'] },
      allocationMethod: { value: 'Static' },
      version: { value: 'IPv4' },
      usedById: { value: gatewayId.toLowerCase() },
    });
    const prefix = addressId.replace('publicIPAddresses', 'publicIPPrefixes');
    expect(
      addressFacts(
        resource(prefix, { properties: { ipPrefix: '203.0.113.8/30', prefixLength: 30 } }),
        undefined,
      ),
    ).toMatchObject({ prefixLength: { value: 30 }, usedById: { kind: 'absent' } });
  });
});
