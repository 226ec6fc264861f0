import { bindingsOfParameters } from '../values/parameter-files.js';
import { conditionOf } from '../values/conditions.js';
import { evaluationOf } from '../values/evaluate.js';
import type { ResourceSymbol, Scope } from '../values/model.js';
import { scopeOfModule } from '../values/modules.js';
import { uriOf } from '../values/paths.js';
import { deployedBy, isDeployed, resourcesOfType, resourceTypes } from '../values/resources.js';
import { scopeOf } from '../values/scope.js';
import type { World } from '../values/worlds.js';
import { openWorld } from '../values/worlds.js';
import type { Loaded } from './loaded.js';

/** A cluster that one file deploys: in its own text, or through modules. */
export interface Subject {
  /** The file that is judged. */
  readonly rootUri: string;
  /** Names of the modules on the way; empty for a cluster of the file itself. */
  readonly modules: readonly string[];
  /** Files on the way, the one with the cluster last; the judged file is not among them. */
  readonly through: readonly string[];
  readonly symbol: string;
}

const maxSubjects = 2000;

/** The clusters that a file deploys. Loops of modules and modules that were not read are left out. */
export function subjectsOf(loaded: Loaded, rootUri: string): readonly Subject[] {
  const root = leadsToCluster(loaded, rootUri) ? rootScope(loaded, rootUri, openWorld()) : undefined;
  if (root === undefined) return [];
  const found: Subject[] = [];
  const visit = (scope: Scope, modules: readonly string[], through: readonly string[]): void => {
    for (const { declared } of resourcesOfType(resourceTypes.cluster, scope))
      found.push({ rootUri, modules, through, symbol: declared.symbol });
    for (const [name, declaration] of scope.symbols.modules) {
      const uri = uriOf(scope.symbols.uri, declaration.path);
      const isWanted = uri !== undefined && found.length < maxSubjects && leadsToCluster(loaded, uri);
      const inner = isWanted ? scopeOfModule(declaration, scope) : undefined;
      const isCircle = inner !== undefined && [rootUri, ...through].includes(inner.symbols.uri);
      if (inner !== undefined && !isCircle) visit(inner, [...modules, name], [...through, inner.symbols.uri]);
    }
  };
  visit(root, [], root.symbols.uri === rootUri ? [] : [root.symbols.uri]);
  return found;
}

/** Whether a file has a cluster, or deploys one by way of other files. */
function leadsToCluster(loaded: Loaded, uri: string): boolean {
  const seen = new Set<string>();
  const waiting = [uri];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const symbols = seen.has(here) ? undefined : loaded.symbolsOf(here);
    seen.add(here);
    if (symbols === undefined) continue;
    if (symbols.tree.byType.has(resourceTypes.cluster)) return true;
    for (const statement of symbols.program.statements)
      if (statement.kind === 'module' || statement.kind === 'using')
        waiting.push(...[uriOf(here, statement.path)].filter((next) => next !== undefined));
  }
  return false;
}

/** The scope of a file in one world: of what it deploys, where it is a `.bicepparam`. */
function rootScope(loaded: Loaded, uri: string, world: World): Scope | undefined {
  const symbols = loaded.symbolsOf(uri);
  if (symbols === undefined) return undefined;
  const evaluation = evaluationOf(loaded.files, loaded.symbolsOf, { world, effort: loaded.effort });
  const own = scopeOf(evaluation, symbols);
  const using = symbols.program.statements.find(({ kind }) => kind === 'using');
  if (using?.kind !== 'using') return own;
  const target = uriOf(uri, using.path);
  const deployed = target === undefined ? undefined : loaded.symbolsOf(target);
  if (deployed === undefined) return undefined;
  return scopeOf(evaluation, deployed, { kind: 'parameters', path: '', bindings: bindingsOfParameters(own) });
}

/** The subject in one world; undefined where that world does not deploy it. */
export function clusterIn(
  loaded: Loaded,
  subject: Subject,
  world: World,
): { readonly cluster: ResourceSymbol; readonly isDeployed: boolean | undefined } | undefined {
  let scope = rootScope(loaded, subject.rootUri, world);
  let deployed: boolean | undefined = true;
  for (const name of subject.modules) {
    const declaration = scope?.symbols.modules.get(name);
    if (scope === undefined || declaration === undefined) return undefined;
    const { value } = declaration;
    if (value.kind === 'if') deployed = both(deployed, conditionOf(value.condition, scope).isTrue);
    scope = scopeOfModule(declaration, scope);
  }
  const declared = scope?.symbols.tree.bySymbol.get(subject.symbol);
  if (scope === undefined || declared === undefined) return undefined;
  const cluster = deployedBy(declared, scope);
  return { cluster, isDeployed: both(deployed, isDeployed(cluster)) };
}

const both = (left: boolean | undefined, right: boolean | undefined): boolean | undefined =>
  left === false || right === false ? false : left === undefined ? undefined : right;
