import { known, unknown, type Fact, type Origin } from '../../core/fact.js';
import { isJsonObject, type Json } from '../../core/json.js';
import { say } from '../../core/message.js';
import { resource, type Resource } from '../facts/resource.js';
import { unread } from '../facts/unread.js';
import type { Arm, Listed } from '../wire/arm.js';
import { limit } from '../wire/limit.js';
import type { Reply } from '../wire/reply.js';

/** Reads around one cluster: the same question twice is one request, and only a few are under way at once. */
export interface Reader {
  get(path: string, apiVersion: string): Promise<Reply>;
  list(path: string, apiVersion: string, filter?: string): Promise<Listed>;
  /** A question that travels as a POST. */
  ask(path: string, apiVersion: string, question: Json): Promise<Reply>;
}

const mostAtOnce = 8;

export function createReader(arm: Arm, signal: AbortSignal | undefined): Reader {
  const atOnce = limit(mostAtOnce);
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const pending = (asked.get(key) as Promise<T> | undefined) ?? atOnce(work);
    asked.set(key, pending);
    return pending;
  };
  return {
    get: (path, apiVersion) => {
      const url = arm.url(path, apiVersion);
      return once(`get ${url}`, () => arm.read(url, signal));
    },
    list: (path, apiVersion, filter) => {
      const query = filter === undefined ? '' : `&$filter=${encodeURIComponent(filter)}`;
      const url = `${arm.url(path, apiVersion)}${query}`;
      return once(`list ${url}`, () => arm.list(url, signal));
    },
    ask: (path, apiVersion, question) => {
      const url = arm.url(path, apiVersion);
      return once(`ask ${url} ${JSON.stringify(question)}`, () => arm.read(url, signal, question));
    },
  };
}

const originOf = (id: string): Origin => ({ kind: 'arm', resourceId: id, property: '' });

/** A list as a fact: what fails is told, and an element that is no element is left out. */
export function listFact<T>(
  listed: Listed,
  id: string,
  narrow: (element: Resource) => T | undefined,
): Fact<readonly T[]> {
  if (listed.kind !== 'list') return unread(listed, id);
  const elements = listed.elements.flatMap((element) => {
    const one = isJsonObject(element) ? narrow(resource(idIn(element) ?? id, element)) : undefined;
    return one === undefined ? [] : [one];
  });
  return known(elements, originOf(id));
}

/** One resource as a fact. */
export function resourceFact<T>(reply: Reply, id: string, narrow: (body: Resource) => T): Fact<T> {
  if (reply.kind !== 'answer') return unread(reply, id);
  if (!isJsonObject(reply.body))
    return unknown(
      'odd',
      say('Azure sent something other than a resource for {resource}.', { resource: id }),
      originOf(id),
    );
  return known(narrow(resource(id, reply.body)), originOf(id));
}

/** A part that cannot be asked for, because what it depends on is not known. */
export const notAsked = (id: string, what: string): Fact<never> =>
  unknown('notRead', say('{what} is not known, so this could not be asked.', { what }), originOf(id));

const idIn = (element: Json): string | undefined => {
  const id = isJsonObject(element) ? element['id'] : undefined;
  return typeof id === 'string' ? id.toLowerCase() : undefined;
};

/** The text of a fact-less property, or undefined. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((one) => typeof one === 'string') : [];
}

export function elementsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
