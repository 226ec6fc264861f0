import { balancerAddressCount } from '../balancer-addresses.js';
import { orDefault } from '../fact-logic.js';
import { asWritten, say, type Message } from '../message.js';
import { nodeCountsOf } from '../node-counts.js';
import { optionBounds } from '../options.js';
import { defineRule } from '../rule.js';
import { addressesNeeded, mostPortsPerNode, nodesThatFit, portsPerLoadBalancerAddress } from '../snat.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** P30, lb-snat-capacity, lb-snat-surge-capacity. AKS docs, Use a public standard load balancer (ms.date 2024-01-23), read 2026-11-23. */
export const lbSnatCapacity = defineRule({
  id: 'aks-lb-snat-capacity',
  title: say('Every node gets its outbound ports, during upgrades too'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const options = loadBalancerOptions(facts, target);
    if (options === undefined) return undefined;
    const allocatedOutboundPorts = orDefault(options.allocatedOutboundPorts, 0);
    // Ports that Azure divides by itself always fit: then nothing else is asked for.
    if (allocatedOutboundPorts.kind === 'known' && allocatedOutboundPorts.value <= 0)
      return { allocatedOutboundPorts };
    return {
      allocatedOutboundPorts,
      outboundIPs: balancerAddressCount(facts, options),
      agentPoolProfiles: nodeCountsOf(facts),
    };
  },
  *check({ allocatedOutboundPorts: ports, outboundIPs: addresses, agentPoolProfiles: nodes }) {
    if (ports === undefined || addresses === undefined || nodes === undefined) return;
    const fit = nodesThatFit(ports, addresses);
    const withSurge = nodes.most + nodes.surge;
    if (withSurge <= fit) return;
    const numbers = {
      ...asWritten({ ports }),
      available: portsPerLoadBalancerAddress * addresses,
      fit,
      nodes: nodes.most,
      surge: nodes.surge,
    };
    const remedy = { text: waysToFit(ports, addresses, withSurge) };
    yield nodes.most > fit
      ? {
          about: 'allocatedOutboundPorts',
          title: say('Azure would refuse: there are too few outbound ports'),
          message: say(
            '{ports} ports for each of up to {nodes} nodes are more than the {available} that there are; {fit} nodes fit.',
            numbers,
          ),
          remedy,
        }
      : {
          about: 'allocatedOutboundPorts',
          severity: 'warn',
          title: say('Upgrades would fail for lack of outbound ports'),
          message: say(
            '{nodes} nodes fit, and an upgrade adds {surge}; with {ports} ports each only {fit} fit.',
            numbers,
          ),
          remedy,
        };
  },
});

/** Fewer ports, or as many addresses as a load balancer takes at most. */
function waysToFit(ports: number, addresses: number, nodes: number): Message {
  const fewer = mostPortsPerNode(nodes, addresses);
  const more = addressesNeeded(ports, nodes);
  return more > optionBounds.managedOutboundIPCount.loadBalancer.most
    ? say('Take at most {ports} ports for each node.', asWritten({ ports: fewer }))
    : say(
        'Take at most {ports} ports for each node, or {addresses} addresses.',
        asWritten({ ports: fewer, addresses: more }),
      );
}
