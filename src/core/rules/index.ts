import type { Rule } from '../rule.js';

/** Every rule there is; the order is that of the check list. */
export const rules: readonly Rule[] = [];
