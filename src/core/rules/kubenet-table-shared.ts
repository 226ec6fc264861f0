import { absent, known, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { eachOnce, routeTableOf } from '../node-subnets.js';
import { defineRule } from '../rule.js';
import { placesIn } from '../touched-by.js';

/** P51. AKS docs, Configure kubenet networking (ms.date 2026-04-16), read 2026-11-23. */
export const kubenetTableShared = defineRule({
  id: 'aks-kubenet-table-shared',
  title: say('The route table of kubenet serves this cluster alone'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const plugin = where(facts.cluster.networkPlugin, (name) => name.toLowerCase() === 'kubenet');
    return { tables: chain(plugin, () => sharedOf(facts)) };
  },
  *check({ tables }) {
    if (tables === undefined) return;
    yield {
      about: 'tables',
      title: say('Two clusters may write routes into one table'),
      message: say(
        'Route table {tables} is on subnets outside this cluster too. With kubenet each cluster needs a table of its own, and its pods are not reached else.',
        { tables },
      ),
      remedy: { text: say('Look whether another cluster stands there, and give each its own table.') },
    };
  },
});

const sharedOf = (facts: ClusterFacts): Fact<readonly string[]> =>
  chain(placesIn(facts), (places) => {
    const names = hitsIn(facts.pools, (pool) =>
      chain(routeTableOf(facts, pool), ({ name, subnetIds }) => {
        if (subnetIds === undefined) return absent(pool.subnetId.origin);
        return chain(subnetIds, (ids) =>
          ids.some((id) => !places.includes(id)) ? known(name, subnetIds.origin) : absent(subnetIds.origin),
        );
      }),
    );
    return ifAny(chain(names, (list) => known(eachOnce(list), facts.pools.origin)));
  });
