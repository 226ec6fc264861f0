import type { FileSymbols, Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { Span } from '../analysis.js';
import { uriOf } from './paths.js';
import { evaluate, scopeOf } from './scope.js';
import { computed, unknownValue } from './value.js';

type Imported = FileSymbols['imports'] extends ReadonlyMap<string, infer T> ? T : never;

/** The file that an import names, where it was loaded. */
export function importedSymbols({ from }: Imported, scope: Scope): FileSymbols | undefined {
  const uri = uriOf(scope.symbols.uri, from.path);
  return uri === undefined ? undefined : scope.evaluation.symbolsOf(uri);
}

/** A variable of another file. */
export function importedValue(imported: Imported, scope: Scope, at: Span): Value {
  const symbols = importedSymbols(imported, scope);
  const variable = symbols?.vars.get(imported.name);
  if (symbols === undefined || variable === undefined)
    return unknownValue(
      computed(at),
      'notRead',
      say('{name} comes from a file that was not read.', { name: imported.name }),
    );
  return evaluate(variable.value, scopeOf(scope.evaluation, symbols));
}
