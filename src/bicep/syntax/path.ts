import type { Expression, ObjectNode, Program, Property, ResourceDeclaration, Statement } from './node.js';
import type { Range } from './range.js';

type Member = ObjectNode['members'][number];
/** What lies on the way from a file down to a place in it. */
export type PathNode = Statement | Expression | Member | ObjectNode;

/** The nodes around an offset, outermost first. Both ends of a node belong to it. */
export function pathTo(program: Program, offset: number): readonly PathNode[] {
  const path: PathNode[] = [];
  let here: PathNode | undefined = program.statements.find((statement) => holds(statement, offset));
  while (here !== undefined) {
    path.push(here);
    here = childrenOf(here).find((child) => holds(child, offset));
  }
  return path;
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

/** The properties around an offset, outermost first, and the resource that they belong to. */
export function propertiesAt(
  program: Program,
  offset: number,
): { readonly resource: ResourceDeclaration | undefined; readonly properties: readonly Property[] } {
  const path = pathTo(program, offset);
  const at = path.findLastIndex(({ kind }) => kind === 'resource');
  const resource = path[at];
  return {
    resource: resource?.kind === 'resource' ? resource : undefined,
    properties: path.slice(at + 1).filter((node): node is Property => node.kind === 'property'),
  };
}

export const keyNameOf = ({ key }: Property): string =>
  'name' in key.name ? key.name.name : (key.name.texts[0] ?? '');

function childrenOf(node: PathNode): readonly PathNode[] {
  switch (node.kind) {
    case 'param':
    case 'var':
    case 'output':
    case 'resource':
    case 'module':
    case 'property':
    case 'other':
      return node.value === undefined ? [] : [node.value];
    case 'func':
      return [node.body];
    case 'object':
      return node.members;
    case 'array':
      return node.items;
    case 'spread':
    case 'unary':
    case 'wrapped':
      return [node.of];
    case 'for':
      return [node.over, node.body];
    case 'if':
      return [node.condition, node.body];
    case 'lambda':
      return [node.body];
    case 'binary':
      return [node.left, node.right];
    case 'ternary':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'member':
      return [node.of];
    case 'index':
      return [node.of, node.index];
    case 'call':
      return node.of === undefined ? node.args : [node.of, ...node.args];
    case 'string':
      return node.holes;
    case 'literal':
    case 'reference':
    case 'skip':
    case 'type':
    case 'import':
    case 'using':
    case 'extends':
      return [];
  }
}
