import type { Span } from '../analysis.js';
import type { Expression } from '../syntax/node.js';
import type { Range } from '../syntax/range.js';
import type { Evaluation, FileSymbols, Later, Scope, Value } from './model.js';

export const evaluate = (node: Expression, scope: Scope): Value => scope.evaluation.evaluate(node, scope);

export const spanOf = (scope: Scope, { start, end }: Range): Span => ({
  uri: scope.symbols.uri,
  start,
  end,
});

export const withLocals = (scope: Scope, locals: Iterable<readonly [string, Value]>): Scope => ({
  ...scope,
  locals: new Map([...scope.locals, ...locals]),
});

export interface Caller {
  readonly kind: 'module' | 'parameters';
  readonly path: string;
  readonly bindings: ReadonlyMap<string, Later>;
}

/** A whole file as it stands, or as one caller deploys it. */
export const scopeOf = (evaluation: Evaluation, symbols: FileSymbols, caller?: Caller): Scope => ({
  evaluation,
  symbols,
  path: caller?.path ?? '',
  caller: caller?.kind ?? 'unknown',
  bindings: caller?.bindings ?? new Map(),
  locals: new Map(),
  memo: new Map(),
});
