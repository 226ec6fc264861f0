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
      if (failure !== undefined) return [{ account, tenant: unlisted(account, failure) }];
      return Promise.all(
        tenants.map(async (tenant) => {
          const arm = arms.of(account.id, tenant.id);
          return { account, tenant: await listTenant({ arm, account, tenant, atOnce, signal }) };
        }),
      );
    }),
  );
  signal.throwIfAborted();
  const seen = byAccount.flat();
  const owners = ownersOf(seen);
  // What is shown under an account is read and changed with that account.
  arms.remember(new Map([...owners].map(([subscription, { account }]) => [subscription, account.id])));
  return { tenants: once(seen, owners) };
}

/** An account whose tenants cannot even be listed keeps a row of its own, so that it does not vanish. */
const unlisted = (account: Account, failure: NoSuccess): TenantListing => ({
  id: account.id,
  name: account.label,
  account: account.label,
  problem: problemOf(failure, say('The tenants of {account}', { account: account.label })),
  subscriptions: [],
});

/** A tenant as one account sees it. */
interface Seen {
  readonly account: Account;
  readonly tenant: TenantListing;
}

/**
 * Two accounts may see one subscription, and not with the same rights: it belongs to the one that sees most of it,
 * the first of equals. By the subscription's id in lower case.
 */
function ownersOf(seen: readonly Seen[]): ReadonlyMap<string, Seen> {
  const owners = new Map<string, { readonly seen: Seen; readonly worth: number }>();
  for (const one of seen)
    for (const subscription of one.tenant.subscriptions) {
      const key = subscription.id.toLowerCase();
      const worth = worthOf(subscription);
      const before = owners.get(key);
      if (before === undefined || worth > before.worth) owners.set(key, { seen: one, worth });
    }
  return new Map([...owners].map(([key, owner]) => [key, owner.seen]));
}

const worthOf = ({ problem, clusters }: SubscriptionListing): number =>
  problem === undefined ? clusters.length + 1 : 0;

/** Each subscription once, under its owner. An account that cannot look keeps its row; one that adds nothing has none. */
function once(seen: readonly Seen[], owners: ReadonlyMap<string, Seen>): readonly TenantListing[] {
  const own = seen.map((one) => ({
    ...one.tenant,
    subscriptions: one.tenant.subscriptions.filter(({ id }) => owners.get(id.toLowerCase()) === one),
  }));
  const saysSomething = ({ subscriptions, problem }: TenantListing): boolean =>
    subscriptions.length > 0 || problem !== undefined;
  const told = new Set(own.filter(saysSomething).map(({ id }) => id.toLowerCase()));
  return own.filter((tenant) => {
    if (saysSomething(tenant)) return true;
    // A tenant in which nobody sees anything is told once.
    const key = tenant.id.toLowerCase();
    return told.has(key) ? false : told.add(key);
  });
}
