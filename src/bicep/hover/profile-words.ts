import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { asWritten, say } from '../../core/message.js';
import { declaredTypeOf } from '../../core/declared.js';
import { optionBounds, optionDefaults } from '../../core/options.js';

/** The declared type, or words for one that is not known. */
const typeOf = ({ cluster }: ClusterFacts): string | undefined => valueOf(declaredTypeOf(cluster));

/** ARM types of natGatewayProfile, read 2026-11-23. */
export function natGatewayWords(facts: ClusterFacts): readonly Message[] {
  const type = typeOf(facts);
  const { managedOutboundIPCount, idleTimeoutInMinutes } = optionBounds;
  return [
    say(
      'Settings of the NAT gateway that AKS runs for `managedNATGateway`; no other outbound type uses them.',
    ),
    say(
      'Addresses: {least} to {most}. Idle timeout: {from} to {to} minutes, {usual} when nothing is said.',
      asWritten({
        ...managedOutboundIPCount.managedNATGateway,
        from: idleTimeoutInMinutes.managedNATGateway.least,
        to: idleTimeoutInMinutes.managedNATGateway.most,
        usual: optionDefaults.managedNATGateway.idleTimeoutInMinutes,
      }),
    ),
    say(
      '`sku` (Standard or StandardV2) exists from API version 2026-06-01. Without it, AKS takes StandardV2 where the region offers it. StandardV2 is a one-way door.',
    ),
    ...beside(type, 'managedNATGateway'),
  ];
}

/** ARM types of loadBalancerProfile and AKS docs, Use a public standard load balancer, read 2026-11-23. */
export function loadBalancerWords(facts: ClusterFacts): readonly Message[] {
  const type = typeOf(facts);
  const { managedOutboundIPCount, idleTimeoutInMinutes, allocatedOutboundPorts } = optionBounds;
  return [
    say(
      'Settings of the load balancer. Its addresses count for egress only with outbound type `loadBalancer`, and are given in one way: `managedOutboundIPs` ({least} to {most}), `outboundIPs` or `outboundIPPrefixes`.',
      asWritten(managedOutboundIPCount.loadBalancer),
    ),
    say(
      '`allocatedOutboundPorts`: {least} to {most} for each node in steps of {step}; 0 lets Azure divide. `idleTimeoutInMinutes`: {from} to {to}, {usual} when nothing is said.',
      asWritten({
        ...allocatedOutboundPorts,
        from: idleTimeoutInMinutes.loadBalancer.least,
        to: idleTimeoutInMinutes.loadBalancer.most,
        usual: optionDefaults.loadBalancer.idleTimeoutInMinutes,
      }),
    ),
    ...beside(type, 'loadBalancer'),
  ];
}

function beside(type: string | undefined, own: string): readonly Message[] {
  if (type === undefined || type === own) return [];
  return [say('This cluster has `{type}`.', { type })];
}

/** AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05), read 2026-11-23. */
export function subnetWords(facts: ClusterFacts): readonly Message[] {
  const type = typeOf(facts);
  const needed: Readonly<Record<string, Message>> = {
    userAssignedNATGateway: say(
      'With `userAssignedNATGateway` this subnet needs a NAT gateway with an address.',
    ),
    userDefinedRouting: say(
      'With `userDefinedRouting` this subnet needs a route table whose route 0.0.0.0/0 leads to an appliance.',
    ),
    managedNATGateway: say('`managedNATGateway` works only in a network made by AKS, without this property.'),
    block: say('`block` works only in a network made by AKS, without this property.'),
    loadBalancer: say(
      'A NAT gateway or a default route on this subnet takes the traffic away from the load balancer, whatever the outbound type says.',
    ),
  };
  const own = type === undefined ? undefined : needed[type];
  return [
    say(
      'The subnet of the nodes. With it the cluster has its own network: `managedNATGateway` and `block` are out of reach, `userAssignedNATGateway` and `userDefinedRouting` within it. Whether a pool has one cannot be changed later.',
    ),
    ...(own === undefined ? [] : [own]),
  ];
}
