import { isJsonObject, type Json } from './json.js';
import type { Difference } from './run-record.js';
import { sameValue } from './same-value.js';
import type { Dated } from './source.js';

/**
 * Defaults that Azure writes into a body when it is first sent back whole, by the last key of their path.
 * Recorded traffic of azure-cli and Azure Service Operator; ARM types of managedClusters.
 */
export const filledInDefaults = {
  what: 'defaults that Azure fills in',
  source: 'https://learn.microsoft.com/azure/templates/microsoft.containerservice/managedclusters',
  readOn: '2026-11-23',
  values: {
    enableAutoScaling: [false],
    enableNodePublicIP: [false],
    enableEncryptionAtHost: [false],
    enableUltraSSD: [false],
    enableFIPS: [false],
    upgradeStrategy: ['Rolling'],
    scaleDownMode: ['Delete'],
    disableLocalAccounts: [false],
  },
} as const satisfies Dated & { readonly values: Readonly<Record<string, readonly Json[]>> };

const defaults: Readonly<Record<string, readonly Json[]>> = filledInDefaults.values;

/** True for a key that was not there and came back with a default, or with nothing in it. */
export function isFilledIn({ path, before, after }: Difference): boolean {
  if (before !== undefined || after === undefined) return false;
  if (path[0] !== 'properties') return false;
  if (isNothing(after)) return true;
  const last = path.at(-1);
  if (typeof last !== 'string' || !Object.hasOwn(defaults, last)) return false;
  return defaults[last]?.some((value) => sameValue(value, after)) === true;
}

function isNothing(value: Json): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.values(value).every((member) => member === undefined);
}
