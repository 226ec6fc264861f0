import { known } from '../fact.js';
import { chain, firstOf, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

const hasFailed = (state: string): boolean => ['failed', 'canceled'].includes(state.toLowerCase());

/**
 * P5. A warning: repeating a change once its cause is gone is the cure that Azure's own pages give.
 * Azure support articles on failed clusters, read 2026-11-23.
 */
export const notSucceeded = defineRule({
  id: 'aks-not-succeeded',
  title: say('The last operation on the cluster and its pools succeeded'),
  severity: { live: 'warn', file: 'none' },
  needs: ({ cluster, pools, name }) => ({
    provisioningState: firstOf<readonly string[]>(
      chain(where(cluster.provisioningState, hasFailed), () =>
        known([name], cluster.provisioningState.origin),
      ),
      ifAny(
        hitsIn(pools, (pool) =>
          chain(where(pool.provisioningState, hasFailed), () =>
            known(pool.name, pool.provisioningState.origin),
          ),
        ),
      ),
    ),
  }),
  *check({ provisioningState: failed }) {
    if (failed === undefined) return;
    yield {
      about: 'provisioningState',
      title: say('The change meets a cluster that is not in order'),
      message: say(
        'The last operation on {who} failed or was canceled. This change may fail for the same cause.',
        {
          who: failed,
        },
      ),
      remedy: {
        text: say(
          'Find the cause first. Azure accepts the change all the same, and once the cause is gone, a change often brings the cluster back in order.',
        ),
      },
    };
  },
});
