import type { Reported } from './reported.js';

/** One finding a line, as editors and terminals link it: file:line:column. */
export function textReport(findings: readonly Reported[], checkedCount: number): string {
  const lines = findings.flatMap(({ file, line, column, severity, ruleId, title, message, remedy }) => [
    `${file}:${line}:${column}: ${severity} ${ruleId}: ${title}. ${message}`,
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ]);
  return [...lines, summary(findings, checkedCount), ''].join('\n');
}

function summary(findings: readonly Reported[], checkedCount: number): string {
  const files = counted(checkedCount, 'file');
  if (findings.length === 0) return `${files} checked, nothing found.`;
  const parts = (['error', 'warning', 'information'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [severity === 'information' ? `${count} information` : counted(count, severity)];
  });
  return `${files} checked: ${parts.join(', ')}.`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
