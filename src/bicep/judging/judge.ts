import { assess } from '../../core/assess.js';
import { declaredTargetOf } from '../../core/declared.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Finding, RuleResult } from '../../core/finding.js';
import type { Rule } from '../../core/rule.js';
import { clusterFacts } from '../facts/cluster-facts.js';
import { factReading } from '../facts/reading.js';
import type { InWorld, World } from '../values/worlds.js';
import { inEveryWorld, openWorld } from '../values/worlds.js';
import type { Loaded } from './loaded.js';
import type { Subject } from './subjects.js';
import { clusterIn } from './subjects.js';

/** A finding, and the parameters whose default it rests on. */
export interface Judged {
  readonly subject: Subject;
  readonly finding: Finding;
  readonly defaults: readonly string[];
}

/** Facts of a cluster as far as they are the same in every world. */
export function factsOf(loaded: Loaded, subject: Subject): ClusterFacts | undefined {
  const found = clusterIn(loaded, subject, openWorld());
  return found === undefined ? undefined : clusterFacts(factReading(ignore), found.cluster);
}

const ignore = (): void => undefined;
const look = (_fact: unknown): void => undefined;

/**
 * What the rules find, whatever the file leaves open. First everything is asked where nothing is decided: what is
 * found or passes there does so in every world. Only rules that lack something are asked in each world.
 */
export function judge(loaded: Loaded, subject: Subject, rules: readonly Rule[]): readonly Judged[] {
  const world = openWorld();
  const found = clusterIn(loaded, subject, world);
  if (found === undefined || found.isDeployed === false || found.cluster.declared.declaration.isBroken)
    return [];
  const facts = clusterFacts(factReading(ignore), found.cluster);
  const target = declaredTargetOf(facts.cluster);
  const isTargetOpen = world.wasAsked();
  const results = new Map(assess(facts, target, rules).map((result) => [result.ruleId, result.kind]));
  const isOpen = ({ id }: Rule): boolean => {
    const kind = results.get(id);
    return kind === 'unknown' ? world.wasAsked() : kind === undefined && isTargetOpen;
  };
  const suspects = suspectsAmong(loaded, subject, rules.filter(isOpen));
  return rules.flatMap((rule) => {
    if (results.get(rule.id) === 'found') return holding(loaded, subject, rule, true);
    return suspects.has(rule) ? holding(loaded, subject, rule, false) : [];
  });
}

/** The rules that find something in the first world, looked at together: all others fail in it. */
function suspectsAmong(loaded: Loaded, subject: Subject, rules: readonly Rule[]): ReadonlySet<Rule> {
  if (rules.length === 0) return new Set();
  const first = clusterIn(loaded, subject, { decide: () => 0 });
  if (first === undefined || first.isDeployed === false) return new Set(rules);
  const facts = clusterFacts(factReading(ignore), first.cluster);
  const results = assess(facts, declaredTargetOf(facts.cluster), rules);
  const found = new Set(results.filter(({ kind }) => kind === 'found').map(({ ruleId }) => ruleId));
  return new Set(rules.filter(({ id }) => found.has(id)));
}

/** The findings of one rule that hold in every world, each place once. */
function holding(loaded: Loaded, subject: Subject, rule: Rule, isSameInAll: boolean): readonly Judged[] {
  const worlds = isSameInAll
    ? [judgedIn(loaded, subject, rule, openWorld())].flatMap((answer) =>
        answer.kind === 'holds' ? [answer.value] : [],
      )
    : inEveryWorld((world) => judgedIn(loaded, subject, rule, world));
  const places = new Map(worlds.flat().map((judged) => [JSON.stringify(judged.finding.about), judged]));
  return [...places.values()];
}

function judgedIn(loaded: Loaded, subject: Subject, rule: Rule, world: World): InWorld<readonly Judged[]> {
  const found = clusterIn(loaded, subject, world);
  if (found === undefined) return { kind: 'fails' };
  if (found.isDeployed === false) return { kind: 'apart' };
  const target = declaredTargetOf(clusterFacts(factReading(ignore), found.cluster).cluster);
  const defaults = new Set<string>();
  const facts = clusterFacts(
    factReading((names) => names.forEach((name) => defaults.add(name))),
    found.cluster,
  );
  const findings = findingsOf(assess(facts, target, [rule]));
  if (findings.length === 0) return { kind: 'fails' };
  // The target was made of the declared type, whether or not the rule looked at it.
  look(facts.cluster.outboundType);
  return {
    kind: 'holds',
    value: findings.map((finding) => ({ subject, finding, defaults: [...defaults] })),
  };
}

const findingsOf = (results: readonly RuleResult[]): readonly Finding[] =>
  results.flatMap((result) => (result.kind === 'found' ? result.findings : []));
