import { denyingPolicies } from '../../core/denying-policies.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { reconciles } from '../../core/reconcile.js';
import type { RunState } from '../../core/run.js';
import type { RunRecord } from '../../core/run-record.js';
import { lastRefusalOf } from '../azure-words.js';
import { staleAnswer } from '../how-stale.js';
import { thingNamed } from '../thing-named.js';
import { counted } from '../words.js';

interface Ending {
  readonly answer: Message;
  readonly more: Message;
}

/** Every end but success: the consequence, what is true now, and the way on. */
export function endingOf(record: RunRecord, state: RunState): Ending {
  const { end } = state;
  const index = state.steps.findIndex(({ status }) => status !== 'succeeded');
  const number = index < 0 ? state.steps.length : index + 1;
  const now = truthNow(record, state, index);
  const step = record.plan.steps[number - 1];
  if (end === undefined) return { answer: say('The run has ended'), more: now };
  switch (end) {
    case 'failed':
      return (
        byPolicy(record, number, now) ?? {
          answer: say('Step {number} failed in Azure', { number }),
          more: isDeclaredNow(record, state)
            ? finishedByAgain(now)
            : say('{now} Read what Azure says, then plan again: the new plan starts from what is there.', {
                now,
              }),
        }
      );
    case 'refused':
      return byPolicy(record, number, now) ?? refused(record, number, now);
    case 'canceled':
      return {
        answer: say('Step {number} was canceled', { number }),
        more: isDeclaredNow(record, state)
          ? finishedByAgain(now)
          : step?.send.kind === 'cluster'
            ? say('{now} The cluster may be left between two types until it is changed again. Plan again.', {
                now,
              })
            : say('{now} What Azure had begun of {thing} may be left half done. Plan again.', {
                now,
                thing: thingNamed(step),
              }),
      };
    case 'stale':
      return {
        answer: staleAnswer(record, step?.id ?? '', number),
        more: say('{now} What differs is listed below. Plan again: your choice stays, the checks run anew.', {
          now,
        }),
      };
    case 'unverified':
      return {
        answer: say('Azure says done, but {thing} does not show it', { thing: thingNamed(step) }),
        more: say('{now} Read the cluster again before anything else; then plan again.', { now }),
      };
    case 'sandboxReset':
      return {
        answer: say('The sandbox was reset, and this run ended with it'),
        more: say('Nothing reached Azure. The sandbox starts from its scenario again.'),
      };
    case 'givenUp':
      return {
        answer: say('This run was given up'),
        more: say(
          '{now} What Azure had begun went on without being watched. Read the cluster before the next plan.',
          { now },
        ),
      };
    case 'succeeded':
      return { answer: say('The run has ended'), more: now };
  }
}

/** Without a status the words are our own: a step that no plan may send never left. */
function refused(record: RunRecord, number: number, now: Message): Ending {
  return lastRefusalOf(record)?.status === undefined
    ? {
        answer: say('Step {number} was not sent', { number }),
        more: say('{now} Why stands below. Plan again.', { now }),
      }
    : {
        answer: say('Azure refused step {number}', { number }),
        more: say('{now} A refused step changes nothing. Mend what Azure names, then plan again.', { now }),
      };
}

/** Azure took the type and did not finish: a new plan to the same type lets it. */
const isDeclaredNow = ({ before, plan }: RunRecord, { outboundType }: RunState): boolean =>
  outboundType === plan.target.outboundType && (outboundType !== before.outboundType || reconciles(plan));

const finishedByAgain = (now: Message): Message =>
  say(
    '{now} Its work is not finished. Mend what Azure names, then plan again: the new plan sends the same once more.',
    { now },
  );

/** A policy has a name and somebody who keeps it: nothing in the cluster would mend that. */
function byPolicy(record: RunRecord, number: number, now: Message): Ending | undefined {
  const refusal = lastRefusalOf(record);
  const policies = refusal === undefined ? [] : denyingPolicies(refusal);
  if (policies.length === 0) return undefined;
  const args = { number, policies: policies.map((name) => `"${name}"`) };
  return {
    answer: counted(
      policies.length,
      say('The Azure policy {policies} forbids step {number}', args),
      say('The Azure policies {policies} forbid step {number}', args),
    ),
    more: say('{now} Ask the people who keep the policy for an exemption, then plan again.', { now }),
  };
}

/** What can be said for certain after a run that did not succeed. */
function truthNow({ before, plan }: RunRecord, { outboundType, steps }: RunState, index: number): Message {
  const hasMoved = plan.steps.slice(0, Math.max(0, index)).some(({ isCutOver }) => isCutOver);
  const done = steps.filter(({ status }) => status === 'succeeded').length;
  if (outboundType !== undefined && outboundType !== before.outboundType)
    return say('The cluster declares {type} now.', { type: outboundType });
  if (hasMoved)
    return say('Traffic has moved already; the declared type is still {type}.', {
      type: before.outboundType,
    });
  return done === 0
    ? say('No step was done; the plan started from {type}.', { type: before.outboundType })
    : say('{done} of {count} steps are done; traffic has not moved.', { done, count: steps.length });
}
