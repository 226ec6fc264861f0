import type { PlannerState, SectionId } from '../src/wizard/state.js';

/**
 * The section that a state brings into view by itself: the run when it begins, the result when there is one, and the
 * newest of them when the page opens. Nothing else moves the page under a reader.
 */
export function arrivalAt(before: PlannerState | undefined, now: PlannerState): SectionId | undefined {
  if (now.result !== undefined && before?.result === undefined) return 'result';
  if (now.run !== undefined && now.result === undefined && before?.run === undefined) return 'run';
  return undefined;
}
