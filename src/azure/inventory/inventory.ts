import type { Inventory, SubscriptionListing, TenantListing } from '../../core/inventory.js';
import { say } from '../../core/message.js';
import type { Account, Sessions } from '../ports.js';
import type { Arms } from '../sign-in/arms.js';
import { tenantsOf } from '../sign-in/tenants.js';
import { limit } from '../wire/limit.js';
import type { NoSuccess } from '../wire/reply.js';
import { problemOf } from '../wire/trouble.js';
import { listTenant } from './tenant.js';

const mostAtOnce = 8;

/**
 * Every tenant of every account, with subscriptions and clusters. Rejects only when the signal aborts: a half
 * list never looks like a whole one. Nobody signed in gives an empty inventory.
 */
export async function takeInventory(order: {
  readonly sessions: Sessions;
  readonly arms: Arms;
  readonly signal: AbortSignal;
}): Promise<Inventory> {
  const { sessions, arms, signal } = order;
  const atOnce = limit(mostAtOnce);
  const accounts = await sessions.accounts();
  const byAccount = await Promise.all(
    accounts.map(async (account) => {
      const { tenants, failure } = await tenantsOf(account, (id) => arms.of(account.id, id), signal);
      if (failure !== undefined) return [unlisted(account, failure)];
      return Promise.all(
        tenants.map(async (tenant) => {
          const arm = arms.of(account.id, tenant.id);
          const listing = await listTenant({ arm, account, tenant, atOnce, signal });
          if (listing.problem === undefined) arms.remember(tenant.id, account);
          return listing;
        }),
      );
    }),
  );
  signal.throwIfAborted();
  return { tenants: once(byAccount.flat()) };
}

/** An account whose tenants cannot even be listed keeps a row of its own, so that it does not vanish. */
const unlisted = (account: Account, failure: NoSuccess): TenantListing => ({
  id: account.id,
  name: account.label,
  account: account.label,
  problem: problemOf(failure, say('The tenants of {account}', { account: account.label })),
  subscriptions: [],
});

/**
 * Two accounts may see one tenant: a subscription is shown once, under the account that came first. An account that
 * cannot look keeps its row.
 */
function once(listings: readonly TenantListing[]): readonly TenantListing[] {
  const shown = new Map<string, Set<string>>();
  return listings.flatMap((tenant): readonly TenantListing[] => {
    const key = tenant.id.toLowerCase();
    const before = shown.get(key);
    const isNew = ({ id }: SubscriptionListing) => before?.has(id.toLowerCase()) !== true;
    const subscriptions = tenant.subscriptions.filter(isNew);
    shown.set(key, new Set([...(before ?? []), ...subscriptions.map(({ id }) => id.toLowerCase())]));
    const saysNothing = subscriptions.length === 0 && tenant.problem === undefined;
    if (before !== undefined && saysNothing) return [];
    return [{ ...tenant, subscriptions }];
  });
}
