import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { eachOnce, subnetOf } from '../node-subnets.js';
import { identityLacks, neededWords } from '../may.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

const actions = ['Microsoft.Network/routeTables/read', 'Microsoft.Network/routeTables/routes/write'];

/** P15, P26. AKS docs, Configure kubenet networking (ms.date 2026-04-16), read 2026-11-23. */
export const kubenetTableNoRights = defineRule({
  id: 'aks-kubenet-table-no-rights',
  title: say("The cluster's identity may write routes into its own table"),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const plugin = where(facts.cluster.networkPlugin, (name) => name.toLowerCase() === 'kubenet');
    const tables = chain(plugin, () =>
      hitsIn(facts.pools, (pool) => chain(subnetOf(facts, pool), ({ routeTableId }) => routeTableId)),
    );
    const roles = chain(ifAny(tables), (ids) =>
      identityLacks(
        facts,
        eachOnce(ids).flatMap((id) => actions.map((action) => ({ id, action }))),
      ),
    );
    return { roles };
  },
  *check({ roles: lacking }) {
    if (lacking === undefined) return;
    yield {
      about: 'roles',
      title: say('AKS could not write the routes of its pods'),
      message: say(
        "With kubenet AKS keeps a route for each node in your table, and no role gives the cluster's identity the right to {actions}.",
        { actions: neededWords(lacking) },
      ),
      remedy: {
        text: say(
          "Give the cluster's identity the role Network Contributor on the route table. It can take an hour until that counts.",
        ),
      },
    };
  },
});
