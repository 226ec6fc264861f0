import type { RuleResult } from '../core/finding.js';
import type { Plan } from '../core/plan.js';
import { isUnderWay } from './run-situation.js';
import type { Session } from './session.js';

/** What was chosen, set and accepted for the run in sight. */
export interface Confirmed {
  readonly plan: Plan;
  /** What the rules said when it was confirmed; the journal does not keep it. */
  readonly results?: readonly RuleResult[];
}

/** The run's own choice, while it goes on and once there is no draft: carried out, or of a run that another window began. */
export function asConfirmed({ run, draft, confirmed }: Session): Confirmed | undefined {
  if (run?.record === undefined || (draft !== undefined && !isUnderWay(run))) return undefined;
  const { plan, digest } = run.record;
  return confirmed?.digest === digest ? { plan, results: confirmed.results } : { plan };
}
