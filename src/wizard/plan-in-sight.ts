import type { Json } from '../core/json.js';
import type { Plan } from '../core/plan.js';
import { isUnderWay } from './run-situation.js';
import type { Session } from './session.js';

/** The plan that stands on the screen, and the body that it starts from. */
export interface PlanInSight {
  readonly plan: Plan;
  readonly body: Json;
  /** Bodies of the customer's network by graph key, as far as they were read for this plan. */
  readonly network?: Readonly<Record<string, Json>>;
  /** Empty until it was answered. */
  readonly digest: string;
  /** A run holds on to it: it is shown, not offered. */
  readonly isFixed: boolean;
}

/** While a run is open its plan, as it was started; else the plan of the draft. */
export function planInSight({ run, judgement, reading }: Session): PlanInSight | undefined {
  if (run?.record !== undefined && (isUnderWay(run) || judgement?.plan === undefined)) {
    const { plan, digest, before } = run.record;
    return { plan, digest, body: before.body, isFixed: true };
  }
  if (judgement?.plan === undefined || reading.held === undefined) return undefined;
  const { basis, network } = reading.held.reading;
  return {
    plan: judgement.plan,
    digest: judgement.digest ?? '',
    body: basis.body,
    ...(network === undefined ? {} : { network }),
    isFixed: isUnderWay(run),
  };
}
