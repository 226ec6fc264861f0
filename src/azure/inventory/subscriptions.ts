import { valueAt, type Json } from '../../core/json.js';
import { apiVersions } from '../api-versions.js';
import type { Arm } from '../wire/arm.js';
import type { NoSuccess } from '../wire/reply.js';

export interface Subscription {
  readonly id: string;
  readonly name: string;
}

/** The subscriptions that a tenant shows to this account. */
export async function subscriptionsOf(
  arm: Arm,
  signal: AbortSignal,
): Promise<{ readonly kind: 'subscriptions'; readonly list: readonly Subscription[] } | NoSuccess> {
  const listed = await arm.list(arm.url('/subscriptions', apiVersions.subscriptions), signal);
  if (listed.kind !== 'list') return listed;
  return { kind: 'subscriptions', list: listed.elements.flatMap(subscriptionIn) };
}

function subscriptionIn(row: Json): readonly Subscription[] {
  const id = valueAt(row, ['subscriptionId']);
  if (typeof id !== 'string' || id === '') return [];
  const name = valueAt(row, ['displayName']);
  return [{ id, name: typeof name === 'string' && name !== '' ? name : id }];
}
