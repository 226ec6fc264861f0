import type { Entry, Later, NodeReference, Scope, Value } from './model.js';
import { say } from '../../core/message.js';
import type { ArrayNode, ForNode, ObjectNode, StringNode } from '../syntax/node.js';
import { conditionOf } from './conditions.js';
import { listOf, taintedEntries } from './lists.js';
import { evaluate, spanOf, withLocals } from './scope.js';
import { arrayOf, computed, objectOf, present, scalar, unionOf, unknownValue } from './value.js';

/** A string: known when its holes are, present when some text of it is sure. */
export function textOf(node: StringNode, scope: Scope): Value {
  const at = spanOf(scope, node);
  if (node.holes.length === 0) return scalar(node.texts[0] ?? '', { at, isLiteral: true, defaults: [] });
  const holes = node.holes.map((hole) => evaluate(hole, scope));
  const defaults = unionOf(...holes.map((hole) => hole.defaults));
  const texts = holes.map((hole) => (hole.kind === 'scalar' ? String(hole.value) : undefined));
  const known = node.texts.map((text, n) => text + (n < texts.length ? (texts[n] ?? '\0') : '')).join('');
  if (texts.every((text) => text !== undefined)) return scalar(known, computed(at, defaults));
  const below = nodeBelow(node, holes, known);
  if (below !== undefined) return present(computed(at, defaults), below);
  const isSureText = node.texts.some((text) => text !== '');
  if (isSureText || holes.some(({ kind }) => kind === 'present' || kind === 'node'))
    return present(computed(at, defaults));
  return unknownValue(computed(at, defaults), 'notStatic', say('The text is put together at deployment.'));
}

/** `'${network.id}/subnets/nodes'` names what is declared under `network`. */
function nodeBelow(node: StringNode, holes: readonly Value[], known: string): NodeReference | undefined {
  const [first] = holes;
  if (node.texts[0] !== '' || first?.kind !== 'present' || first.node?.tail !== '') return undefined;
  const tail = known.slice(1);
  return tail.includes('\0') ? undefined : { resource: first.node.resource, tail };
}

/** Entries are evaluated when they are read; anything not understood leaves the object open. */
export function objectLiteral(node: ObjectNode, scope: Scope): Value {
  const entries = new Map<string, Entry>();
  let isOpen = !node.isClosed;
  let defaults: readonly string[] = [];
  for (const member of node.members) {
    switch (member.kind) {
      case 'property': {
        const key = keyOf(member.key.name, scope);
        if (key === undefined) isOpen = true;
        else
          entries.set(key, {
            key: spanOf(scope, member.key),
            value: () => evaluate(member.value, scope),
          });
        break;
      }
      case 'spread': {
        const spread = evaluate(member.of, scope);
        defaults = unionOf(defaults, spread.kind === 'null' ? spread.defaults : []);
        if (spread.kind === 'null') break;
        if (spread.kind !== 'object' || spread.isOpen) {
          // What is not known may have replaced everything above it.
          entries.clear();
          isOpen = true;
        }
        if (spread.kind === 'object')
          for (const [name, entry] of taintedEntries(spread)) entries.set(name, entry);
        break;
      }
      case 'skip':
        isOpen = true;
        break;
      case 'resource':
        break;
    }
  }
  return objectOf(entries, isOpen, computed(spanOf(scope, node), defaults));
}

function keyOf(name: { readonly name: string } | StringNode, scope: Scope): string | undefined {
  if ('name' in name) return name.name;
  const value = textOf(name, scope);
  return value.kind === 'scalar' ? String(value.value) : undefined;
}

export function arrayLiteral(node: ArrayNode, scope: Scope): Value {
  const items: Later[] = [];
  let isOpen = !node.isClosed;
  for (const item of node.items) {
    if (item.kind !== 'spread') {
      items.push(() => evaluate(item, scope));
      continue;
    }
    const spread = listOf(evaluate(item.of, scope));
    items.push(...spread.items);
    isOpen ||= spread.isOpen;
  }
  return arrayOf(items, isOpen, computed(spanOf(scope, node)));
}

/** `[for item in list: body]` over a list that is known; else a list of which nothing is known. */
export function loopOf(node: ForNode, scope: Scope): Value {
  const at = computed(spanOf(scope, node));
  const list = listOf(evaluate(node.over, scope));
  if (list.isOpen || !node.isClosed) return arrayOf([], true, at);
  const [itemName, indexName] = node.names;
  const items: Later[] = [];
  let isOpen = false;
  for (const [index, item] of list.items.entries()) {
    const locals: [string, Value][] = itemName === undefined ? [] : [[itemName.name, item()]];
    if (indexName !== undefined) locals.push([indexName.name, scalar(index, at)]);
    const inner = withLocals(scope, locals);
    const { body } = node;
    if (body.kind !== 'if') {
      items.push(() => evaluate(body, inner));
      continue;
    }
    const { isTrue } = conditionOf(body.condition, inner);
    isOpen ||= isTrue === undefined;
    if (isTrue === true) items.push(() => evaluate(body.body, inner));
  }
  return arrayOf(items, isOpen, at);
}
