import { known } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** isolated-node-public-ip. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedNodePublicIp = defineRule({
  id: 'aks-isolated-node-public-ip',
  title: say('No node has a way out of its own'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none']);
    const poolsWithOwn = hitsIn(facts.pools, ({ name, enableNodePublicIP: has }) =>
      chain(
        where(has, (isOn) => isOn),
        () => known(name, has.origin),
      ),
    );
    return outboundType && { outboundType, enableNodePublicIP: ifAny(poolsWithOwn) };
  },
  *check({ enableNodePublicIP: pools }) {
    if (pools === undefined) return;
    yield {
      about: 'enableNodePublicIP',
      title: say('Nodes would still reach the internet'),
      message: oneOrMany(
        pools,
        say('{pools} gives each node a public address, which is a way out whatever the outbound type says.', {
          pools,
        }),
        say('{pools} give each node a public address, which is a way out whatever the outbound type says.', {
          pools,
        }),
      ),
      remedy: { text: say('Make the pool anew without enableNodePublicIP.') },
    };
  },
});
