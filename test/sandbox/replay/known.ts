import {
  at,
  isObject,
  objectOf,
  objectsOf,
  textAt,
  withAt,
  type Json,
  type JsonObject,
} from '../../../src/sandbox/json.js';
import { keyOf, parseId } from '../../../src/sandbox/resource-id.js';
import { pathOf, type Exchange } from './recording.js';

/** What a recording has shown of its Azure so far: bodies by lower-cased id. */
export type Known = ReadonlyMap<string, JsonObject>;

/** Children that Azure keeps inside their parent's body, and where. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'routetables/routes': ['properties', 'routes'],
  'managedclusters/agentpools': ['properties', 'agentPoolProfiles'],
  'virtualnetworks/subnets': ['properties', 'subnets'],
  'loadbalancers/inboundnatrules': ['properties', 'inboundNatRules'],
};

/** What is known after an exchange. */
export function learned(known: Known, exchange: Exchange): Known {
  const { method } = exchange.request;
  const { status, body } = exchange.response;
  if (status < 200 || status > 299) return known;
  const next = new Map(known);
  if (method === 'DELETE') {
    const gone = keyOf(pathOf(exchange));
    for (const key of next.keys()) if (key === gone || key.startsWith(`${gone}/`)) next.delete(key);
    withoutChild(next, gone);
    return next;
  }
  const bodies =
    isObject(body) && Array.isArray(body['value']) ? objectsOf(body['value']) : isObject(body) ? [body] : [];
  for (const one of bodies) {
    const id = textAt(one, 'id');
    if (parseId(id) === undefined) continue;
    if (next.has(keyOf(id)) || childOf(id) === undefined || /subnets$/i.test(parseId(id)?.type ?? ''))
      next.set(keyOf(id), one);
    withChild(next, id, one);
    for (const subnet of objectsOf(at(one, 'properties', 'subnets')))
      if (
        parseId(textAt(subnet, 'id'))?.type.toLowerCase() === 'virtualnetworks/subnets' &&
        subnet['properties'] !== undefined
      )
        next.set(keyOf(textAt(subnet, 'id')), subnet);
  }
  return next;
}

interface Child {
  readonly parent: string;
  readonly name: string;
  readonly list: readonly string[];
}

function childOf(id: string): Child | undefined {
  const parsed = parseId(id);
  const list = parsed === undefined ? undefined : inside[parsed.type.toLowerCase()];
  if (parsed === undefined || list === undefined) return undefined;
  return { parent: keyOf(id).split('/').slice(0, -2).join('/'), name: parsed.name.toLowerCase(), list };
}

const others = (parent: JsonObject, { name, list }: Child): readonly JsonObject[] =>
  objectsOf(at(parent, ...list)).filter((one) => textAt(one, 'name').toLowerCase() !== name);

function withChild(known: Map<string, JsonObject>, id: string, body: JsonObject): void {
  const child = childOf(id);
  const parent = child === undefined ? undefined : known.get(child.parent);
  if (child === undefined || parent === undefined) return;
  // A pool stands in its cluster without the envelope.
  const own = child.list.includes('agentPoolProfiles')
    ? { name: body['name'], ...objectOf(body['properties']) }
    : body;
  known.set(child.parent, withAt(parent, child.list, [...others(parent, child), own]));
}

function withoutChild(known: Map<string, JsonObject>, id: string): void {
  const child = childOf(id);
  const parent = child === undefined ? undefined : known.get(child.parent);
  if (child === undefined || parent === undefined) return;
  known.set(child.parent, withAt(parent, child.list, others(parent, child)));
}

/** A body at rest: an answer to a write was recorded in the middle of its operation. */
export function atRest(body: JsonObject): JsonObject {
  const settled = (value: Json | undefined): Json | undefined => {
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => settled(one) ?? null);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'provisioningState' ? 'Succeeded' : settled(inner),
      ]),
    );
  };
  return objectOf(settled(body));
}
