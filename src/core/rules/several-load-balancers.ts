import { partOf } from '../around.js';
import { mapFact } from '../fact.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P44. AKS docs, Use multiple public standard load balancers (ms.date 2025-05-13), read 2026-11-23. */
export const severalLoadBalancers = defineRule({
  id: 'aks-several-load-balancers',
  title: say('The cluster has one public load balancer'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const list = partOf(facts, 'loadBalancers', facts.around?.loadBalancers);
    const names = mapFact(list, (balancers) =>
      balancers
        .filter(({ frontends }) => frontends.some(({ addressId }) => addressId !== undefined))
        .map(({ name }) => name),
    );
    return { loadBalancers: where(names, (all) => all.length > 1) };
  },
  *check({ loadBalancers }) {
    if (loadBalancers === undefined) return;
    yield {
      about: 'loadBalancers',
      title: say('Only the first of several load balancers carries what leaves'),
      message: say(
        'The cluster has the public load balancers {names}. Outbound rules are on the first one alone, and what a change of type does to the others is written nowhere.',
        { names: loadBalancers },
      ),
      remedy: { text: say('Try the change on a second cluster that is built the same way.') },
    };
  },
});
