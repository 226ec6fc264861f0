import { empty } from './empty.js';
import type { Scenario } from './scenario.js';
import { tour } from './tour.js';

/** What a person can choose from; the first is the default. */
export const scenarios: readonly Scenario[] = [tour, empty];
