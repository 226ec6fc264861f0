import type { Fact } from './fact.js';
import type { ClusterFacts } from './facts.js';
import type { FileSeverity, LiveSeverity, Remedy } from './finding.js';
import type { Message } from './message.js';
import type { Target } from './target.js';

/** The facts that a rule needs, by the name under which a finding refers to them. */
export type Needs = Readonly<Record<string, Fact<unknown>>>;

/** The needed facts' values: undefined where the fact is known to be absent. Unknown ones never arrive here. */
export type Values<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Fact<infer T> ? T | undefined : never;
};

/** What a rule yields. A milder severity than the rule's own may be given, never a harsher one. */
export interface Yielded<N extends Needs> {
  readonly about: keyof N & string;
  readonly title: Message;
  readonly message: Message;
  readonly remedy?: Remedy;
  readonly severity?: LiveSeverity | FileSeverity;
}

/**
 * A named check over facts and target; one object, one file. It declares the facts it needs: one of them
 * unknown gives "unknown", nothing yielded gives "pass". `needs` answers undefined when the rule has nothing
 * to say about this target or subject. Severities are the harshest that it may reach; 'none' keeps it out
 * of that subject.
 */
export interface Rule<N extends Needs = Needs> {
  /** `aks-` and words with dashes; file `core/rules/<rest>.ts`, page `docs/rules/<id>.md`. */
  readonly id: string;
  /** What holds when the rule passes: "The pair of outbound types is supported". */
  readonly title: Message;
  /**
   * `start`: a block is about the person who asks, not about the change, so that the plan is made all the same, for
   * somebody who may run it.
   */
  readonly hinders?: 'start';
  readonly severity: { readonly live: LiveSeverity | 'none'; readonly file: FileSeverity | 'none' };
  readonly needs: (facts: ClusterFacts, target: Target | undefined) => N | undefined;
  readonly check: (
    values: Values<N>,
    target: Target | undefined,
    facts: ClusterFacts,
  ) => Iterable<Yielded<N>>;
}

/** Fixes the type of a rule's needs, then forgets it, so that rules of different needs stand in one list. */
export function defineRule<N extends Needs>(rule: Rule<N>): Rule {
  return rule as unknown as Rule;
}
