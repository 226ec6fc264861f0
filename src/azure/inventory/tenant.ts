import type { ClusterListing, SubscriptionListing, TenantListing } from '../../core/inventory.js';
import { say } from '../../core/message.js';
import { apiVersions } from '../api-versions.js';
import type { Account } from '../ports.js';
import type { Tenant } from '../sign-in/tenants.js';
import type { Arm } from '../wire/arm.js';
import type { Limit } from '../wire/limit.js';
import { problemOf } from '../wire/trouble.js';
import { askGraph } from './graph.js';
import { listingOfBody } from './listing.js';
import { subscriptionsOf, type Subscription } from './subscriptions.js';

/** One tenant as one account sees it. What fails is a problem in its place; the rest is listed all the same. */
export async function listTenant(order: {
  readonly arm: Arm;
  readonly account: Account;
  readonly tenant: Tenant;
  readonly atOnce: Limit;
  readonly signal: AbortSignal;
}): Promise<TenantListing> {
  const { arm, tenant, atOnce, signal } = order;
  const [subscriptions, graph] = await Promise.all([
    atOnce(() => subscriptionsOf(arm, signal)),
    atOnce(() => askGraph(arm, tenant.id, signal)),
  ]);
  const self = { id: tenant.id, name: tenant.name, account: order.account.label };
  if (subscriptions.kind !== 'subscriptions' && graph.kind !== 'clusters') {
    // Who is not let in is not told the name either: the account is what the person knows.
    const what =
      tenant.name === tenant.id
        ? say('The tenant of {account}', { account: order.account.label })
        : say('Tenant {name}', { name: tenant.name });
    const problem = problemOf(subscriptions, what);
    return { ...self, problem, subscriptions: [] };
  }
  const known = subscriptions.kind === 'subscriptions' ? subscriptions.list : [];
  if (graph.kind !== 'clusters') {
    const lists = known.map((subscription) =>
      atOnce(() => listSubscription(arm, tenant.id, subscription, signal)),
    );
    return { ...self, subscriptions: await Promise.all(lists) };
  }
  const check = (empty: Subscription) => atOnce(() => listSubscription(arm, tenant.id, empty, signal));
  const listed = await withDenied(grouped(known, graph.clusters, tenant.id), check);
  if (subscriptions.kind !== 'subscriptions')
    return {
      ...self,
      problem: problemOf(
        subscriptions,
        say('The names of the subscriptions of {name}', { name: tenant.name }),
      ),
      subscriptions: listed,
    };
  if (!graph.isCut) return { ...self, subscriptions: listed };
  const message = say(
    'Some clusters of {name} are not shown: Azure lists no more than this at once (10,000 subscriptions). Sign in with an account that sees fewer of them.',
    { name: tenant.name },
  );
  return { ...self, problem: { kind: 'failed', message }, subscriptions: listed };
}

/** Clusters under their subscriptions, in the order of the two lists. A subscription that only the graph knows goes by its id. */
function grouped(
  known: readonly Subscription[],
  clusters: readonly ClusterListing[],
  tenantId: string,
): readonly SubscriptionListing[] {
  const bySubscription = new Map<string, ClusterListing[]>();
  for (const cluster of clusters) {
    const key = cluster.subscriptionId.toLowerCase();
    const list = bySubscription.get(key);
    if (list === undefined) bySubscription.set(key, [cluster]);
    else list.push(cluster);
  }
  const names = new Set(known.map(({ id }) => id.toLowerCase()));
  const unnamed = [...bySubscription.keys()].filter((id) => !names.has(id)).map((id) => ({ id, name: id }));
  return [...known, ...unnamed].map(({ id, name }) => ({
    id,
    name,
    tenantId,
    clusters: bySubscription.get(id.toLowerCase()) ?? [],
  }));
}

/** The graph leaves out in silence what may not be read; so many empty subscriptions are asked one by one. */
const mostEmptyToCheck = 8;

/**
 * Few empty subscriptions are asked whether they are empty or denied; many cost more than the answer is worth: they
 * are marked, so that nobody takes them for empty.
 */
async function withDenied(
  listed: readonly SubscriptionListing[],
  check: (subscription: Subscription) => Promise<SubscriptionListing>,
): Promise<readonly SubscriptionListing[]> {
  const empty = listed.filter(({ clusters }) => clusters.length === 0);
  if (empty.length > mostEmptyToCheck)
    return listed.map((one) => (one.clusters.length === 0 ? { ...one, isUnchecked: true } : one));
  return Promise.all(listed.map(async (one) => (one.clusters.length === 0 ? await check(one) : one)));
}

/** The way without the graph: one list call for a subscription. */
async function listSubscription(
  arm: Arm,
  tenantId: string,
  { id, name }: Subscription,
  signal: AbortSignal,
): Promise<SubscriptionListing> {
  const url = arm.url(
    `/subscriptions/${id}/providers/Microsoft.ContainerService/managedClusters`,
    apiVersions.clusterFacts,
  );
  const listed = await arm.list(url, signal);
  if (listed.kind !== 'list') {
    const problem = problemOf(listed, say('The clusters of subscription {name}', { name }));
    return { id, name, tenantId, problem, clusters: [] };
  }
  return {
    id,
    name,
    tenantId,
    clusters: listed.elements.flatMap((body) => listingOfBody(body, tenantId)),
  };
}
