import { known } from '../fact.js';
import { chain, firstOf, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';

const isStopped = (code: string): boolean => code.toLowerCase() === 'stopped';

/** P6. AKS docs, Stop and start a cluster (ms.date 2026-07-21), read 2026-11-23. */
export const clusterStopped = defineRule({
  id: 'aks-cluster-stopped',
  title: say('The cluster and its pools are running'),
  severity: { live: 'block', file: 'none' },
  needs: ({ cluster, pools }) => ({
    powerState: firstOf<readonly string[]>(
      chain(where(cluster.powerState, isStopped), () => known([], cluster.powerState.origin)),
      ifAny(
        hitsIn(pools, ({ name, powerState }) =>
          chain(where(powerState, isStopped), () => known(name, powerState.origin)),
        ),
      ),
    ),
  }),
  *check({ powerState: stoppedPools }) {
    if (stoppedPools === undefined) return;
    yield stoppedPools.length === 0
      ? {
          about: 'powerState',
          title: say('Azure would refuse: the cluster is stopped'),
          message: say('A stopped cluster takes only start and delete.'),
          remedy: { text: say('Start the cluster, then read again.') },
        }
      : {
          about: 'powerState',
          severity: 'warn',
          title: say('A stopped pool is not tested by this change'),
          message: oneOrMany(
            stoppedPools,
            say('{pools} is stopped. Its nodes meet the new path only when they start again.', {
              pools: stoppedPools,
            }),
            say('{pools} are stopped. Their nodes meet the new path only when they start again.', {
              pools: stoppedPools,
            }),
          ),
          remedy: { text: say('Start it before the change, or watch its nodes when they start.') },
        };
  },
});
