import { known, type Fact } from '../fact.js';
import { declaredKeyOf } from '../declared.js';
import { chain, orDefault } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { hasNetworkWork, networkWorkOf } from '../own-network/network-work.js';
import { optionDefaults } from '../options.js';
import { defineRule } from '../rule.js';
import { keyOf, type Target } from '../target.js';
import { isLeftUnfinished } from '../unfinished.js';

/** P2: type and sku differ, or a chosen option does, or Azure has not finished what it was asked for. */
export const nothingToDo = defineRule({
  id: 'aks-nothing-to-do',
  title: say('There is something to change'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => target && { outboundType: differs(facts, target) },
  *check({ outboundType: isDifferent }) {
    if (isDifferent !== false) return;
    yield {
      about: 'outboundType',
      title: say('Nothing would change'),
      message: say('The cluster has this outbound type already, with the same options.'),
      remedy: { text: say('Choose another outbound type, or change an option.') },
    };
  },
});

function differs(facts: ClusterFacts, target: Target): Fact<boolean> {
  const { origin } = facts.cluster.outboundType;
  return chain(declaredKeyOf(facts.cluster), (key) => {
    const isOther = key !== keyOf(target) || hasNetworkWork(networkWorkOf(facts, target));
    if (isOther || isLeftUnfinished(facts.cluster)) return known(true, origin);
    const pairs = chosenBesideCurrent(facts, target);
    const changed = pairs.find(([chosen, now]) => now.kind !== 'unknown' && !isSame(chosen, now));
    if (changed !== undefined) return known(true, origin);
    return pairs.map(([, now]) => now).find((now) => now.kind === 'unknown') ?? known(false, origin);
  });
}

type Option = number | readonly string[];

function chosenBesideCurrent(
  facts: ClusterFacts,
  target: Target,
): readonly (readonly [Option, Fact<Option>])[] {
  const { loadBalancerProfile: balancer, natGatewayProfile: nat } = facts.cluster;
  const chosen: readonly (readonly [Option | undefined, Fact<Option>])[] =
    target.outboundType === 'loadBalancer'
      ? [
          [target.managedOutboundIPCount, chain(balancer, (profile) => profile.managedOutboundIPCount)],
          [target.outboundIPIds, chain(balancer, (profile) => profile.outboundIPIds)],
          [target.outboundIPPrefixIds, chain(balancer, (profile) => profile.outboundIPPrefixIds)],
          [
            target.allocatedOutboundPorts,
            orDefault(
              chain(balancer, (profile) => profile.allocatedOutboundPorts),
              optionDefaults.loadBalancer.allocatedOutboundPorts,
            ),
          ],
          [
            target.idleTimeoutInMinutes,
            orDefault(
              chain(balancer, (profile) => profile.idleTimeoutInMinutes),
              optionDefaults.loadBalancer.idleTimeoutInMinutes,
            ),
          ],
        ]
      : target.outboundType === 'managedNATGateway'
        ? [
            [target.managedOutboundIPCount, chain(nat, (profile) => profile.managedOutboundIPCount)],
            [
              target.idleTimeoutInMinutes,
              orDefault(
                chain(nat, (profile) => profile.idleTimeoutInMinutes),
                optionDefaults.managedNATGateway.idleTimeoutInMinutes,
              ),
            ],
          ]
        : [];
  return chosen.flatMap(([value, now]) => (value === undefined ? [] : [[value, now] as const]));
}

function isSame(chosen: Option, now: Fact<Option>): boolean {
  if (now.kind !== 'known') return false;
  if (typeof chosen === 'number' || typeof now.value === 'number') return chosen === now.value;
  const ids = new Set(now.value.map((id) => id.toLowerCase()));
  return ids.size === new Set(chosen).size && chosen.every((id) => ids.has(id.toLowerCase()));
}
