import type { Reported } from './reported.js';

/** All findings as one JSON document. `version` rises when a field changes its meaning. */
export const jsonReport = (findings: readonly Reported[], checkedCount: number): string =>
  `${JSON.stringify({ version: 1, checked: checkedCount, findings }, undefined, 2)}\n`;
