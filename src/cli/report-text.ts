import type { Report, Reported } from './reported.js';

/** One finding a line, as editors and terminals link it: file:line:column. */
export function textReport({ findings, broken, checkedCount }: Report): string {
  const lines = findings.flatMap(({ file, line, column, severity, ruleId, title, message, remedy }) => [
    `${file}:${line}:${column}: ${severity} ${ruleId}: ${title}. ${message}`,
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ]);
  return [...lines, summary(findings, filesRead(checkedCount, broken.length)), ''].join('\n');
}

function filesRead(checkedCount: number, brokenCount: number): string {
  const files = `${counted(checkedCount, 'file')} checked`;
  return brokenCount === 0 ? files : `${files}, ${brokenCount} of them not in full`;
}

function summary(findings: readonly Reported[], files: string): string {
  if (findings.length === 0) return `${files}, nothing found.`;
  const parts = (['error', 'warning', 'information'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [severity === 'information' ? `${count} information` : counted(count, severity)];
  });
  return `${files}: ${parts.join(', ')}.`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
