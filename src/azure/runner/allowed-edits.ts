import type { Edit, Step } from '../../core/plan.js';
import { clusterEdits } from '../../core/step-edits.js';

/** The only parts of a cluster's body that a plan may touch. */
const places: readonly (readonly string[])[] = [
  ['properties', 'networkProfile'],
  ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'],
  ['properties', 'bootstrapProfile'],
];

/** Edits of a step that reach beyond what a plan may touch; empty means that the step may be sent. */
export const forbiddenEdits = (step: Step): readonly Edit[] =>
  clusterEdits(step).filter(
    ({ path }) => !places.some((place) => place.every((key, index) => path[index] === key)),
  );
