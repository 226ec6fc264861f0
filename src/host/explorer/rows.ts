import type {
  ClusterListing,
  Inventory,
  ListingProblem,
  SubscriptionListing,
  TenantListing,
} from '../../core/inventory.js';
import { say, type Message } from '../../core/message.js';
import { clusterRow } from './cluster-row.js';
import { dotted } from './dotted.js';
import type { Look } from '../look/look.js';
import { problemRow } from './problem-row.js';
import type { Row } from './row.js';

/** What has been read of a cluster beyond the overview. */
export type LookAt = (listing: ClusterListing) => Look | undefined;

/** The whole tree. A tenant has a row of its own only where there are several. */
export function rowsOf(inventory: Inventory, lookAt: LookAt): readonly Row[] {
  const [only, ...others] = inventory.tenants;
  if (only === undefined) return [];
  if (others.length === 0) return rowsOfTenant(only, lookAt, true);
  return inventory.tenants.map((tenant) => tenantRow(tenant, lookAt));
}

function tenantRow(tenant: TenantListing, lookAt: LookAt): Row {
  return {
    id: `tenant/${tenant.account}/${tenant.id}`,
    label: tenant.name === '' ? tenant.id : tenant.name,
    description: tenantWords(tenant),
    icon: { kind: 'theme', name: 'organization' },
    context: 'tenant',
    tooltip: say('Tenant {id}, seen by {account}', { id: tenant.id, account: tenant.account }),
    children: rowsOfTenant(tenant, lookAt, tenant.subscriptions.length <= openUpTo),
    startsOpen: true,
  };
}

/** Who sees it, behind what is missing. */
function tenantWords({ account, problem }: TenantListing): Message {
  const seenBy = say('{account}', { account });
  return problem === undefined ? seenBy : dotted([shortWords[problem.kind], seenBy]);
}

/** So many subscriptions start open: a newcomer sees clusters at once. */
const openUpTo = 10;

function rowsOfTenant(tenant: TenantListing, lookAt: LookAt, startsOpen: boolean): readonly Row[] {
  const { problem } = tenant;
  const id = `tenant/${tenant.account}/${tenant.id}/problem`;
  return [
    ...(problem === undefined ? [] : [problemRow({ id, problem, tenantId: tenant.id })]),
    ...inOrder(tenant.subscriptions).map((one) =>
      subscriptionRow(one, tenant.account, lookAt, startsOpen && tenant.subscriptions.length <= openUpTo),
    ),
  ];
}

function subscriptionRow(
  subscription: SubscriptionListing,
  account: string,
  lookAt: LookAt,
  startsOpen: boolean,
): Row {
  const { id, name, tenantId, problem, clusters, isUnchecked = false } = subscription;
  const base = `subscription/${account}/${id}`;
  return {
    id: base,
    label: name === '' ? id : name,
    description:
      problem === undefined
        ? isUnchecked
          ? say('no clusters to be seen')
          : countOf(clusters.length)
        : missing(clusters.length, problem),
    icon: { kind: 'theme', name: 'key' },
    context: 'subscription',
    tooltip: isUnchecked
      ? say(
          'Subscription {id}. Azure Resource Graph shows no cluster of it; it leaves out in silence what your account may not read.',
          { id },
        )
      : say('Subscription {id}', { id }),
    children: [
      ...(problem === undefined ? [] : [problemRow({ id: `${base}/problem`, problem, tenantId })]),
      ...inOrder(clusters).map((listing) =>
        clusterRow({ listing, account, subscription, look: lookAt(listing) }),
      ),
    ],
    startsOpen: startsOpen && (clusters.length > 0 || problem !== undefined),
  };
}

const countOf = (count: number): Message =>
  count === 1 ? say('1 cluster') : count === 0 ? say('no clusters') : say('{count} clusters', { count });

/** A part that could not be read says so; what was read is still counted. */
const missing = (count: number, problem: ListingProblem): Message =>
  count === 0 ? shortWords[problem.kind] : say('{count}, not all could be read', { count: countOf(count) });

const shortWords: Readonly<Record<ListingProblem['kind'], Message>> = {
  signedOut: say('signed out'),
  noConsent: say('no consent'),
  expired: say('sign-in expired'),
  denied: say('not readable: no Reader role'),
  throttled: say('not readable now: Azure is throttling'),
  offline: say('not reachable'),
  changesOff: say('changes are off'),
  failed: say('not readable'),
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const inOrder = <T extends { readonly name: string; readonly id: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
