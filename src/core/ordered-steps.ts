import { unmet } from './expectations.js';
import { valueOf } from './fact.js';
import { withLockOut } from './lock-out.js';
import { say } from './message.js';
import { knownIn, newAddressesOf } from './new-addresses.js';
import { addressStepId, attachingSteps, creatingSteps } from './own-network/attaching-steps.js';
import { clearingSteps } from './own-network/clearing-steps.js';
import { deletingSteps, leftOvers } from './own-network/deleting.js';
import { graphBeforeClearing, networkWorkOf } from './own-network/network-work.js';
import { routingSteps } from './own-network/routing-steps.js';
import { targetsInText } from './outbound-type.js';
import type { Step } from './plan.js';
import { interruptionOfSwitch, undoOfSwitch, whyOfSwitch, type Situation } from './plan-words.js';
import { letDrawnIn, letIn, placeholderBack, rangesIn, shutOut, type Addressee } from './range-steps.js';
import { rangeWorkOf } from './range-work.js';
import type { ClusterReading } from './reading.js';
import { reconcileStep } from './reconcile.js';
import { registeringSteps } from './registering.js';
import { changeAgainTo, changeTo } from './target-edits.js';

/**
 * What is created first, then the authorized ranges, so that every address that can be known is let in before
 * anything moves; then what must stand before the type, the type, what would go on winning over it, tightening last.
 */
export function stepsFor(reading: ClusterReading, situation: Situation, to: Addressee): readonly Step[] {
  const { facts, target, released } = situation;
  const work = networkWorkOf(facts, target);
  const { attaching, routing, clearing } = work;
  const ranges = rangesIn(reading.basis.body);
  const lists = rangeWorkOf(facts, target, ranges);
  const after = valueOf(newAddressesOf(facts, target));
  const created =
    after?.kind === 'createdByPlan'
      ? { name: after.name, from: { stepId: addressStepId, path: ['properties', 'ipAddress'] } }
      : undefined;
  const opening =
    lists === undefined
      ? undefined
      : letIn(to, ranges, {
          known: after === undefined ? [] : knownIn(after),
          ...(created === undefined ? {} : { created }),
          ...(lists.standIn === undefined ? {} : { standIn: lists.standIn }),
        });
  const change = changeStep(reading, situation, { to, locksOut: lists?.locksOut === true });
  const drawn =
    change === undefined || lists?.drawn === undefined
      ? undefined
      : letDrawnIn(to, {
          stepId: change.id,
          profile: lists.drawn,
          locksOut: lists.locksOut,
          isBeforeCutOver: clearing !== undefined,
        });
  const isMoved = change !== undefined || clearing !== undefined;
  const list = [...(opening?.ranges ?? ranges), ...(drawn === undefined ? [] : [null])];
  const tightening =
    lists === undefined || !isMoved
      ? undefined
      : lists.putsPlaceholderBack
        ? placeholderBack(to, ranges, drawn)
        : shutOut(to, list, { entries: lists.takenOff, released });
  return [
    ...registeringSteps(facts, target, reading.subscriptionId),
    ...(attaching === undefined ? [] : creatingSteps(reading, attaching)),
    opening?.step,
    ...(attaching === undefined ? [] : attachingSteps(reading, attaching)),
    ...(routing === undefined ? [] : routingSteps(reading, routing)),
    change,
    drawn,
    ...(clearing === undefined
      ? []
      : clearingSteps({ ...reading, facts: graphBeforeClearing(facts, work) }, clearing)),
    tightening,
    ...(target.deletesCreated === true ? deletingSteps(leftOvers(facts, target, clearing)) : []),
  ].filter((step) => step !== undefined);
}

function changeStep(
  reading: ClusterReading,
  situation: Situation,
  { to, locksOut }: { readonly to: Addressee; readonly locksOut: boolean },
): Step | undefined {
  const { facts, target, from, moment } = situation;
  const families = valueOf(facts.cluster.ipFamilies) ?? [];
  const isDualStack = families.some((family) => family.toLowerCase() === 'ipv6');
  const { edits, verify } = changeTo(reading.basis.body, target, isDualStack);
  const isSwitch = from !== situation.to;
  const again = isSwitch
    ? undefined
    : reconcileStep({ facts, to, moment, change: changeAgainTo(reading.basis.body, target, isDualStack) });
  if (again !== undefined)
    return { ...again, interruption: withLockOut(again.interruption, situation, locksOut) };
  // What is left over of another type's profile is no reason for a PUT of its own.
  if (edits.length === 0 || (!isSwitch && unmet(reading.basis.body, verify).length === 0)) return undefined;
  return {
    id: isSwitch ? 'outbound-type' : 'options',
    title: isSwitch
      ? say('Change the outbound type to {type}', { type: targetsInText[situation.to] })
      : say('Change the options of {type}', { type: targetsInText[situation.to] }),
    why: whyOfSwitch(situation),
    send: { kind: 'cluster', method: 'PUT', ...to, edits },
    verify,
    undo: undoOfSwitch(situation),
    interruption: interruptionOfSwitch(situation, locksOut),
    isCutOver: isSwitch && moment === 'withIt',
  };
}
