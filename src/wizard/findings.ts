import type { Finding, RuleResult } from '../core/finding.js';
import type { Plan } from '../core/plan.js';

type Of<K extends RuleResult['kind']> = Extract<RuleResult, { kind: K }>;

/** Findings by what they mean for a start. */
export interface SortedFindings {
  readonly blocks: readonly Finding[];
  /** Held against the change, but a step of the plan takes care of it. */
  readonly solved: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly unknown: readonly Of<'unknown'>[];
  readonly passed: readonly Of<'pass'>[];
}

/** Sorts what the rules said. A remedy that names a step counts only where the plan has that step. */
export function sortFindings(results: readonly RuleResult[], plan: Plan | undefined): SortedFindings {
  const findings = results.flatMap((result) => (result.kind === 'found' ? result.findings : []));
  const isSolved = (finding: Finding) =>
    finding.severity !== 'info' && plan?.steps.some(({ id }) => id === finding.remedy?.solvedByStep) === true;
  const open = findings.filter((finding) => !isSolved(finding));
  return {
    blocks: open.filter(({ severity }) => severity === 'block'),
    solved: findings.filter(isSolved),
    warnings: open.filter(({ severity }) => severity === 'warn'),
    notes: open.filter(({ severity }) => severity !== 'block' && severity !== 'warn'),
    unknown: results.filter((result) => result.kind === 'unknown'),
    passed: results.filter((result) => result.kind === 'pass'),
  };
}
