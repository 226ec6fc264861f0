import { merged, objectOf, type Json, type JsonObject } from '../../../src/sandbox/json.js';
import type { Change, Refusal, Rule } from '../../../src/sandbox/rules/refusal.js';
import { clusterBody } from '../../../src/sandbox/scenarios/building/cluster-body.js';
import { beginAzure } from '../../../src/sandbox/state/fold.js';

const head = {
  kind: 'head',
  version: 1,
  generation: 1,
  scenario: 'none',
  seed: 7,
  factor: 1,
  startedAtInMs: 0,
} as const;

const plain = clusterBody(7, {
  name: 'c',
  subscriptionId: 's',
  tenantId: 't',
  resourceGroup: 'g',
  location: 'westeurope',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.1'],
});

/** What rules say to a plain cluster of which some of the body is, and some shall become, otherwise. */
export function judge(
  rules: readonly Rule[],
  options: { readonly before?: Json; readonly desired: Json; readonly sent?: Json },
): Refusal | undefined {
  const before = objectOf(merged(plain, options.before ?? {}));
  const change: Change = {
    azure: beginAzure(head),
    apiVersion: '2026-06-01',
    nowInMs: 0,
    before,
    desired: merged(before, options.desired) as JsonObject,
    sent: objectOf(options.sent ?? {}),
  };
  return rules.map((rule) => rule(change)).find((refusal) => refusal !== undefined);
}

/** One node pool of that kind in place of the plain one. */
export const onePool = (pool: JsonObject): readonly JsonObject[] => [{ name: 'p', count: 1, ...pool }];
