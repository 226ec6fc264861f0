import type { BrokenFile, Reported } from './reported.js';

/** All findings as one JSON document. `version` rises when a field changes its meaning. */
export function jsonReport({
  findings,
  broken,
  checkedCount,
}: {
  readonly findings: readonly Reported[];
  readonly broken: readonly BrokenFile[];
  readonly checkedCount: number;
}): string {
  return `${JSON.stringify({ version: 1, checked: checkedCount, broken, findings }, undefined, 2)}\n`;
}
