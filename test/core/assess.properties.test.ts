import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.js';
import { format } from '../../src/core/message.js';
import { rules } from '../../src/core/rules/index.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import type { Target } from '../../src/core/target.js';
import { anyFacts, anyTarget, withOneForgotten } from './arbitrary.js';
import { anySurrounded, withoutOnePart } from './arbitrary-around.js';

const maybeTarget = fc.option(anyTarget, { nil: undefined });

/** Rules that weigh by all the facts, and by fewer of them pass or say nothing. */
function lostBy(facts: ClusterFacts, fewer: ClusterFacts, target: Target | undefined): readonly string[] {
  const less = new Map(assess(fewer, target, rules).map((result) => [result.ruleId, result.kind]));
  return assess(facts, target, rules).flatMap((result) => {
    const weighs =
      result.kind === 'found' && result.findings.some(({ severity }) => !severity.startsWith('info'));
    return weighs && !['found', 'unknown'].includes(less.get(result.ruleId) ?? 'left out')
      ? [result.ruleId]
      : [];
  });
}

describe('the judgement of any graph', () => {
  it('never throws, and no rule fails on odd data', () => {
    fc.assert(
      fc.property(fc.oneof(anyFacts, anySurrounded), maybeTarget, (facts, target) => {
        const broken = assess(facts, target, rules).filter(
          (result) => result.kind === 'unknown' && result.lacking.some(({ name }) => name === result.ruleId),
        );
        expect(broken).toEqual([]);
      }),
      { seed: 20261123, numRuns: 800 },
    );
  });

  it('is never turned from a block or a warning into a pass, or into nothing, by forgetting a fact', () => {
    fc.assert(
      fc.property(anyFacts, maybeTarget, fc.nat(), (facts, target, which) => {
        expect(lostBy(facts, withOneForgotten(facts, which), target)).toEqual([]);
      }),
      { seed: 20261123, numRuns: 1500 },
    );
  });

  it('is never turned so either by forgetting what stands around, one fact of it or a whole part', () => {
    fc.assert(
      fc.property(anySurrounded, anyTarget, fc.nat(), (facts, target, which) => {
        for (const less of [withOneForgotten(facts, which), withoutOnePart(facts, which)])
          expect(lostBy(facts, less, target)).toEqual([]);
      }),
      { seed: 20261125, numRuns: 1000 },
    );
  }, 60_000);

  it('leaves no hole in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(anyFacts, anySurrounded), maybeTarget, (facts, target) => {
        const sentences = assess(facts, target, rules).flatMap((result) =>
          result.kind === 'found'
            ? result.findings.flatMap(({ title, message, remedy }) => [
                title,
                message,
                ...(remedy ? [remedy.text] : []),
              ])
            : [result.title],
        );
        expect(
          sentences.map((sentence) => format(sentence)).filter((text) => /\{\w+\}|undefined|NaN/.test(text)),
        ).toEqual([]);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
