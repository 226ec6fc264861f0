import { declaredTypeOf } from '../core/declared.js';
import { valueOf } from '../core/fact.js';
import type { ClusterFacts } from '../core/facts.js';
import type { NumberOption, OptionKey } from '../core/options.js';
import { isNumberOption, readOption } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Target } from '../core/target.js';
import { networkDefaults, wishesTyped } from './network-options.js';
import type { Typed } from './session.js';

/** The options that a choice has; the others change nothing and are not asked for. */
export function optionsOf(key: TargetKey): readonly OptionKey[] {
  if (key === 'loadBalancer')
    return [
      ...(['managedOutboundIPCount', 'allocatedOutboundPorts', 'idleTimeoutInMinutes'] as const),
      ...(['clearing', 'oldRanges'] as const),
    ];
  if (key === 'userAssignedNATGateway')
    return [
      ...(['natGateway', 'gatewayId', 'gatewayName', 'gatewayZone'] as const),
      ...(['idleTimeoutInMinutes', 'clearing', 'oldRanges'] as const),
    ];
  if (key === 'userDefinedRouting') return ['firewall'];
  if (key.startsWith('managedNATGateway/'))
    return ['managedOutboundIPCount', 'idleTimeoutInMinutes', 'oldRanges'];
  return [];
}

/** Own addresses at the load balancer stay: a count would swap them for addresses that AKS draws. */
export const keepsOwnAddresses = (key: TargetKey, facts: ClusterFacts): boolean =>
  key === 'loadBalancer' && Object.keys(ownAddressesOf(facts)).length > 0;

/** The customer's own addresses and prefixes at today's load balancer. */
export function ownAddressesOf(facts: ClusterFacts): {
  readonly outboundIPIds?: readonly string[];
  readonly outboundIPPrefixIds?: readonly string[];
} {
  const profile = valueOf(facts.cluster.loadBalancerProfile);
  if (profile === undefined) return {};
  const ids = valueOf(profile.outboundIPIds) ?? [];
  const prefixIds = valueOf(profile.outboundIPPrefixIds) ?? [];
  return {
    ...(ids.length > 0 ? { outboundIPIds: ids } : {}),
    ...(prefixIds.length > 0 ? { outboundIPPrefixIds: prefixIds } : {}),
  };
}

/** What is carried over from today, so that nothing shrinks unasked: a new NAT gateway's own idle timeout is 4 minutes. */
export function carriedOver(key: TargetKey, facts: ClusterFacts): Typed {
  const options = optionsOf(key).filter(isNumberOption);
  const network = networkDefaults(key, facts);
  const { loadBalancerProfile, natGatewayProfile } = facts.cluster;
  // A cluster that leaves through a NAT gateway still reports what is left of its load balancer's profile.
  const hasGateway = valueOf(declaredTypeOf(facts.cluster)) === 'managedNATGateway';
  const today = hasGateway ? valueOf(natGatewayProfile) : valueOf(loadBalancerProfile);
  if (today === undefined || options.length === 0) return network;
  const count = keepsOwnAddresses(key, facts) ? undefined : valueOf(today.managedOutboundIPCount);
  const ports = 'allocatedOutboundPorts' in today ? valueOf(today.allocatedOutboundPorts) : undefined;
  const typed = asTyped(options, {
    managedOutboundIPCount: count,
    idleTimeoutInMinutes: valueOf(today.idleTimeoutInMinutes),
    allocatedOutboundPorts: ports,
  });
  return { ...onlyPossible(key, typed), ...network };
}

/** A load balancer may have more addresses than a NAT gateway takes: such a value is left to AKS. */
const onlyPossible = (key: TargetKey, typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([option, text]) => 'value' in readOption(option as NumberOption, text, boundsOf(key)),
    ),
  );

/** Whose bounds an option has. */
export const boundsOf = (key: TargetKey): 'loadBalancer' | 'managedNATGateway' =>
  key === 'loadBalancer' ? key : 'managedNATGateway';

/** The options of a target, as somebody would have typed them. */
export const typedOf = (key: TargetKey, target: Target): Typed => ({
  ...asTyped(optionsOf(key).filter(isNumberOption), target),
  ...wishesTyped(target),
});

function asTyped(
  options: readonly NumberOption[],
  values: Partial<Record<NumberOption, number | undefined>> | Target,
): Typed {
  const numbers = values as Partial<Record<NumberOption, number | undefined>>;
  return Object.fromEntries(
    options.flatMap((option) => {
      const value = numbers[option];
      return value === undefined ? [] : [[option, String(value)]];
    }),
  );
}
