import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import { sortFindings } from './findings.js';
import { isAroundBeingRead } from './reduce/asking-around.js';
import { isUnderWay } from './run-situation.js';
import type { Session } from './session.js';
import { counted } from './words.js';

/** Why nothing may be sent at all, or undefined. The sandbox stays usable when changes are turned off. */
export function writesHindrance(session: Session): Message | undefined {
  if (session.changesAllowed || session.opening.world.kind === 'sandbox') return undefined;
  return say('Changes are turned off: the setting aksEgress.allowChanges is false. Nothing is sent.');
}

/** Why the plan on the screen may not be started, or undefined. Asked by the page's button and again by each act. */
export function startHindrance(session: Session): Message | undefined {
  const { judgement, reading, run, unreadable } = session;
  if (isUnderWay(run)) return say('A run of this cluster has not ended yet.');
  if (unreadable.length > 0)
    return say('The record of an earlier run cannot be read. Decide about that run first.');
  if (reading.status === 'reading') return say('The cluster is being read.');
  if (reading.status === 'failed') return say('The cluster could not be read again. Read it first.');
  if (session.draft === undefined) return say('Nothing is chosen yet.');
  const { blocks: found } = sortFindings(judgement?.results ?? [], judgement?.plan);
  const blocks = found.length;
  if (blocks > 0)
    return counted(
      blocks,
      say('1 finding blocks the change.'),
      say('{count} findings block the change.', { count: blocks }),
    );
  if (judgement?.plan === undefined) return judgement?.none ?? say('There is no plan yet.');
  if (judgement.plan.steps.length === 0) return say('The plan has no step: nothing would change.');
  if (isAroundBeingRead(session)) return say('Locks, rights, policies and quotas are being read.');
  if (judgement.digest === undefined) return say('The plan is being fixed.');
  if (!isNameTyped(session)) return say('The name of the cluster has to be typed below the plan first.');
  return writesHindrance(session);
}

/** True where no name is asked for, or the typed one is the cluster's. Compared exactly. */
export const isNameTyped = ({ judgement, typedName }: Session): boolean =>
  judgement?.plan?.needsTypedName !== true || typedName.trim() === judgement.plan.clusterName;
