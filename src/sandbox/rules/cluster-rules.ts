import { eTagIn } from '../change/cluster-operation.js';
import type { Received } from '../wire/received.js';
import { busy } from './busy.js';
import { typeRules } from './outbound-type.js';
import type { Change, Refusal, Rule } from './refusal.js';

/** In the order in which they are asked; the first refusal is the answer. */
const rules: readonly Rule[] = [...typeRules];

/** AKS's refusal of a write to a cluster, or undefined when it is accepted. */
export function refusalOf(change: Change, request: Received, nowInMs: number): Refusal | undefined {
  const { azure, before } = change;
  const wait = busy({ azure, cluster: before, eTag: eTagIn(before), request, nowInMs });
  if (wait !== undefined) return wait;
  for (const rule of rules) {
    const refusal = rule(change);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
