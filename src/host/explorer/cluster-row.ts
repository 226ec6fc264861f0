import type { ClusterListing, SubscriptionListing } from '../../core/inventory.js';
import { format, say, type Message } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { dotted } from './dotted.js';
import { stateOf } from './cluster-state.js';
import { isUnreadable, type Look } from '../look/look.js';
import type { Row, RowIcon } from './row.js';
import { typeWords } from './type-words.js';

/** A cluster's row: its type, and its addresses once they are read. */
export function clusterRow({
  listing,
  account,
  subscription,
  look,
}: {
  readonly listing: ClusterListing;
  readonly account: string;
  readonly subscription: SubscriptionListing;
  readonly look: Look | undefined;
}): Row {
  const opened = openedOf(listing, subscription);
  return {
    id: `cluster/${account}/${listing.id.toLowerCase()}`,
    label: listing.name,
    context: 'cluster',
    children: 'cluster',
    cluster: { listing, opened },
    ...clusterFace(listing, look),
  };
}

/**
 * What a cluster's row tells; it changes when the cluster is looked at. A side bar cuts the end off, so what one looks
 * for stands first: the address. What is unusual about state or path comes next, and the type last: both have icons.
 */
export function clusterFace(
  listing: ClusterListing,
  look: Look | undefined,
): Pick<Row, 'description' | 'icon' | 'spoken'> {
  const words = declaredOf(listing, look);
  const state = stateOf(newest(listing, look));
  const addresses = addressWords(look);
  const detour = detourOf(look);
  const parts = [
    ...(addresses === undefined ? [] : [addresses]),
    ...(state === undefined ? [] : [state.words]),
    ...(detour === undefined ? [] : [detour]),
    words.short,
  ];
  const icon: RowIcon =
    state === undefined
      ? detour === undefined
        ? { kind: 'outboundType', type: words.icon }
        : { kind: 'theme', name: 'warning', color: 'list.warningForeground' }
      : { kind: 'theme', name: state.icon, ...(state.color === undefined ? {} : { color: state.color }) };
  return { description: dotted(parts), icon, spoken: say('{name}, {parts}', { name: listing.name, parts }) };
}

/** A listing with what was read of the cluster since. */
export const newest = (listing: ClusterListing, look: Look | undefined): ClusterListing =>
  look?.kind === 'read' ? { ...listing, ...look.summary.seen } : listing;

/** What was read says more than the overview, which may be older. */
function declaredOf(listing: ClusterListing, look: Look | undefined): ReturnType<typeof typeWords> {
  if (look?.kind === 'read') return look.summary.declared;
  return typeWords(listing.outboundType, listing.natGatewaySku);
}

/** How packets leave, where that is another way than the declared one: what this row is looked at for. */
function detourOf(look: Look | undefined): Message | undefined {
  if (look?.kind !== 'read' || isUnreadable(look.summary.pools)) return undefined;
  const { declared, pools } = look.summary;
  if (declared.icon === 'unknown') return undefined;
  const others = pools.filter(({ isKnown, isAsDeclared }) => isKnown && !isAsDeclared);
  const [first] = others;
  if (first === undefined) return undefined;
  const isOneWay = others.every(({ path }) => format(path) === format(first.path));
  if (isOneWay && others.length === pools.length) return say('not as declared: {path}', { path: first.path });
  return others.length === 1
    ? say('not as declared: pool {name} {path}', { name: first.name, path: first.path })
    : say('not as declared: {count} of {all} pools', { count: others.length, all: pools.length });
}

function addressWords(look: Look | undefined): Message | undefined {
  if (look?.kind !== 'read' || isUnreadable(look.summary.addresses)) return undefined;
  const [first, ...others] = look.summary.addresses;
  if (first === undefined) return undefined;
  return others.length === 0
    ? say('{address}', { address: first.address })
    : say('{address} +{count}', { address: first.address, count: others.length });
}

function openedOf(listing: ClusterListing, subscription: SubscriptionListing): OpenedCluster {
  const { id, name, resourceGroup, subscriptionId, tenantId, location } = listing;
  return { id, name, resourceGroup, subscriptionId, subscriptionName: subscription.name, tenantId, location };
}
