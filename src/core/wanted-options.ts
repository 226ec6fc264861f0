import { absent, known, type Fact, type Origin } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterFacts, LoadBalancerProfile, NatGatewayProfile } from './facts.js';
import { declaredTypeOf } from './declared.js';
import type { Target } from './target.js';

/** The options that the cluster will have, as facts: chosen, kept, or left to Azure (absent). */
export type LoadBalancerOptions = Pick<
  LoadBalancerProfile,
  | 'managedOutboundIPCount'
  | 'outboundIPIds'
  | 'outboundIPPrefixIds'
  | 'allocatedOutboundPorts'
  | 'idleTimeoutInMinutes'
>;

export type NatGatewayOptions = Pick<NatGatewayProfile, 'managedOutboundIPCount' | 'idleTimeoutInMinutes'>;

/**
 * Options of the wanted load balancer; undefined where none is wanted. In a file they are what stands there.
 * Of a living cluster: what was chosen, else what it has when it has a load balancer already.
 */
export function loadBalancerOptions(
  facts: ClusterFacts,
  target: Target | undefined,
): LoadBalancerOptions | undefined {
  if (facts.subject === 'file') return target === undefined || isBalancer(target) ? kept(facts) : undefined;
  if (target === undefined || !isBalancer(target)) return undefined;
  const chosen = chosenIn(facts, 'loadBalancerProfile');
  const current = ifDeclared(facts, 'loadBalancer', kept(facts));
  const choosesAddresses =
    target.managedOutboundIPCount !== undefined ||
    target.outboundIPIds !== undefined ||
    target.outboundIPPrefixIds !== undefined;
  const addresses = choosesAddresses ? nothingSaid(facts) : current;
  return {
    managedOutboundIPCount: chosen(target.managedOutboundIPCount) ?? addresses.managedOutboundIPCount,
    outboundIPIds: chosen(target.outboundIPIds) ?? addresses.outboundIPIds,
    outboundIPPrefixIds: chosen(target.outboundIPPrefixIds) ?? addresses.outboundIPPrefixIds,
    allocatedOutboundPorts: chosen(target.allocatedOutboundPorts) ?? current.allocatedOutboundPorts,
    idleTimeoutInMinutes: chosen(target.idleTimeoutInMinutes) ?? current.idleTimeoutInMinutes,
  };
}

/** The same for a NAT gateway that AKS runs. */
export function natGatewayOptions(
  facts: ClusterFacts,
  target: Target | undefined,
): NatGatewayOptions | undefined {
  const profile = facts.cluster.natGatewayProfile;
  const standing = {
    managedOutboundIPCount: chain(profile, (nat) => nat.managedOutboundIPCount),
    idleTimeoutInMinutes: chain(profile, (nat) => nat.idleTimeoutInMinutes),
  };
  if (facts.subject === 'file')
    return target === undefined || target.outboundType === 'managedNATGateway' ? standing : undefined;
  if (target?.outboundType !== 'managedNATGateway') return undefined;
  const chosen = chosenIn(facts, 'natGatewayProfile');
  const current = ifDeclared(facts, 'managedNATGateway', standing);
  return {
    managedOutboundIPCount: chosen(target.managedOutboundIPCount) ?? current.managedOutboundIPCount,
    idleTimeoutInMinutes: chosen(target.idleTimeoutInMinutes) ?? current.idleTimeoutInMinutes,
  };
}

const isBalancer = (target: Target): target is Extract<Target, { outboundType: 'loadBalancer' }> =>
  target.outboundType === 'loadBalancer';

const chosenIn =
  (facts: ClusterFacts, profile: string) =>
  <T>(value: T | undefined): Fact<T> | undefined => {
    const origin: Origin = { kind: 'arm', resourceId: facts.id, property: `networkProfile.${profile}` };
    return value === undefined ? undefined : known(value, origin);
  };

function kept(facts: ClusterFacts): LoadBalancerOptions {
  const profile = facts.cluster.loadBalancerProfile;
  return {
    managedOutboundIPCount: chain(profile, (balancer) => balancer.managedOutboundIPCount),
    outboundIPIds: chain(profile, (balancer) => balancer.outboundIPIds),
    outboundIPPrefixIds: chain(profile, (balancer) => balancer.outboundIPPrefixIds),
    allocatedOutboundPorts: chain(profile, (balancer) => balancer.allocatedOutboundPorts),
    idleTimeoutInMinutes: chain(profile, (balancer) => balancer.idleTimeoutInMinutes),
  };
}

function nothingSaid(facts: ClusterFacts): LoadBalancerOptions {
  const none = absent(facts.cluster.outboundType.origin);
  return {
    managedOutboundIPCount: none,
    outboundIPIds: none,
    outboundIPPrefixIds: none,
    allocatedOutboundPorts: none,
    idleTimeoutInMinutes: none,
  };
}

/** The options where the cluster declares this type; absent where it declares another; unknown as the type is. */
function ifDeclared<O extends Readonly<Record<string, Fact<unknown>>>>(
  facts: ClusterFacts,
  type: 'loadBalancer' | 'managedNATGateway',
  options: O,
): O {
  const declared = declaredTypeOf(facts.cluster);
  if (declared.kind === 'known' && declared.value === type) return options;
  const instead = declared.kind === 'unknown' ? declared : absent(facts.cluster.outboundType.origin);
  return Object.fromEntries(Object.keys(options).map((name) => [name, instead])) as O;
}
