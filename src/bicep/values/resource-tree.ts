import type { Expression, ObjectNode, Program, ResourceDeclaration } from '../syntax/node.js';

/** A resource as the text declares it, before anything is evaluated. */
export interface DeclaredResource {
  /** `network`, or `network::nodes` for a nested one. */
  readonly symbol: string;
  readonly declaration: ResourceDeclaration;
  readonly around?: DeclaredResource;
  /** Lower-cased: types are compared without regard to case. Empty where it is not a plain text. */
  readonly type: string;
  readonly apiVersion: string;
  /** Symbol of the resource whose child it is; undefined where the text does not tell. */
  readonly parent: string | undefined;
}

/** Resources of a file, nested ones too, sorted once. */
export interface ResourceTree {
  readonly bySymbol: ReadonlyMap<string, DeclaredResource>;
  /** By type; `existing` ones are left out. */
  readonly byType: ReadonlyMap<string, readonly DeclaredResource[]>;
  /** By type and the parent's symbol; under an empty symbol those that may be anybody's children. */
  readonly byParent: ReadonlyMap<string, readonly DeclaredResource[]>;
}

const maxNesting = 10;

export const familyKey = (type: string, parent: string): string => `${type} ${parent}`;

export function resourceTree(program: Program): ResourceTree {
  const bySymbol = new Map<string, DeclaredResource>();
  const byType = new Map<string, DeclaredResource[]>();
  const byParent = new Map<string, DeclaredResource[]>();
  const collect = (declaration: ResourceDeclaration, depth: number, around?: DeclaredResource): void => {
    const resource = declared(declaration, around);
    bySymbol.set(resource.symbol, resource);
    if (!declaration.isExisting) {
      push(byType, resource.type, resource);
      push(byParent, familyKey(resource.type, resource.parent ?? ''), resource);
    }
    if (depth >= maxNesting) return;
    for (const member of bodyNodeOf(declaration.value)?.members ?? [])
      if (member.kind === 'resource') collect(member, depth + 1, resource);
  };
  for (const statement of program.statements) if (statement.kind === 'resource') collect(statement, 0);
  return { bySymbol, byType, byParent };
}

function push(map: Map<string, DeclaredResource[]>, key: string, resource: DeclaredResource): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [resource]);
  else known.push(resource);
}

function declared(declaration: ResourceDeclaration, around?: DeclaredResource): DeclaredResource {
  const { type } = declaration;
  const text = type.kind === 'string' && type.holes.length === 0 ? (type.texts[0] ?? '') : '';
  const [name = '', apiVersion = ''] = text.split('@');
  const full = around === undefined || name.includes('.') ? name : `${around.type}/${name}`;
  return {
    symbol: around === undefined ? declaration.name.name : `${around.symbol}::${declaration.name.name}`,
    declaration,
    ...(around === undefined ? {} : { around }),
    type: full.toLowerCase(),
    apiVersion: apiVersion === '' ? (around?.apiVersion ?? '') : apiVersion,
    parent: around === undefined ? parentOf(declaration) : around.symbol,
  };
}

/** The object that holds a resource's properties, whatever condition or loop is around it. */
export function bodyNodeOf(value: Expression): ObjectNode | undefined {
  if (value.kind === 'object') return value;
  return value.kind === 'if' || value.kind === 'for' ? bodyNodeOf(value.body) : undefined;
}

/** `parent: network`, `parent: network::nodes`, or `name: '${network.name}/nodes'`. */
function parentOf({ value }: ResourceDeclaration): string | undefined {
  const parent = propertyNode(bodyNodeOf(value), 'parent');
  if (parent !== undefined) return symbolOf(parent);
  const name = propertyNode(bodyNodeOf(value), 'name');
  const [hole] = name?.kind === 'string' && name.texts[0] === '' ? name.holes : [];
  return hole?.kind === 'member' && hole.name.name === 'name' ? symbolOf(hole.of) : undefined;
}

function symbolOf(node: Expression, depth = 0): string | undefined {
  if (node.kind === 'reference') return node.name;
  if (node.kind === 'index') return depth > maxNesting ? undefined : symbolOf(node.of, depth + 1);
  if (node.kind !== 'member' || node.access !== 'nested' || depth > maxNesting) return undefined;
  const of = symbolOf(node.of, depth + 1);
  return of === undefined ? undefined : `${of}::${node.name.name}`;
}

/** The value that an object's text gives to a key. */
export function propertyNode(object: ObjectNode | undefined, key: string): Expression | undefined {
  const found = object?.members.find(
    (member) => member.kind === 'property' && 'name' in member.key.name && member.key.name.name === key,
  );
  return found?.kind === 'property' ? found.value : undefined;
}
