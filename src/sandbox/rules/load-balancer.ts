import { nodeSubnetsOf, networkProfileOf, outboundTypeOf } from '../change/outbound-type.js';
import { at, numberOf, objectOf, objectsOf, textAt, textOf, type Json, type JsonObject } from '../json.js';
import { parseId } from '../resource-id.js';
import { resourceAt } from '../state/azure.js';
import { badRequest, type Change, type Refusal, type Rule } from './refusal.js';

const target = 'networkProfile.loadBalancerProfile';

/** The profile that a change asks for; undefined where the cluster does not leave by a load balancer. */
const profileOf = ({ desired }: Change): JsonObject | undefined =>
  outboundTypeOf(desired) === 'loadBalancer'
    ? objectOf(networkProfileOf(desired)['loadBalancerProfile'])
    : undefined;

const invalid = (message: string, name: string): Refusal =>
  badRequest('InvalidLoadBalancerProfile', message, `${target}.${name}`);

const isWhole = (value: Json | undefined, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

/** Limits: AKS docs, Use a public Standard Load Balancer, and the published resource type, read 2026-11-23. */
const numbers: Rule = (change) => {
  const profile = profileOf(change);
  if (profile === undefined) return undefined;
  const { managedOutboundIPs, allocatedOutboundPorts: ports, idleTimeoutInMinutes: idle } = profile;
  const count = at(managedOutboundIPs, 'count');
  if (count !== undefined && !isWhole(count, 1, 100))
    return invalid(
      `Load balancer profile managed outbound IP count must be in the range of 1 to 100, but is ${told(count)}.`,
      'managedOutboundIPs.count',
    );
  if (idle !== undefined && !isWhole(idle, 4, 120))
    return invalid(
      `Load balancer profile idle timeout must be in the range of 4 to 120 minutes, but is ${told(idle)}.`,
      'idleTimeoutInMinutes',
    );
  if (ports !== undefined && !isWhole(ports, 0, 64000))
    return invalid(
      `Load balancer profile allocated outbound ports must be in the range of 0 to 64000, but is ${told(ports)}.`,
      'allocatedOutboundPorts',
    );
  if (Number(ports ?? 0) % 8 !== 0)
    return badRequest(
      'LoadBalancerProfileAllocatedOutboundPortsMustBeMultipleOfEight',
      `Load balancer profile allocated outbound ports must be a multiple of 8, but is ${told(ports)}.`,
      `${target}.allocatedOutboundPorts`,
    );
  return undefined;
};

const told = (value: Json | undefined): string => JSON.stringify(value ?? null);

const oneChoice: Rule = (change) => {
  const profile = profileOf(change);
  if (profile === undefined) return undefined;
  const chosen = ['managedOutboundIPs', 'outboundIPs', 'outboundIPPrefixes'].filter((key) => key in profile);
  return chosen.length > 1
    ? invalid(
        `Load balancer profile must specify one of managedOutboundIPs, outboundIPPrefixes and outboundIPs, but has ${chosen.join(' and ')}.`,
        chosen[1] ?? '',
      )
    : undefined;
};

const idsIn = (list: Json | undefined): readonly string[] =>
  objectsOf(list).flatMap(({ id }) => textOf(id) ?? []);

const ownAddressesFit: Rule = (change) => {
  const ids = idsIn(at(profileOf(change), 'outboundIPs', 'publicIPs'));
  const name = 'outboundIPs';
  for (const id of ids) {
    const address = resourceAt(change.azure, id);
    if (address === undefined)
      return {
        ...badRequest(
          'InvalidLoadBalancerProfileOutboundIPs',
          `Load balancer profile outbound IP ${id} is invalid.`,
          `${target}.${name}`,
        ),
        details: [
          { code: 'LoadBalancerProfileOutboundIPNotExist', message: `Public IP ${id} does not exist.` },
        ],
      };
    if (textAt(address, 'sku', 'name') !== 'Standard')
      return badRequest(
        'LoadBalancerProfileOutboundIPNotStandardSKU',
        `Load balancer profile outbound IP ${id} must be of sku Standard.`,
        `${target}.${name}`,
      );
    if (textAt(address, 'location').toLowerCase() !== textAt(change.before, 'location').toLowerCase())
      return badRequest(
        'LoadBalancerProfileOutboundIPNotInTheSameRegion',
        `Load balancer profile outbound IP ${id} must be in region ${textAt(change.before, 'location')}.`,
        `${target}.${name}`,
      );
  }
  return prefixesFit(change);
};

const prefixesFit: Rule = (change) => {
  const own = parseId(textAt(change.before, 'id'))?.subscriptionId.toLowerCase();
  for (const id of idsIn(at(profileOf(change), 'outboundIPPrefixes', 'publicIPPrefixes'))) {
    if (parseId(id)?.subscriptionId.toLowerCase() !== own)
      return badRequest(
        'LoadBalancerProfileOutboundIPPrefixNotInTheSameSubscription',
        `Load balancer profile outbound IP prefix ${id} must be in the same subscription as the cluster.`,
        `${target}.outboundIPPrefixes`,
      );
    if (resourceAt(change.azure, id) === undefined)
      return badRequest(
        'InvalidLoadBalancerProfileOutboundIPPrefixes',
        `Load balancer profile outbound IP prefix ${id} does not exist.`,
        `${target}.outboundIPPrefixes`,
      );
  }
  return undefined;
};

/** Usable ports of one frontend address (AKS docs, Use a public Standard Load Balancer, read 2026-11-23). */
const portsOfAddress = 64_000;

/** Every node of every pool at its largest; AKS docs count so. */
const portsSuffice: Rule = (change) => {
  const profile = profileOf(change);
  const ports = numberOf(profile?.['allocatedOutboundPorts']) ?? 0;
  if (profile === undefined || ports === 0) return undefined;
  const own = idsIn(at(profile, 'outboundIPs', 'publicIPs')).length;
  const addresses = own > 0 ? own : (numberOf(at(profile, 'managedOutboundIPs', 'count')) ?? 1);
  if ('outboundIPPrefixes' in profile) return undefined;
  const nodes = objectsOf(at(change.desired, 'properties', 'agentPoolProfiles'))
    .map((pool) => numberOf(pool['enableAutoScaling'] === true ? pool['maxCount'] : pool['count']) ?? 0)
    .reduce((sum, count) => sum + count, 0);
  const [needed, there] = [nodes * ports, addresses * portsOfAddress];
  return needed <= there
    ? undefined
    : badRequest(
        'InvalidLoadBalancerProfileAllocatedOutboundPorts',
        `Load balancer profile allocated ports ${ports} is not in an allowable range given the number of nodes and IPs provisioned. Total node count ${nodes} requires ${needed} ports but only ${there} ports are available given ${addresses} outbound public IPs. Refer to https://aka.ms/aks/slb-ports for more details.`,
        `${target}.allocatedOutboundPorts`,
      );
};

/** AKS docs, Managed NAT gateway, read 2026-11-23: such nodes have no way out through a load balancer. */
const windowsKeepTheirNat: Rule = ({ desired }) => {
  if (outboundTypeOf(desired) !== 'loadBalancer') return undefined;
  const pool = objectsOf(at(desired, 'properties', 'agentPoolProfiles')).find(
    (one) => at(one, 'windowsProfile', 'disableOutboundNat') === true,
  );
  return pool === undefined
    ? undefined
    : badRequest(
        'InvalidParameter',
        `The value of parameter windowsProfile.disableOutboundNat is invalid. Error details: agent pool '${textAt(pool, 'name')}' disables outbound NAT, which is not allowed with outbound type loadBalancer${nodeSubnetsOf(desired).length > 0 ? ' on a custom VNet' : ''}.`,
        'agentPoolProfile.windowsProfile.disableOutboundNat',
      );
};

export const loadBalancerRules: readonly Rule[] = [
  numbers,
  oneChoice,
  ownAddressesFit,
  portsSuffice,
  windowsKeepTheirNat,
];
