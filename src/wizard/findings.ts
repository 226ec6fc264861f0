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
  /** Wait for what stands around the cluster: neither passed nor unknown until that was read. */
  readonly awaited: readonly Of<'unknown'>[];
  readonly passed: readonly Of<'pass'>[];
}

/** True for a check that lacks only what nobody has asked for yet, where it is being asked for. */
const isAwaited = ({ lacking }: Of<'unknown'>): boolean =>
  lacking.every(({ reason }) => reason === 'notAsked');

/**
 * Sorts what the rules said. A remedy that names a step counts only where the plan has that step.
 * `isBeingRead`: what stands around the cluster was asked for, and has not come yet.
 */
export function sortFindings(
  results: readonly RuleResult[],
  plan: Plan | undefined,
  isBeingRead = false,
): SortedFindings {
  const findings = results.flatMap((result) => (result.kind === 'found' ? result.findings : []));
  const isSolved = (finding: Finding) =>
    finding.severity !== 'info' && plan?.steps.some(({ id }) => id === finding.remedy?.solvedByStep) === true;
  const open = findings.filter((finding) => !isSolved(finding));
  const unknown = results.filter((result) => result.kind === 'unknown');
  const awaited = isBeingRead ? unknown.filter(isAwaited) : [];
  return {
    blocks: open.filter(({ severity }) => severity === 'block'),
    solved: findings.filter(isSolved),
    warnings: open.filter(({ severity }) => severity === 'warn'),
    notes: open.filter(({ severity }) => severity !== 'block' && severity !== 'warn'),
    unknown: unknown.filter((result) => !awaited.includes(result)),
    awaited,
    passed: results.filter((result) => result.kind === 'pass'),
  };
}
