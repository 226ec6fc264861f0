import { unmet } from '../../core/expectations.js';
import { valueAt, type Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Verdict } from './verdict.js';

/** A provider's registration answers to its own name; a feature's stands under Microsoft.Features. */
export const isProvider = ({ send }: Pick<Step, 'send'>): boolean =>
  send.kind === 'register' && !/\/features\//i.test(send.resourceId);

/** States on the way to another. `Pending`: somebody at Microsoft must agree. Azure REST API, read 2026-11-23. */
const underWay = ['Registering', 'Pending', 'Unregistering'];

/**
 * A registration judged by its state, which is all that there is: no eTag, no operation. Where the state was there
 * before, as a provider's is, it cannot tell whether a request arrived that was not answered.
 */
export function judgeRegistration(order: {
  readonly step: Step;
  readonly now: Basis;
  readonly before: Basis;
  readonly isAnswered: boolean;
}): Verdict {
  const { step, now, before, isAnswered } = order;
  const state = registrationState(now.body);
  if (underWay.includes(state)) return { kind: 'ours', state };
  const isThere = unmet(now.body, step.verify).length === 0;
  const wasThere = unmet(before.body, step.verify).length === 0;
  if (isThere && (isAnswered || !wasThere)) return { kind: 'done', differences: [] };
  return isAnswered ? { kind: 'unverified', differences: [] } : { kind: 'repeat' };
}

export function registrationState(body: Json): string {
  const state = valueAt(body, ['properties', 'state']) ?? valueAt(body, ['registrationState']);
  return typeof state === 'string' ? state : '';
}
