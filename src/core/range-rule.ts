import type { Fact } from './fact.js';
import { where } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { asWritten, say, type Message } from './message.js';
import { defineRule, type Rule } from './rule.js';
import type { Target } from './target.js';

/** A rule about one number that Azure bounds on both sides. */
export function rangeRule(about: {
  readonly id: string;
  /** ARM's name of the number. */
  readonly property: string;
  readonly title: Message;
  readonly bounds: { readonly least: number; readonly most: number };
  /** Undefined where no such number is wanted. */
  readonly value: (facts: ClusterFacts, target: Target | undefined) => Fact<number> | undefined;
}): Rule {
  const { bounds, property } = about;
  return defineRule<Readonly<Record<string, Fact<number>>>>({
    id: about.id,
    title: about.title,
    severity: { live: 'block', file: 'error' },
    needs: (facts, target) => {
      const fact = about.value(facts, target);
      const isOutside = (value: number): boolean => !(value >= bounds.least && value <= bounds.most);
      return fact && { [property]: where(fact, isOutside) };
    },
    *check({ [property]: value }) {
      if (value === undefined) return;
      const { least, most } = bounds;
      yield {
        about: property,
        title: say('Azure would refuse: {property} is out of bounds', { property }),
        message: say('{property} is {value}; Azure takes {least} to {most}.', {
          property,
          ...asWritten({ value, least, most }),
        }),
        remedy: { text: say('Take a value from {least} to {most}.', asWritten({ least, most })) },
      };
    },
  });
}
