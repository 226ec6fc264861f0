import { balancerAddressCount } from '../balancer-addresses.js';
import { declaredTypeOf } from '../declared.js';
import { known, valueOf } from '../fact.js';
import { orDefault } from '../fact-logic.js';
import { say } from '../message.js';
import { nodeCountsOf, type NodeCounts } from '../node-counts.js';
import { defineRule } from '../rule.js';
import { leavesOtherwise } from '../shadow.js';
import { automaticPorts } from '../snat.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** P30, lb-snat-auto-thin. Azure Load Balancer docs, Outbound connections, read 2026-11-23. */
export const lbSnatAutoThin = defineRule({
  id: 'aks-lb-snat-auto-thin',
  title: say('A full cluster still has enough outbound ports on each node'),
  severity: { live: 'info', file: 'information' },
  needs: (facts, target) => {
    const options = loadBalancerOptions(facts, target);
    if (options === undefined) return undefined;
    // Nobody uses those ports while every pool leaves another way, and aks-lb-shadowed speaks of that.
    const stays = facts.subject === 'file' || valueOf(declaredTypeOf(facts.cluster)) === 'loadBalancer';
    if (stays && leavesOtherwise(facts, 'loadBalancer')) return undefined;
    const allocatedOutboundPorts = orDefault(options.allocatedOutboundPorts, 0);
    const isByHand = allocatedOutboundPorts.kind === 'known' && allocatedOutboundPorts.value > 0;
    const few: NodeCounts = { now: 0, most: 0, surge: 0 };
    return {
      allocatedOutboundPorts,
      outboundIPs: isByHand ? known(1, allocatedOutboundPorts.origin) : balancerAddressCount(facts, options),
      agentPoolProfiles: isByHand ? known(few, allocatedOutboundPorts.origin) : nodeCountsOf(facts),
    };
  },
  *check({ allocatedOutboundPorts: ports, outboundIPs: addresses, agentPoolProfiles: nodes }) {
    if (ports !== 0 || addresses === undefined || nodes === undefined || nodes.most <= 100) return;
    const each = automaticPorts(nodes.most, addresses);
    if (each !== undefined && each > 256) return;
    yield {
      about: 'agentPoolProfiles',
      title: say('Busy nodes may run out of outbound ports'),
      message:
        each === undefined
          ? say('Azure divides ports for up to 1,000 nodes; this cluster may grow to {nodes}.', {
              nodes: nodes.most,
            })
          : say('With {nodes} nodes and {addresses} addresses Azure gives each node {ports} ports.', {
              nodes: nodes.most,
              addresses,
              ports: each,
            }),
      remedy: { text: say('Allocate ports by hand with enough addresses, or take a NAT gateway.') },
    };
  },
});
