import { applyEdits } from '../core/edits.js';
import type { Json } from '../core/json.js';
import type { Step } from '../core/plan.js';
import { editsOf, isClusterStep } from '../core/step-edits.js';
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
    if (!isClusterStep(step)) {
      all.push({ step, before: {}, after: elsewhere(step) });
      continue;
    }
    const after = applyEdits(before, step.send.edits);
    all.push({ step, before, after });
    before = after;
  }
  return all;
}

/** What a step writes beside the cluster. The resource itself is read when the step begins: only what is said here changes. */
const elsewhere = (step: Step): Json => {
  const made = step.send.kind === 'network' && step.send.method === 'PUT' ? step.send.create : undefined;
  return applyEdits(made ?? {}, editsOf(step));
};
