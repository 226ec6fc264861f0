import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.js';
import { format } from '../../src/core/message.js';
import { rules } from '../../src/core/rules/index.js';
import { anyFacts, anyTarget, withOneForgotten } from './arbitrary.js';

const maybeTarget = fc.option(anyTarget, { nil: undefined });

describe('the judgement of any graph', () => {
  it('never throws, and no rule fails on odd data', () => {
    fc.assert(
      fc.property(anyFacts, maybeTarget, (facts, target) => {
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
        const less = new Map(
          assess(withOneForgotten(facts, which), target, rules).map((result) => [result.ruleId, result.kind]),
        );
        const lost = assess(facts, target, rules).filter((result) => {
          const weighs =
            result.kind === 'found' && result.findings.some(({ severity }) => !severity.startsWith('info'));
          return weighs && !['found', 'unknown'].includes(less.get(result.ruleId) ?? 'left out');
        });
        expect(lost).toEqual([]);
      }),
      { seed: 20261123, numRuns: 1500 },
    );
  });

  it('leaves no hole in a sentence', () => {
    fc.assert(
      fc.property(anyFacts, maybeTarget, (facts, target) => {
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
