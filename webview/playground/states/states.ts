import type { PlannerState } from '../../../src/wizard/state.js';
import { before } from './before.js';
import { chosen } from './chosen.js';
import { hostile } from './hostile.js';
import { results } from './results.js';
import { runs } from './runs.js';

/** Every state of every section, by a name that says section and state. */
export const states: Readonly<Record<string, PlannerState>> = {
  ...before,
  ...chosen,
  ...runs,
  ...results,
  ...hostile,
};

export const firstState = 'today: a path that differs';
