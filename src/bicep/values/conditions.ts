import type { Scope } from './model.js';
import type { Expression } from '../syntax/node.js';
import { evaluate } from './scope.js';
import { unionOf } from './value.js';

export interface Condition {
  /** Undefined in a world that leaves it open. */
  readonly isTrue: boolean | undefined;
  readonly defaults: readonly string[];
}

/**
 * Whether a condition holds in this world. One that is not known is decided, and the decision is kept by the
 * text of its smallest undecided part, so that `x`, `!x` and `x && y` agree with each other.
 */
export function conditionOf(node: Expression, scope: Scope): Condition {
  if (scope.evaluation.depth > 100) return leaf(node, scope);
  switch (node.kind) {
    case 'wrapped':
      return nested(node.of, scope);
    case 'unary': {
      if (node.operator !== '!') return leaf(node, scope);
      return opposite(nested(node.of, scope));
    }
    case 'binary': {
      if (node.operator === '!=') return opposite(leaf({ ...node, operator: '==' }, scope));
      if (node.operator !== '&&' && node.operator !== '||') return leaf(node, scope);
      const settles = node.operator === '||';
      const left = nested(node.left, scope);
      if (left.isTrue === settles) return left;
      const right = nested(node.right, scope);
      const isTrue = left.isTrue === undefined && right.isTrue !== settles ? undefined : right.isTrue;
      return { isTrue, defaults: unionOf(left.defaults, right.defaults) };
    }
    case 'reference': {
      const variable = scope.locals.has(node.name) ? undefined : scope.symbols.vars.get(node.name);
      return variable === undefined ? leaf(node, scope) : nested(variable.value, fileScope(scope));
    }
    default:
      return leaf(node, scope);
  }
}

const opposite = ({ isTrue, defaults }: Condition): Condition => ({
  isTrue: isTrue === undefined ? undefined : !isTrue,
  defaults,
});

/** Variables of a file do not see loop variables. */
const fileScope = (scope: Scope): Scope =>
  scope.locals.size === 0 ? scope : { ...scope, locals: new Map() };

function nested(node: Expression, scope: Scope): Condition {
  scope.evaluation.depth += 1;
  const condition = conditionOf(node, scope);
  scope.evaluation.depth -= 1;
  return condition;
}

function leaf(node: Expression, scope: Scope): Condition {
  const value = evaluate(node, scope);
  if (value.kind === 'scalar') return { isTrue: value.value === true, defaults: value.defaults };
  const option = scope.evaluation.world.decide(keyOf(node, scope), 2);
  return { isTrue: option === undefined ? undefined : option === 0, defaults: [] };
}

/** The same text in the same file of the same deployment has the same value, unless loop variables are in it. */
function keyOf(node: Expression, scope: Scope): string {
  const text =
    node.kind === 'binary' && node.operator === '=='
      ? `${textOf(node.left, scope)}==${textOf(node.right, scope)}`
      : textOf(node, scope);
  const locals = [...scope.locals].map(([name, value]) => `${name}@${value.at.start}`).join();
  return `${scope.symbols.uri}#${scope.path}#${text}#${locals}`;
}

const textOf = (node: Expression, scope: Scope): string =>
  scope.symbols.program.text.slice(node.start, node.end).replace(/\s+/g, '');
