import type { ClusterListing, SubscriptionListing } from '../../core/inventory.js';
import { format, say, type Message } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { dotted } from './dotted.js';
import { stateOf } from './cluster-state.js';
import { addressCount } from '../look/address-count.js';
import { isUnreadable, type Look } from '../look/look.js';
import type { Row, RowIcon } from './row.js';
import { typeWords } from './type-words.js';

/** A cluster's row: its type, and its addresses once they are read. Its children are read when it opens. */
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

/** What a cluster's row tells; it changes when the cluster is looked at. */
export function clusterFace(
  listing: ClusterListing,
  look: Look | undefined,
): Pick<Row, 'description' | 'icon' | 'spoken'> {
  const words = declaredOf(listing, look);
  const state = stateOf(newest(listing, look));
  const addresses = addressWords(look);
  const detour = detourOf(look);
  const parts = [
    detour === undefined ? words.name : say('{type}, {detour}', { type: words.name, detour }),
    ...(addresses === undefined ? [] : [addresses]),
    ...(state === undefined ? [] : [state.words]),
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
  if (isOneWay && others.length === pools.length) return say('leaves {path}', { path: first.path });
  return others.length === 1
    ? say('pool {name} leaves {path}', { name: first.name, path: first.path })
    : say('{count} of {all} pools leave another way', { count: others.length, all: pools.length });
}

function addressWords(look: Look | undefined): Message | undefined {
  if (look?.kind !== 'read' || isUnreadable(look.summary.addresses)) return undefined;
  const { addresses } = look.summary;
  const [first] = addresses;
  if (first === undefined) return undefined;
  if (addresses.length === 1) return say('{address}', { address: first.address });
  return addressCount(addresses.map(({ address }) => address));
}

function openedOf(listing: ClusterListing, subscription: SubscriptionListing): OpenedCluster {
  const { id, name, resourceGroup, subscriptionId, tenantId, location } = listing;
  return { id, name, resourceGroup, subscriptionId, subscriptionName: subscription.name, tenantId, location };
}
