import type { Effort, Evaluation, FileSymbols, Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { Files } from '../analysis.js';
import type { Expression } from '../syntax/node.js';
import { conditionOf } from './conditions.js';
import { callOf } from './functions/call.js';
import { arrayLiteral, loopOf, objectLiteral, textOf } from './literals.js';
import { indexOf, memberOf } from './members.js';
import { namedValue } from './names.js';
import { binaryOf, unaryOf } from './operators.js';
import { spanOf } from './scope.js';
import { computed, nothing, restingOn, scalar, unknownValue } from './value.js';
import type { World } from './worlds.js';

const maxDepth = 150;
/** Far more than any real cluster needs, and some ten milliseconds at most. */
const budget = 50_000;
/** For all rules, worlds and clusters of one analysis: a second or so at most, and then silence. */
const effortOfAnalysis = 1_000_000;

export const newEffort = (): Effort => ({ left: effortOfAnalysis });

/** Begins an evaluation of files in one world. */
export const evaluationOf = (
  files: Files,
  symbolsOf: (uri: string) => FileSymbols | undefined,
  { world, effort }: { readonly world: World; readonly effort: Effort },
): Evaluation => ({ files, symbolsOf, world, effort, evaluate: guarded, budget, depth: 0 });

/** Value of an expression in one world. Never throws; what goes too deep or takes too long is unknown. */
function guarded(node: Expression, scope: Scope): Value {
  const { evaluation } = scope;
  if (evaluation.depth >= maxDepth || evaluation.budget <= 0 || evaluation.effort.left <= 0)
    return unknownValue(
      computed(spanOf(scope, node)),
      'notStatic',
      say('This is too intricate to be followed.'),
    );
  evaluation.depth += 1;
  const value = valueOf(node, scope);
  evaluation.depth -= 1;
  const cost = node.kind === 'reference' ? 1 : costOf(value);
  evaluation.budget -= cost;
  evaluation.effort.left -= cost;
  return value;
}

/** Making a list costs as much as it is long: lists of lists would cost nothing otherwise. */
function costOf(value: Value): number {
  if (value.kind === 'array') return 1 + value.items.length;
  return value.kind === 'object' ? 1 + value.entries.size : 1;
}

function valueOf(node: Expression, scope: Scope): Value {
  const at = spanOf(scope, node);
  switch (node.kind) {
    case 'literal':
      return node.value === null
        ? nothing({ at, isLiteral: true, defaults: [] })
        : scalar(node.value, { at, isLiteral: true, defaults: [] });
    case 'string':
      return textOf(node, scope);
    case 'reference':
      return namedValue(node.name, scope, at);
    case 'object':
      return objectLiteral(node, scope);
    case 'array':
      return arrayLiteral(node, scope);
    case 'for':
      return loopOf(node, scope);
    case 'wrapped':
      return scope.evaluation.evaluate(node.of, scope);
    case 'unary':
      return unaryOf(node, scope);
    case 'binary':
      return binaryOf(node, scope);
    case 'ternary': {
      const { isTrue, defaults } = conditionOf(node.condition, scope);
      if (isTrue === undefined)
        return unknownValue(
          computed(at),
          'notStatic',
          say('It depends on a condition that only the deployment decides.'),
        );
      return restingOn(scope.evaluation.evaluate(isTrue ? node.whenTrue : node.whenFalse, scope), defaults);
    }
    case 'member':
      return memberOf(node, scope);
    case 'index':
      return indexOf(node, scope);
    case 'call':
      return callOf(node, scope);
    case 'skip':
      return unknownValue(computed(at), 'brokenSyntax', say('This is not Bicep yet.'));
    case 'if':
    case 'lambda':
      return unknownValue(computed(at), 'notStatic', say('This has no value of its own.'));
  }
}
