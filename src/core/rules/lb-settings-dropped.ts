import { absent, known, valueOf, type Fact } from '../fact.js';
import { declaredTypeOf } from '../declared.js';
import { chain } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { asWritten, say, type Message } from '../message.js';
import { defineRule } from '../rule.js';

/** Azure refuses a leftover profile: AKS-side error InvalidUserDefinedRoutingWithLoadBalancerProfile, read 2026-11-23. */
export const lbSettingsDropped = defineRule({
  id: 'aks-lb-settings-dropped',
  title: say('No setting of the load balancer is dropped'),
  severity: { live: 'info', file: 'none' },
  needs: (facts, target) =>
    target && target.outboundType !== 'loadBalancer'
      ? { loadBalancerProfile: droppedFrom(facts) }
      : undefined,
  *check({ loadBalancerProfile: dropped }) {
    if (dropped === undefined) return;
    yield {
      about: 'loadBalancerProfile',
      title: say('Settings of the load balancer are dropped'),
      message: say(
        'With the load balancer goes what was set for it: {settings}. A way back does not set it again.',
        {
          settings: dropped,
        },
      ),
      remedy: { text: say('Note it down. The record of the run keeps the whole cluster as it was.') },
    };
  },
});

function droppedFrom(facts: ClusterFacts): Fact<readonly Message[]> {
  const { outboundType, loadBalancerProfile } = facts.cluster;
  return chain(declaredTypeOf(facts.cluster), (type) => {
    if (type !== 'loadBalancer') return absent(outboundType.origin);
    return chain(loadBalancerProfile, (profile) => {
      const { allocatedOutboundPorts, backendPoolType, idleTimeoutInMinutes } = profile;
      const missing = [allocatedOutboundPorts, backendPoolType, idleTimeoutInMinutes].find(
        (fact) => fact.kind === 'unknown',
      );
      if (missing !== undefined) return missing;
      const ports = valueOf(allocatedOutboundPorts) ?? 0;
      const minutes = valueOf(idleTimeoutInMinutes) ?? 30;
      const settings = [
        ...(ports > 0 ? [say('{ports} ports for each node', asWritten({ ports }))] : []),
        ...(minutes === 30 ? [] : [say('an idle timeout of {minutes} minutes', asWritten({ minutes }))]),
        ...(valueOf(backendPoolType)?.toLowerCase() === 'nodeip' ? [say('backend pools by address')] : []),
      ];
      return settings.length === 0
        ? absent(loadBalancerProfile.origin)
        : known(settings, loadBalancerProfile.origin);
    });
  });
}
