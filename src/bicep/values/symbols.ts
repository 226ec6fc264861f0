import type { FileSymbols } from './model.js';
import { resourceTree } from './resource-tree.js';
import type { ImportDeclaration, Program, Statement } from '../syntax/node.js';

type OfKind<K extends Statement['kind']> = Extract<Statement, { kind: K; name: unknown }>;

/** Sorts the declarations of a file by kind and name. */
export function symbolsIn(uri: string, program: Program): FileSymbols {
  const byName = <K extends OfKind<Statement['kind']>['kind']>(kind: K): ReadonlyMap<string, OfKind<K>> =>
    new Map(
      program.statements
        .filter((statement): statement is OfKind<K> => statement.kind === kind)
        .filter(({ name }) => name.name !== '')
        .map((statement) => [statement.name.name, statement]),
    );
  return {
    uri,
    program,
    params: byName('param'),
    vars: byName('var'),
    outputs: byName('output'),
    types: byName('type'),
    funcs: byName('func'),
    modules: byName('module'),
    tree: resourceTree(program),
    imports: importsIn(program),
  };
}

function importsIn(program: Program): FileSymbols['imports'] {
  const found = new Map<string, { from: ImportDeclaration; name: string }>();
  for (const statement of program.statements) {
    if (statement.kind !== 'import') continue;
    if (statement.isWhole) found.set(statement.name.name, { from: statement, name: '*' });
    for (const { name, as } of statement.symbols) found.set(as.name, { from: statement, name: name.name });
  }
  return found;
}
