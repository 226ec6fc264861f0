import { at, numberOf, objectsOf, textAt } from '../json.js';
import { keyOf, parseId } from '../resource-id.js';
import { buildGroup, type Azure } from './azure.js';

export interface Usage {
  readonly name: string;
  readonly words: string;
  readonly current: number;
  readonly limit: number;
}

const usualAddresses = 1000;

/** Usual limits of a subscription in a region (Azure docs, Azure subscription limits, read 2026-11-23). */
const network: readonly (readonly [name: string, words: string, type: string, limit: number])[] = [
  ['VirtualNetworks', 'Virtual Networks', 'virtualnetworks', 1000],
  ['NatGateways', 'Nat Gateways', 'natgateways', 1000],
  ['RouteTables', 'Route Tables', 'routetables', 200],
  ['LoadBalancers', 'Load Balancers', 'loadbalancers', 1000],
  ['PublicIPAddresses', 'Public IP Addresses', 'publicipaddresses', usualAddresses],
  ['StandardSkuPublicIpAddresses', 'Public IPv4 Addresses - Standard', 'publicipaddresses', usualAddresses],
  ['PublicIpPrefixes', 'Public IP Prefixes', 'publicipprefixes', 100],
];

const limitOf = (azure: Azure, where: Where, name: string, usual: number): number =>
  (azure.scenario.quotas ?? []).find(
    (one) =>
      one.subscriptionId.toLowerCase() === where.subscriptionId.toLowerCase() &&
      one.location === where.location &&
      one.name.toLowerCase() === name.toLowerCase(),
  )?.limit ?? usual;

export interface Where {
  readonly subscriptionId: string;
  /** `switzerlandnorth`. */
  readonly location: string;
}

function bodiesIn(azure: Azure, { subscriptionId, location }: Where) {
  const key = subscriptionId.toLowerCase();
  for (const group of azure.index.groups.values())
    if (group.subscriptionId.toLowerCase() === key) buildGroup(azure, group.subscriptionId, group.name);
  return [...azure.resources].filter(
    ([id, body]) =>
      id.startsWith(`/subscriptions/${key}/`) &&
      textAt(body, 'location').toLowerCase().replaceAll(' ', '') === location,
  );
}

export function networkUsages(azure: Azure, where: Where): readonly Usage[] {
  const bodies = bodiesIn(azure, where);
  return network.map(([name, words, type, limit]) => ({
    name,
    words,
    current: bodies.filter(([id]) => parseId(id)?.type === type).length,
    limit: limitOf(azure, where, name, limit),
  }));
}

/** Virtual CPUs of a size: the first number of its name. */
const coresOf = (size: string): number => Number(/\d+/.exec(size)?.[0] ?? 0);

export function computeUsages(azure: Azure, where: Where): readonly Usage[] {
  const pools = bodiesIn(azure, where).flatMap(([, body]) =>
    objectsOf(at(body, 'properties', 'agentPoolProfiles')),
  );
  const nodes = pools.map((pool) => ({
    count: numberOf(pool['count']) ?? 0,
    cores: coresOf(textAt(pool, 'vmSize')),
  }));
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const make = (name: string, words: string, current: number, limit: number): Usage => ({
    name,
    words,
    current,
    limit: limitOf(azure, where, name, limit),
  });
  const cores = sum(nodes.map(({ count, cores: each }) => count * each));
  return [
    make('availabilitySets', 'Availability Sets', 0, 2500),
    make('cores', 'Total Regional vCPUs', cores, Math.max(2_000, 2 * cores)),
    make('virtualMachines', 'Virtual Machines', sum(nodes.map(({ count }) => count)), 25_000),
    make('virtualMachineScaleSets', 'Virtual Machine Scale Sets', pools.length, 2500),
    make('standardDSv5Family', 'Standard DSv5 Family vCPUs', cores, Math.max(2_000, 2 * cores)),
  ];
}

/** How many more public addresses a subscription may have in a region. */
export function freeAddresses(azure: Azure, where: Where): { readonly free: number; readonly limit: number } {
  // Nobody reaches the usual limit with what a scenario has: then nothing is built in order to be counted.
  if (azure.scenario.quotas === undefined && azure.resources.size < usualAddresses)
    return { free: usualAddresses - azure.resources.size, limit: usualAddresses };
  const usage = networkUsages(azure, where).filter(({ name }) =>
    ['PublicIPAddresses', 'StandardSkuPublicIpAddresses'].includes(name),
  );
  const left = usage.map(({ current, limit }) => ({ free: limit - current, limit }));
  return left.reduce((one, other) => (other.free < one.free ? other : one), {
    free: Number.POSITIVE_INFINITY,
    limit: 0,
  });
}

export const whereOf = (id: string, location: string): Where => ({
  subscriptionId: parseId(keyOf(id))?.subscriptionId ?? '',
  location: location.toLowerCase().replaceAll(' ', ''),
});
