import type { Unknown } from './fact.js';
import type { ClusterFacts } from './facts.js';
import type { FileSeverity, Finding, LiveSeverity, RuleResult } from './finding.js';
import { say } from './message.js';
import type { Needs, Rule, Values, Yielded } from './rule.js';
import type { Target } from './target.js';

/**
 * Judges facts against a target. Rules that have nothing to say about this subject or target are left out;
 * every other one gives exactly one result: found, pass or unknown. Never throws: a rule that fails on odd
 * data gives "unknown", never "pass".
 */
export function assess(
  facts: ClusterFacts,
  target: Target | undefined,
  rules: readonly Rule[],
): readonly RuleResult[] {
  return rules.flatMap((rule) => {
    if (rule.severity[facts.subject] === 'none') return [];
    try {
      return judge(rule, facts, target);
    } catch (failure) {
      return [failed(rule, facts, failure)];
    }
  });
}

function judge(rule: Rule, facts: ClusterFacts, target: Target | undefined): readonly RuleResult[] {
  const needs = rule.needs(facts, target);
  if (needs === undefined) return [];
  const head = { ruleId: rule.id, title: rule.title };
  const lacking = Object.entries(needs).filter(
    (entry): entry is [string, Unknown] => entry[1].kind === 'unknown',
  );
  if (lacking.length > 0)
    return [
      {
        kind: 'unknown',
        ...head,
        lacking: lacking.map(([name, { reason, because, origin }]) => ({ name, reason, because, origin })),
      },
    ];
  const findings = [...rule.check(valuesOf(needs), target, facts)].map((yielded) =>
    findingOf(rule, needs, yielded, facts),
  );
  return findings.length === 0 ? [{ kind: 'pass', ...head }] : [{ kind: 'found', ...head, findings }];
}

function valuesOf(needs: Needs): Values<Needs> {
  return Object.fromEntries(
    Object.entries(needs).map(([name, fact]) => [name, fact.kind === 'known' ? fact.value : undefined]),
  );
}

function findingOf(rule: Rule, needs: Needs, yielded: Yielded<Needs>, facts: ClusterFacts): Finding {
  const about = needs[yielded.about];
  if (about === undefined)
    throw new Error(`${rule.id} speaks about ${yielded.about}, which it does not need`);
  return {
    ruleId: rule.id,
    severity: severityOf(rule, facts, yielded.severity),
    title: yielded.title,
    message: yielded.message,
    ...(yielded.remedy === undefined ? {} : { remedy: yielded.remedy }),
    about: { name: yielded.about, origin: about.origin },
  };
}

type Severity = LiveSeverity | FileSeverity;

const mildness: Readonly<Record<Severity, number>> = {
  block: 0,
  warn: 1,
  info: 2,
  error: 0,
  warning: 1,
  information: 2,
};
const live: readonly LiveSeverity[] = ['block', 'warn', 'info'];
const file: readonly FileSeverity[] = ['error', 'warning', 'information'];

/** A finding may be milder than its rule, in either subject's words; never harsher. */
function severityOf(rule: Rule, facts: ClusterFacts, wanted: Severity | undefined): Severity {
  const harshest = rule.severity[facts.subject];
  const floor = harshest === 'none' ? 2 : mildness[harshest];
  const level = Math.max(floor, wanted === undefined ? floor : mildness[wanted]);
  return (facts.subject === 'live' ? live[level] : file[level]) ?? 'info';
}

function failed(rule: Rule, facts: ClusterFacts, failure: unknown): RuleResult {
  const words = failure instanceof Error ? failure.message : String(failure);
  return {
    kind: 'unknown',
    ruleId: rule.id,
    title: rule.title,
    lacking: [
      {
        name: rule.id,
        reason: 'odd',
        because: say('This check could not read the data: {words}', { words }),
        origin: facts.cluster.outboundType.origin,
      },
    ],
  };
}
