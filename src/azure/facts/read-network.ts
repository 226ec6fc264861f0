import { valueOf, type Fact } from '../../core/fact.js';
import type {
  AddressFacts,
  ClusterFacts,
  ClusterProperties,
  NatGatewayFacts,
  RouteTableFacts,
  ServiceFacts,
  SubnetFacts,
} from '../../core/facts.js';
import { known, unknown } from '../../core/fact.js';
import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { addressFacts, natGatewayFacts, routeTableFacts, subnetFacts } from './network.js';
import { graphKey, resource, type Resource } from './resource.js';
import { frontendsOf, serviceFacts } from './services.js';
import { unread } from './unread.js';
import type { Reply } from '../wire/reply.js';

/** Reads one resource by its graph key; the same key twice is one request. */
export type Get = (key: string) => Promise<Reply>;

export type NetworkFacts = Pick<
  ClusterFacts,
  'subnets' | 'natGateways' | 'routeTables' | 'addresses' | 'services'
>;

export interface NetworkReading {
  readonly facts: NetworkFacts;
  /** What was read, by graph key, as Azure sent it. */
  readonly bodies: Readonly<Record<string, Json>>;
}

/**
 * Everything around a cluster: subnets, what is attached to them, and the addresses. Each read starts as soon
 * as its id is known. One that is denied or fails is an unknown node; the others are read all the same.
 */
export async function readNetwork(order: {
  readonly get: Get;
  readonly cluster: Resource;
  readonly properties: ClusterProperties;
  readonly subnetKeys: readonly string[];
  readonly subscriptionId: string;
}): Promise<NetworkReading> {
  const { get, properties } = order;
  const nodeResourceGroup = valueOf(properties.nodeResourceGroup);
  const subnets: Record<string, Fact<SubnetFacts>> = {};
  const natGateways: Record<string, Fact<NatGatewayFacts>> = {};
  const routeTables: Record<string, Fact<RouteTableFacts>> = {};
  const addresses: Record<string, Fact<AddressFacts>> = {};

  const bodies: Record<string, Json> = {};

  const node = async <T>(nodes: Record<string, Fact<T>>, key: string, narrow: (body: Resource) => T) => {
    const reply = await get(key);
    const fact = factOf(reply, key, narrow);
    nodes[key] = fact;
    if (reply.kind === 'answer' && isJsonObject(reply.body)) bodies[key] = reply.body;
    return valueOf(fact);
  };
  const address = (key: string) => node(addresses, key, (body) => addressFacts(body, nodeResourceGroup));
  /** A gateway that no subnet of the cluster has: its body stands in the list already. */
  const spare = async (body: Json) => {
    const key = graphKey(valueAt(body, ['id']));
    if (key === undefined || key in natGateways) return;
    const facts = natGatewayFacts(resource(key, body));
    natGateways[key] = known(facts, resource(key, body).origin());
    bodies[key] = body;
    await all(valueOf(facts.addressIds), address);
  };
  const gateway = async (key: string) => {
    const facts = await node(natGateways, key, natGatewayFacts);
    await all(facts === undefined ? [] : valueOf(facts.addressIds), address);
  };
  const subnet = async (key: string) => {
    const facts = await node(subnets, key, subnetFacts);
    if (facts === undefined) return;
    const [natGatewayId, routeTableId] = [valueOf(facts.natGatewayId), valueOf(facts.routeTableId)];
    const isBare = facts.natGatewayId.kind === 'absent' && groupOf(key) !== nodeResourceGroup?.toLowerCase();
    await Promise.all([
      natGatewayId === undefined ? undefined : gateway(natGatewayId),
      isBare ? gatewaysBeside(get, key).then((list) => Promise.all(list.map(spare))) : undefined,
      routeTableId === undefined ? undefined : node(routeTables, routeTableId, routeTableFacts),
    ]);
  };

  const [services] = await Promise.all([
    readServices(get, order.subscriptionId, nodeResourceGroup, order.cluster),
    all(order.subnetKeys, subnet),
    all(ownAddressKeys(properties), address),
  ]);
  return { facts: { subnets, natGateways, routeTables, addresses, services }, bodies };
}

const groupOf = (key: string): string | undefined => /\/resourcegroups\/([^/]+)\//.exec(key)?.[1];

const mostGateways = 20;

/** Gateways in the resource group of a subnet's network: what a subnet without one could take. A refused list has none. */
async function gatewaysBeside(get: Get, subnetKey: string): Promise<readonly Json[]> {
  const group = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/.exec(subnetKey)?.[0];
  if (group === undefined) return [];
  const reply = await get(`${group}/providers/microsoft.network/natgateways`);
  const listed = reply.kind === 'answer' ? valueAt(reply.body, ['value']) : undefined;
  return Array.isArray(listed) ? (listed as readonly Json[]).slice(0, mostGateways) : [];
}

function factOf<T>(reply: Reply, key: string, narrow: (body: Resource) => T): Fact<T> {
  if (reply.kind !== 'answer') return unread(reply, key);
  const body = resource(key, reply.body);
  const whole = body.part();
  return whole.kind === 'known' ? known(narrow(body), body.origin()) : unknownBody(key);
}

const unknownBody = (key: string): Fact<never> =>
  unknown('odd', say('Azure sent something other than a resource for {resource}.', { resource: key }), {
    kind: 'arm',
    resourceId: key,
    property: '',
  });

const all = (
  keys: readonly string[] | undefined,
  read: (key: string) => Promise<unknown>,
): Promise<unknown> => Promise.all([...new Set(keys)].map(read));

/** Addresses that the cluster itself names: in use, or asked for. */
function ownAddressKeys({ loadBalancerProfile, natGatewayProfile }: ClusterProperties): readonly string[] {
  const balancer = valueOf(loadBalancerProfile);
  const gateway = valueOf(natGatewayProfile);
  return [
    ...((balancer && valueOf(balancer.effectiveOutboundIPIds)) ?? []),
    ...((balancer && valueOf(balancer.outboundIPIds)) ?? []),
    ...((balancer && valueOf(balancer.outboundIPPrefixIds)) ?? []),
    ...((gateway && valueOf(gateway.effectiveOutboundIPIds)) ?? []),
  ];
}

/** Public Services stand on the load balancer `kubernetes`; where there is no such thing, there are none. */
async function readServices(
  get: Get,
  subscriptionId: string,
  nodeResourceGroup: string | undefined,
  cluster: Resource,
): Promise<Fact<readonly ServiceFacts[]>> {
  if (nodeResourceGroup === undefined)
    return unknown('notRead', say('The node resource group is not known.'), cluster.origin('services'));
  const key =
    `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}/providers/Microsoft.Network/loadBalancers/kubernetes`.toLowerCase();
  const reply = await get(key);
  const origin = { kind: 'arm', resourceId: key, property: 'frontendIPConfigurations' } as const;
  if (reply.kind === 'refused' && reply.status === 404) return known([], origin);
  if (reply.kind !== 'answer') return unread(reply, key);
  const frontends = frontendsOf(reply.body);
  const replies = await Promise.all(frontends.map(({ addressKey }) => get(addressKey)));
  const failed = replies.find((one) => one.kind !== 'answer');
  if (failed !== undefined) return unread(failed, key);
  const services = frontends.map((frontend, index) => {
    const one = replies[index];
    return one?.kind === 'answer' ? serviceFacts(frontend, one.body) : undefined;
  });
  return known(
    services.filter((service) => service !== undefined),
    origin,
  );
}
