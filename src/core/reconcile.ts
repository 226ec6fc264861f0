import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say, type Message } from './message.js';
import type { Expectation, Plan, Step } from './plan.js';
import type { Addressee } from './range-steps.js';
import type { Change } from './target-edits.js';
import { isLeftUnfinished, lastOperationOf } from './unfinished.js';
import type { Moment } from './when-traffic-moves.js';

/**
 * Where Azure's last operation failed or was canceled, the cluster may declare a type whose network was never built.
 * The same PUT once more, after the cause is gone, is the cure: "az aks update" without options reconciles likewise.
 * Azure support articles on failed clusters, read 2026-11-23; azure-cli, module acs, read 2026-11-25.
 */
const reconcileId = 'reconcile';

const isReconcile = ({ id }: Step): boolean => id === reconcileId;

/** True for a plan that repeats what is declared, and changes no type. */
export const reconciles = ({ steps }: Plan): boolean => steps.some(isReconcile);

/** That Azure is done with it, beside what the type itself asks for. */
const isInOrder: Expectation = {
  kind: 'equals',
  path: ['properties', 'provisioningState'],
  value: 'Succeeded',
};

export interface ReconcileOrder {
  readonly facts: ClusterFacts;
  readonly to: Addressee;
  readonly change: Change;
  readonly moment: Moment;
}

/** The declared type sent once more; undefined where Azure finished its last work. */
export function reconcileStep({ facts, to, change, moment }: ReconcileOrder): Step | undefined {
  if (!isLeftUnfinished(facts.cluster)) return undefined;
  const mayMove = moment === 'withIt';
  return {
    id: reconcileId,
    title: say('Let Azure finish its work: send the declared type again'),
    why: whyAgain(facts),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: change.edits },
    verify: [...change.verify, isInOrder],
    undo: say('None is needed: the cluster declares this type already.'),
    interruption: mayMove
      ? say(
          'Open outbound connections are cut once, if traffic still leaves by the former way; Azure publishes no duration.',
        )
      : say('None that is known: the type, and the way that traffic takes, stay as they are.'),
    isCutOver: mayMove,
  };
}

function whyAgain({ cluster }: ClusterFacts): Message {
  const why =
    lastOperationOf(cluster) === 'canceled'
      ? say('The last operation on this cluster was canceled, and nobody knows how far Azure came.')
      : say('The last operation on this cluster failed, and nobody knows how far Azure came.');
  const words = cluster.provisioningError === undefined ? undefined : valueOf(cluster.provisioningError);
  const cure = say(
    'The same request again lets it finish, once the cause is gone: the declared type with its options, and nothing of another type.',
  );
  return words === undefined
    ? say('{why} {cure}', { why, cure })
    : say('{why} {cure} Azure said: {words}', { why, cure, words });
}
