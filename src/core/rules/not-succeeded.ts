import { known, valueOf } from '../fact.js';
import { declaredKeyOf } from '../declared.js';
import { chain, firstOf, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { keyOf } from '../target.js';
import { isLeftUnfinished } from '../unfinished.js';

const hasFailed = (state: string): boolean => ['failed', 'canceled'].includes(state.toLowerCase());

/**
 * P5. A warning: repeating a change once its cause is gone is the cure that Azure's own pages give. The type that
 * the failed cluster declares is such a repeat (see core/reconcile.ts).
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
  *check({ provisioningState: failed }, target, { cluster }) {
    if (failed === undefined) return;
    const isRepeat =
      target !== undefined && isLeftUnfinished(cluster) && valueOf(declaredKeyOf(cluster)) === keyOf(target);
    yield isRepeat
      ? {
          about: 'provisioningState',
          title: say('The plan sends again what Azure did not finish'),
          message: say(
            'The last operation on {who} failed or was canceled. The plan sends the declared type once more, so that Azure finishes its work; it fails again while the cause is there.',
            { who: failed },
          ),
          remedy: { text: say("Find and remove the cause first; Azure's own words stand at the step.") },
        }
      : {
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
