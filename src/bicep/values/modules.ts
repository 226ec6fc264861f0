import type { Later, Scope, Value } from './model.js';
import type { ModuleDeclaration } from '../syntax/node.js';
import { uriOf } from './paths.js';
import { evaluate, scopeOf } from './scope.js';
import { taintedEntries } from './lists.js';

/** Modules call modules; deeper than this nobody follows. */
const maxDepth = 8;

/** A module of this file that is deployed once (not in a loop), with the file behind it in sight. */
export function moduleOf(name: string, scope: Scope): Scope | undefined {
  const declaration = scope.symbols.modules.get(name);
  return declaration === undefined ? undefined : scopeOfModule(declaration, scope);
}

/** The file of a local module as this caller deploys it; undefined where that is not known. */
export function scopeOfModule(declaration: ModuleDeclaration, scope: Scope): Scope | undefined {
  const uri = uriOf(scope.symbols.uri, declaration.path);
  const symbols = uri === undefined ? undefined : scope.evaluation.symbolsOf(uri);
  if (symbols === undefined || scope.path.split('.').length > maxDepth) return undefined;
  const bindings = bindingsOf(declaration, scope);
  if (bindings === undefined) return undefined;
  const path = `${scope.path}${declaration.name.name}.`;
  return scopeOf(scope.evaluation, symbols, { kind: 'module', path, bindings });
}

/** What a caller says of the parameters, or undefined where that is not known whole. */
function bindingsOf({ value }: ModuleDeclaration, scope: Scope): ReadonlyMap<string, Later> | undefined {
  const node = value.kind === 'if' ? value.body : value;
  if (node.kind !== 'object') return undefined;
  const body = evaluate(node, scope);
  if (body.kind !== 'object' || body.isOpen) return undefined;
  const params = body.entries.get('params')?.value();
  if (params === undefined || params.kind === 'null') return new Map();
  if (params.kind !== 'object' || params.isOpen) return undefined;
  return new Map([...taintedEntries(params)].map(([name, { value: later }]) => [name, later]));
}

/** An output of a module, or undefined where its file does not declare it. */
export function moduleOutput(module: Scope, name: string): Value | undefined {
  const output = module.symbols.outputs.get(name);
  return output === undefined ? undefined : evaluate(output.value, module);
}
