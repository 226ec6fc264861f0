import type { Report } from './reported.js';

/** All findings as one JSON document. `version` rises when a field changes its meaning. */
export function jsonReport({ findings, broken, checkedCount }: Report): string {
  return `${JSON.stringify({ version: 1, checked: checkedCount, broken, findings }, undefined, 2)}\n`;
}
