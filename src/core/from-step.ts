import { isJsonObject, valueAt, type Json } from './json.js';
import type { Expectation } from './plan.js';

/**
 * Stands for a value in the verified body of an earlier step: an address that does not exist before. With `as` the
 * body names resources by id at that path, and what is meant are the public IPv4 addresses that those have: they are
 * read before the step is sent, and take this place in the list around it, however many they are.
 */
export interface FromStep {
  readonly $from: {
    readonly stepId: string;
    readonly path: readonly (string | number)[];
    readonly as?: 'addresses';
  };
}

/** The reference in a value, or undefined where it is an ordinary one. */
export function fromStep(value: Json | undefined): FromStep['$from'] | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined;
  const stepId = valueAt(value, ['$from', 'stepId']);
  const path = valueAt(value, ['$from', 'path']);
  if (typeof stepId !== 'string' || !Array.isArray(path)) return undefined;
  const keys = (path as readonly Json[]).flatMap((key) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  if (keys.length !== path.length) return undefined;
  const as = valueAt(value, ['$from', 'as']);
  if (as === undefined) return { stepId, path: keys };
  return as === 'addresses' ? { stepId, path: keys, as } : undefined;
}

/** The value with every reference in it put in place by `find`; undefined where one of them cannot be found. */
export function resolved(value: Json, find: (from: FromStep['$from']) => Json | undefined): Json | undefined {
  const from = fromStep(value);
  if (from !== undefined) return find(from);
  if (Array.isArray(value)) {
    const members = (value as readonly Json[]).map((member) => inList(member, find));
    return members.every((member) => member !== undefined) ? members.flat() : undefined;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, member]) => [key, member === undefined ? undefined : resolved(member, find)] as const,
  );
  const isWhole = entries.every(([key, member]) => member !== undefined || value[key] === undefined);
  return isWhole ? Object.fromEntries(entries) : undefined;
}

/** What takes a member's place in a list: several addresses that AKS names, else one value. */
function inList(
  member: Json,
  find: (from: FromStep['$from']) => Json | undefined,
): readonly Json[] | undefined {
  const value = resolved(member, find);
  if (value === undefined) return undefined;
  return fromStep(member)?.as === 'addresses' && Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** Every reference in a value. */
export function referencesIn(value: Json): readonly FromStep['$from'][] {
  const from = fromStep(value);
  if (from !== undefined) return [from];
  const members = Array.isArray(value)
    ? (value as readonly Json[])
    : isJsonObject(value)
      ? Object.values(value)
      : [];
  return members.flatMap((member) => (member === undefined ? [] : referencesIn(member)));
}

/** An expectation with its references put in place; undefined where one of them cannot be found. */
export function resolvedExpectation(
  expectation: Expectation,
  find: (from: FromStep['$from']) => Json | undefined,
): Expectation | undefined {
  switch (expectation.kind) {
    case 'equals': {
      const value = resolved(expectation.value, find);
      return value === undefined ? undefined : { ...expectation, value };
    }
    case 'includesAll':
    case 'excludesAll': {
      const values = resolved(expectation.values, find);
      return Array.isArray(values) ? { ...expectation, values: values as readonly Json[] } : undefined;
    }
    case 'notEmpty':
    case 'gone':
      return expectation;
  }
}
