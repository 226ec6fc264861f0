import { absent, known, type Fact } from '../fact.js';
import { declaredTypeOf } from '../declared.js';
import { allOf, chain, orDefault } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { gatewayOf } from '../node-subnets.js';
import { optionDefaults } from '../options.js';
import { defineRule } from '../rule.js';
import type { OutboundType } from '../outbound-type.js';
import type { Target } from '../target.js';
import { loadBalancerOptions, natGatewayOptions } from '../wanted-options.js';

/** P42. ARM types: 30 minutes for a load balancer, 4 for a NAT gateway when nothing is said; read 2026-11-23. */
export const idleTimeoutFalls = defineRule({
  id: 'aks-idle-timeout-falls',
  title: say('Quiet connections live as long as today'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target && {
      idleTimeoutInMinutes: timeoutAfter(facts, target),
      today: chain(declaredTypeOf(facts.cluster), (type) => timeoutToday(facts, type)),
    },
  *check({ idleTimeoutInMinutes: after, today }, target) {
    if (after === undefined || today === undefined || after >= today) return;
    yield {
      about: 'idleTimeoutInMinutes',
      title: say('Quiet connections would be cut sooner'),
      message: say(
        'A connection may be idle for {today} minutes today and for {after} afterwards. Database pools feel it first.',
        {
          today,
          after,
        },
      ),
      remedy: {
        text:
          target?.outboundType === 'userAssignedNATGateway'
            ? say('Raise the idle timeout of your NAT gateway, or turn on keep-alives.')
            : say('Set the idle timeout to {today} minutes under Configure, or turn on keep-alives.', {
                today,
              }),
      },
    };
  },
});

function timeoutToday(facts: ClusterFacts, type: OutboundType): Fact<number> {
  const { loadBalancerProfile, natGatewayProfile, outboundType } = facts.cluster;
  switch (type) {
    case 'loadBalancer':
      return orDefault(
        chain(loadBalancerProfile, (profile) => profile.idleTimeoutInMinutes),
        optionDefaults.loadBalancer.idleTimeoutInMinutes,
      );
    case 'managedNATGateway':
      return orDefault(
        chain(natGatewayProfile, (profile) => profile.idleTimeoutInMinutes),
        optionDefaults.managedNATGateway.idleTimeoutInMinutes,
      );
    case 'userAssignedNATGateway':
      return shortestOfGateways(facts);
    case 'userDefinedRouting':
    case 'none':
    case 'block':
      return absent(outboundType.origin);
  }
}

function timeoutAfter(facts: ClusterFacts, target: Target): Fact<number> {
  const balancer = loadBalancerOptions(facts, target);
  if (balancer !== undefined)
    return orDefault(balancer.idleTimeoutInMinutes, optionDefaults.loadBalancer.idleTimeoutInMinutes);
  const nat = natGatewayOptions(facts, target);
  if (nat !== undefined)
    return orDefault(nat.idleTimeoutInMinutes, optionDefaults.managedNATGateway.idleTimeoutInMinutes);
  return target.outboundType === 'userAssignedNATGateway'
    ? shortestOfGateways(facts)
    : absent(facts.cluster.outboundType.origin);
}

function shortestOfGateways(facts: ClusterFacts): Fact<number> {
  const { origin } = facts.cluster.outboundType;
  return chain(facts.pools, (pools) => {
    const timeouts = pools.map((pool) =>
      chain(gatewayOf(facts, pool), (gateway) =>
        orDefault(gateway.idleTimeoutInMinutes, optionDefaults.managedNATGateway.idleTimeoutInMinutes),
      ),
    );
    return chain(allOf(timeouts, origin), (all) =>
      all.length === 0 ? absent(origin) : known(Math.min(...all), origin),
    );
  });
}
