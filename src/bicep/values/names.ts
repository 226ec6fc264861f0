import type { Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { Span } from '../analysis.js';
import { importedValue } from './imports.js';
import { parameterValue } from './parameters.js';
import { resourceNamed } from './resources.js';
import { evaluate } from './scope.js';
import { computed, present, unknownValue } from './value.js';

/** What a name stands for here. Variables and parameters are evaluated once in a world. */
export function namedValue(name: string, scope: Scope, at: Span): Value {
  const local = scope.locals.get(name);
  if (local !== undefined) return local;
  const { vars, params, modules, imports } = scope.symbols;
  const variable = vars.get(name);
  if (variable !== undefined) return once(name, scope, (file) => evaluate(variable.value, file));
  const parameter = params.get(name);
  if (parameter !== undefined) return once(name, scope, (file) => parameterValue(parameter, file));
  const resource = resourceNamed(name, scope);
  if (resource !== undefined) return { ...computed(at), kind: 'node', node: { resource, tail: '' } };
  if (modules.has(name)) return present(computed(at));
  const imported = imports.get(name);
  if (imported !== undefined) return importedValue(imported, scope, at);
  return unknownValue(computed(at), 'odd', say('Nothing here is called {name}.', { name }));
}

/** Computes a named value once; one that needs itself is unknown. */
function once(name: string, scope: Scope, compute: (file: Scope) => Value): Value {
  const before = scope.memo.get(name);
  if (before !== undefined) return before;
  const file = scope.locals.size === 0 ? scope : { ...scope, locals: new Map<string, Value>() };
  const declared = declarationRange(name, scope);
  scope.memo.set(name, unknownValue(computed(declared), 'odd', say('{name} needs itself.', { name })));
  const value = compute(file);
  scope.memo.set(name, value);
  return value;
}

function declarationRange(name: string, { symbols }: Scope): Span {
  const { start, end } = (symbols.vars.get(name) ?? symbols.params.get(name))?.name ?? { start: 0, end: 0 };
  return { uri: symbols.uri, start, end };
}
