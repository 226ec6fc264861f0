import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P45. AKS docs, Use instance-level public IPs; Azure NAT Gateway docs on precedence, read 2026-11-23. */
export const nodePublicIps = defineRule({
  id: 'aks-node-public-ips',
  title: say('No node has a public address of its own'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const types = [
      'loadBalancer',
      'managedNATGateway',
      'userAssignedNATGateway',
      'userDefinedRouting',
    ] as const;
    const outboundType = wanted(facts, target, types);
    if (outboundType === undefined || target === undefined) return undefined;
    const pools = hitsIn(facts.pools, (pool) =>
      chain(pool.enableNodePublicIP, (has) =>
        has ? known(pool.name, pool.enableNodePublicIP.origin) : absent(pool.enableNodePublicIP.origin),
      ),
    );
    return { outboundType, pools: ifAny(pools) };
  },
  *check({ outboundType, pools }) {
    if (pools === undefined) return;
    const isBalancer = outboundType === 'loadBalancer';
    yield {
      about: 'pools',
      title: isBalancer
        ? say('Some nodes would go on leaving by their own addresses')
        : say('Some nodes would no longer leave by their own addresses'),
      message: isBalancer
        ? say('Nodes of {pools} have public addresses of their own, which win over the load balancer.', {
            pools,
          })
        : say(
            'Nodes of {pools} have public addresses of their own. A NAT gateway or a route wins over them, so partners that know these addresses see another one.',
            { pools },
          ),
      remedy: { text: say('Tell those who let these addresses in, or use pools without public addresses.') },
    };
  },
});
