import { applyEdits } from '../core/edits.js';
import type { Json } from '../core/json.js';
import type { Step } from '../core/plan.js';
import type { PlanInSight } from './plan-in-sight.js';

export interface StepBodies {
  readonly step: Step;
  readonly before: Json;
  readonly after: Json;
}

/** A step's body before and after its own edits, the steps before it done. Undefined for a step that is not there. */
export function bodiesOf({ plan, body }: PlanInSight, stepId: string): StepBodies | undefined {
  return allBodies({ plan, body }).find(({ step }) => step.id === stepId);
}

/** The same for every step in order. */
export function allBodies({ plan, body }: Pick<PlanInSight, 'plan' | 'body'>): readonly StepBodies[] {
  const all: StepBodies[] = [];
  let before = body;
  for (const step of plan.steps) {
    const after = applyEdits(before, step.send.edits);
    all.push({ step, before, after });
    before = after;
  }
  return all;
}
