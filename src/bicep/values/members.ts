import type { NodeReference, Provenance, Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { IndexNode, MemberNode } from '../syntax/node.js';
import { moduleOutput, moduleOf } from './modules.js';
import { bodyOf, resourceNamed } from './resources.js';
import { evaluate, spanOf } from './scope.js';
import { computed, entryOf, nothing, present, restingOn, unknownValue } from './value.js';

/** `of.name` and `of::name`. */
export function memberOf(node: MemberNode, scope: Scope): Value {
  const at = spanOf(scope, node);
  const output = outputOf(node, scope);
  if (output !== undefined) return output;
  const of = evaluate(node.of, scope);
  if (node.access === 'nested') return nestedIn(of, node.name.name, computed(at));
  return propertyOf(of, node.name.name, { from: computed(at, of.defaults), isSafe: node.isSafe });
}

/** `module.outputs.name` */
function outputOf({ of, name }: MemberNode, scope: Scope): Value | undefined {
  const inner = of.kind === 'wrapped' ? of.of : of;
  if (inner.kind !== 'member' || inner.name.name !== 'outputs' || inner.of.kind !== 'reference')
    return undefined;
  const module = moduleOf(inner.of.name, scope);
  if (module === undefined) return undefined;
  return moduleOutput(module, name.name) ?? present(computed(spanOf(scope, name)));
}

export interface Access {
  readonly from: Provenance;
  /** Null where there is nothing, instead of an error at deployment. */
  readonly isSafe: boolean;
}

const missing = ({ from, isSafe }: Access, name: string): Value =>
  isSafe
    ? nothing(from)
    : unknownValue(from, 'odd', say('There is no {name} in what the file says.', { name }));

/** A property of a value. An empty text inside a default is a placeholder that somebody fills. */
export function propertyOf(of: Value, name: string, access: Access): Value {
  switch (of.kind) {
    case 'object': {
      const entry = entryOf(of, name);
      if (entry === undefined) {
        if (!of.isOpen) return missing(access, name);
        return unknownValue(access.from, 'notStatic', say('{name} may come from elsewhere.', { name }));
      }
      const value = restingOn(entry.value(), of.defaults);
      const isPlaceholder = of.defaults.length > 0 && value.kind === 'scalar' && value.value === '';
      return isPlaceholder
        ? unknownValue(value, 'parameter', say('{name} is empty by default.', { name }))
        : value;
    }
    case 'node':
      return nodeProperty(of, of.node, name, access);
    case 'null':
      return missing(access, name);
    case 'present':
      return present(access.from);
    case 'unknown':
      return of;
    case 'scalar':
    case 'array':
      return unknownValue(access.from, 'odd', say('There is no {name} here.', { name }));
  }
}

function nodeProperty(of: Value, node: NodeReference, name: string, access: Access): Value {
  if (name === 'id') return present(access.from, node);
  if ((name === 'name' || name === 'location') && node.tail === '') {
    const value = propertyOf(bodyOf(node.resource), name, access);
    return value.kind === 'unknown' || value.kind === 'null' ? present(access.from) : value;
  }
  return { ...of, ...access.from, kind: 'node', node: { ...node, tail: `${node.tail}.${name}` } };
}

function nestedIn(of: Value, name: string, from: Provenance): Value {
  if (of.kind !== 'node' || of.node.tail !== '') return present(from);
  const { declared, scope } = of.node.resource;
  const found = resourceNamed(`${declared.symbol}::${name}`, scope);
  if (found === undefined) return present(from);
  return { ...from, kind: 'node', node: { resource: found, tail: '' } };
}

/** `of[index]`, `of[^index]`, `of['name']`. */
export function indexOf(node: IndexNode, scope: Scope): Value {
  const of = evaluate(node.of, scope);
  const index = evaluate(node.index, scope);
  const from = computed(spanOf(scope, node), of.defaults);
  const access = { from, isSafe: node.isSafe };
  if (index.kind !== 'scalar')
    return of.kind === 'present' || of.kind === 'node'
      ? present(from)
      : unknownValue(from, 'notStatic', say('Which item it is shows at deployment.'));
  if (typeof index.value === 'string') return restingOn(propertyOf(of, index.value, access), index.defaults);
  if (of.kind === 'node')
    return { ...from, kind: 'node', node: { ...of.node, tail: `${of.node.tail}[${index.value}]` } };
  if (of.kind === 'array') {
    if (of.isOpen) return unknownValue(from, 'notStatic', say('The list is not known.'));
    const at = Number(index.value);
    const item = node.isFromEnd ? of.items.at(-at) : of.items[at];
    return item === undefined ? missing(access, String(at)) : restingOn(item(), of.defaults);
  }
  return propertyOf(of, String(index.value), access);
}
