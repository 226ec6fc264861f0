import { isJsonObject, valueAt, type Json } from './json.js';
import type { Expectation } from './plan.js';
import { sameValue } from './same-value.js';

/** The expectations that this body does not meet; none left means that the step is done. */
export function unmet(body: Json, expectations: readonly Expectation[]): readonly Expectation[] {
  return expectations.filter((expectation) => !holds(body, expectation));
}

/**
 * True when what the step sent stands in the body, whether or not Azure has finished filling in the rest:
 * while an update runs the new outbound type is there already, its addresses are not
 * (recorded: load balancer to managed NAT gateway, read 2026-11-23).
 */
export function isTargetThere(body: Json, expectations: readonly Expectation[]): boolean {
  return unmet(body, expectations).every(({ kind }) => kind === 'notEmpty');
}

function holds(body: Json, expectation: Expectation): boolean {
  const found = valueAt(body, expectation.path);
  switch (expectation.kind) {
    case 'equals':
      return sameValue(found, expectation.value);
    case 'includesAll':
      return expectation.values.every((value) => isAmong(found, value));
    case 'excludesAll':
      return expectation.values.every((value) => !isAmong(found, value));
    case 'notEmpty':
      return !isEmpty(found);
    case 'gone':
      return found === undefined || found === null;
  }
}

const isAmong = (list: Json | undefined, value: Json): boolean =>
  Array.isArray(list) && (list as readonly Json[]).some((member) => sameValue(member, value));

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
