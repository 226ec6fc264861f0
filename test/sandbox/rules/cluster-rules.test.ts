import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/sandbox/json.js';
import { merged } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, withNetwork } from '../caller.js';

const subscription = (number: number): { subscriptionId: string } => ({
  subscriptionId: `5b000000-0000-4000-8000-00000000000${number}`,
});

/** Where the tour's clusters are. */
const at = {
  shop: clusterAt('rg-shop', 'shop-prod'),
  orders: clusterAt('rg-orders', 'orders-prod'),
  payments: clusterAt('rg-payments', 'payments-prod'),
  edge: clusterAt('rg-edge', 'edge-prod'),
  search: clusterAt('rg-search', 'search-prod'),
  ledger: clusterAt('rg-ledger', 'ledger-prod'),
  vault: clusterAt('rg-vault', 'vault-prod'),
  none: clusterAt('rg-isolated', 'isolated-none', subscription(2)),
  next: clusterAt('rg-isolated', 'isolated-next', subscription(2)),
  automatic: clusterAt('rg-automatic', 'automatic-apps', subscription(2)),
  provisioned: clusterAt('rg-provisioned', 'provisioned-dev', subscription(2)),
  windows: clusterAt('rg-windows', 'windows-staging', subscription(3)),
  kubenet: clusterAt('rg-kubenet', 'kubenet-staging', subscription(3)),
  batch: clusterAt('rg-batch', 'batch-staging', subscription(3)),
  basic: clusterAt('rg-legacy', 'basic-legacy', subscription(4)),
  vmas: clusterAt('rg-legacy', 'vmas-legacy', subscription(4)),
  stopped: clusterAt('rg-dev', 'stopped-dev', subscription(4)),
  failed: clusterAt('rg-dev', 'failed-dev', subscription(4)),
  updating: clusterAt('rg-dev', 'updating-dev', subscription(4)),
};

type Change = (body: Json | undefined) => JsonObject;

const network =
  (patch: Readonly<Record<string, unknown>>): Change =>
  (body) =>
    withNetwork(body, patch);
const type = (outboundType: string, more: Readonly<Record<string, unknown>> = {}): Change =>
  network({ outboundType, loadBalancerProfile: undefined, natGatewayProfile: undefined, ...more });
const properties =
  (patch: JsonObject): Change =>
  (body) =>
    merged(body, { properties: patch }) as JsonObject;
const balancer = (profile: JsonObject): Change =>
  network({ outboundType: 'loadBalancer', natGatewayProfile: undefined, loadBalancerProfile: profile });
const gateway = (profile: JsonObject): Change =>
  network({ outboundType: 'managedNATGateway', loadBalancerProfile: undefined, natGatewayProfile: profile });

const put = async (target: string, change: Change) => {
  const azure = await callerIn();
  const before = await azure.get(target);
  expect(before.status).toBe(200);
  return azure.send('PUT', target, change(before.body));
};

describe('AKS refuses', () => {
  it.each<readonly [what: string, target: string, change: Change, status: number, code: string]>([
    ['an outbound type that does not exist', at.shop, type('carrierPigeon'), 400, 'InvalidParameter'],
    [
      'the spelling of a preview, in a stable version',
      at.shop,
      type('managedNATGatewayV2'),
      400,
      'InvalidParameter',
    ],
    ['a network profile that is none', at.shop, properties({ networkProfile: 5 }), 400, 'UnmarshalError'],
    ['pools that are no list', at.shop, properties({ agentPoolProfiles: 'x' }), 400, 'UnmarshalError'],
    [
      'another type while nodes are provisioned automatically',
      at.provisioned,
      type('managedNATGateway'),
      400,
      'BadRequest',
    ],
    ['another type of AKS Automatic', at.automatic, type('loadBalancer'), 400, 'BadRequest'],
    [
      'another type with a Basic load balancer',
      at.basic,
      type('managedNATGateway'),
      400,
      'UnexpectedLoadBalancerSkuForCurrentOutboundConfiguration',
    ],
    [
      'another type with an availability set',
      at.vmas,
      type('managedNATGateway'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    [
      'routes of a network that AKS made',
      at.shop,
      type('userDefinedRouting'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    ['block on an own network', at.orders, type('block'), 400, 'UpdatingOutboundTypeNotAllowed'],
    ['StandardV2 back to Standard', at.search, gateway({ sku: 'Standard' }), 400, 'PropertyChangeNotAllowed'],
    [
      'StandardV2 back to the load balancer',
      at.search,
      type('loadBalancer'),
      400,
      'UpdatingOutboundTypeNotAllowed',
    ],
    ['a sku that does not exist', at.shop, gateway({ sku: 'Gold' }), 400, 'InvalidParameter'],
    ['a managed gateway on an own network', at.orders, type('managedNATGateway'), 400, 'InvalidParameter'],
    [
      '17 addresses of a gateway',
      at.shop,
      gateway({ managedOutboundIPProfile: { count: 17 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'no address of a gateway',
      at.shop,
      gateway({ managedOutboundIPProfile: { count: 0 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'IPv6 addresses of a Standard gateway',
      at.edge,
      gateway({ sku: 'Standard', managedOutboundIPProfile: { count: 1, countIPv6: 1 } }),
      400,
      'InvalidNATGatewayProfileManagedOutboundIPCount',
    ],
    [
      'a gateway timeout of 3 minutes',
      at.shop,
      gateway({ idleTimeoutInMinutes: 3 }),
      400,
      'InvalidNATGatewayProfileIdleTimeoutInMinutes',
    ],
    [
      'own addresses of a Standard gateway',
      at.edge,
      gateway({ sku: 'Standard', outboundIPs: { publicIPs: ['x'] } }),
      400,
      'InvalidParameter',
    ],
    [
      "a customer's gateway on a network that AKS made",
      at.shop,
      type('userAssignedNATGateway'),
      400,
      'UserAssignedNATGatewayWithManagedVNetNotAllowed',
    ],
    [
      "a customer's gateway that is not on the subnet",
      at.payments,
      type('userAssignedNATGateway'),
      400,
      'SubnetNotAssociatedWithNATGateway',
    ],
    [
      'routes with a load balancer profile',
      at.payments,
      network({ outboundType: 'userDefinedRouting' }),
      400,
      'InvalidUserDefinedRoutingWithLoadBalancerProfile',
    ],
    [
      'routes without a route table',
      at.orders,
      type('userDefinedRouting'),
      400,
      'ExistingRouteTableNotAssociatedWithSubnet',
    ],
    [
      'routes without a default route',
      at.kubenet,
      type('userDefinedRouting'),
      400,
      'RouteTableMissingDefaultRouteError',
    ],
    ['none without a cache', at.shop, type('none'), 400, 'InvalidNetworkIsolatedClusterConfiguration'],
    [
      'none with a public API server',
      at.shop,
      (body) =>
        merged(type('none')(body), {
          properties: { bootstrapProfile: { artifactSource: 'Cache' } },
        }) as JsonObject,
      400,
      'InvalidNetworkIsolatedClusterConfiguration',
    ],
    [
      'a load balancer for Windows nodes without NAT',
      at.windows,
      type('loadBalancer'),
      400,
      'InvalidParameter',
    ],
    [
      '101 addresses of a load balancer',
      at.shop,
      balancer({ managedOutboundIPs: { count: 101 } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      'a load balancer timeout of 121 minutes',
      at.shop,
      balancer({ idleTimeoutInMinutes: 121 }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      '1.5 addresses',
      at.shop,
      balancer({ managedOutboundIPs: { count: 1.5 } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    ['64,008 ports', at.shop, balancer({ allocatedOutboundPorts: 64008 }), 400, 'InvalidLoadBalancerProfile'],
    [
      '1,001 ports',
      at.shop,
      balancer({ allocatedOutboundPorts: 1001 }),
      400,
      'LoadBalancerProfileAllocatedOutboundPortsMustBeMultipleOfEight',
    ],
    [
      'more ports than there are',
      at.shop,
      balancer({ allocatedOutboundPorts: 8000 }),
      400,
      'InvalidLoadBalancerProfileAllocatedOutboundPorts',
    ],
    [
      'managed and own addresses at once',
      at.batch,
      balancer({ managedOutboundIPs: { count: 1 }, outboundIPs: { publicIPs: [] } }),
      400,
      'InvalidLoadBalancerProfile',
    ],
    [
      'an own address that does not exist',
      at.batch,
      balancer({ outboundIPs: { publicIPs: [{ id: '/subscriptions/x' }] } }),
      400,
      'InvalidLoadBalancerProfileOutboundIPs',
    ],
    [
      'authorized ranges of a private cluster',
      at.vault,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.1/32'] } }),
      400,
      'InvalidParameter',
    ],
    [
      'a range that is none',
      at.shop,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.300/32'] } }),
      400,
      'InvalidParameter',
    ],
    [
      '201 ranges',
      at.shop,
      properties({
        apiServerAccessProfile: {
          authorizedIPRanges: Array.from({ length: 201 }, (_, n) => `192.0.2.${n}/32`),
        },
      }),
      400,
      'InvalidParameter',
    ],
    [
      'another subnet of a pool',
      at.ledger,
      properties({ agentPoolProfiles: [{ name: 'system', vnetSubnetID: '/subscriptions/x' }] }),
      400,
      'PropertyChangeNotAllowed',
    ],
    [
      'another service CIDR',
      at.shop,
      network({ serviceCidr: '10.99.0.0/16' }),
      400,
      'PropertyChangeNotAllowed',
    ],
    ['a stopped cluster', at.stopped, type('managedNATGateway'), 409, 'OperationNotAllowed'],
    [
      'a cluster that somebody is updating',
      at.updating,
      type('managedNATGateway'),
      409,
      'OperationNotAllowed',
    ],
  ])('%s', async (_, target, change, status, code) => {
    const reply = await put(target, change);
    expect([reply.status, reply.at('code')]).toEqual([status, code]);
    // Not wrapped, and told apart from the front door's own errors.
    expect(Object.keys(reply.body as JsonObject).slice(0, 4)).toEqual([
      'code',
      'details',
      'message',
      'subcode',
    ]);
    expect(reply.headers.get('x-ms-failure-cause')).toBeNull();
  });

  it('another location, in the words of the front door', async () => {
    const reply = await put(at.shop, (body) => merged(body, { location: 'westus' }) as JsonObject);
    expect([reply.status, reply.at('error', 'code')]).toEqual([409, 'InvalidResourceLocation']);
  });
});

describe('AKS accepts', () => {
  it.each<readonly [what: string, target: string, change: Change]>([
    ['a body that nothing was changed in', at.shop, (body) => body as JsonObject],
    [
      'the same location in the words of a portal',
      at.shop,
      (body) => merged(body, { location: 'Switzerland North' }) as JsonObject,
    ],
    ['a managed gateway in place of a load balancer', at.shop, type('managedNATGateway')],
    ["a customer's gateway that is on the subnet", at.orders, type('userAssignedNATGateway')],
    ['routes to a firewall', at.payments, type('userDefinedRouting')],
    ['a load balancer while a gateway is on the subnet', at.ledger, type('loadBalancer')],
    ['managed gateway back to load balancer', at.edge, type('loadBalancer')],
    ['Standard up to StandardV2', at.edge, gateway({ sku: 'StandardV2' })],
    ['none for an isolated cluster', at.next, type('none')],
    ['block for an isolated cluster on a network that AKS made', at.next, type('block')],
    ['none back to load balancer', at.none, type('loadBalancer')],
    [
      'ranges',
      at.shop,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.1', '203.0.113.0/24'] } }),
    ],
    ['a cluster whose last operation failed', at.failed, type('managedNATGateway')],
  ])('%s', async (_, target, change) => {
    const reply = await put(target, change);
    expect([reply.at('code'), reply.status]).toEqual([undefined, 200]);
  });
});
