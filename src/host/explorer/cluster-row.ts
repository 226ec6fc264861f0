import type { ClusterListing, SubscriptionListing } from '../../core/inventory.js';
import { say, type Message } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { dotted } from './dotted.js';
import { stateOf } from './cluster-state.js';
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
  const state = stateOf(listing);
  const addresses = addressWords(look);
  const parts = [
    words.name,
    ...(addresses === undefined ? [] : [addresses]),
    ...(state === undefined ? [] : [state.words]),
  ];
  const icon: RowIcon =
    state === undefined
      ? { kind: 'outboundType', type: words.icon }
      : { kind: 'theme', name: state.icon, ...(state.color === undefined ? {} : { color: state.color }) };
  return { description: dotted(parts), icon, spoken: say('{name}, {parts}', { name: listing.name, parts }) };
}

/** What was read says more than the overview, which may be older. */
function declaredOf(listing: ClusterListing, look: Look | undefined): ReturnType<typeof typeWords> {
  if (look?.kind === 'read') return look.summary.declared;
  return typeWords(listing.outboundType, listing.natGatewaySku);
}

function addressWords(look: Look | undefined): Message | undefined {
  if (look?.kind !== 'read' || isUnreadable(look.summary.addresses)) return undefined;
  const { addresses } = look.summary;
  const [first] = addresses;
  if (first === undefined) return undefined;
  if (addresses.length === 1) return say('{address}', { address: first.address });
  return say('{count} addresses', { count: addresses.length });
}

function openedOf(listing: ClusterListing, subscription: SubscriptionListing): OpenedCluster {
  const { id, name, resourceGroup, subscriptionId, tenantId, location } = listing;
  return { id, name, resourceGroup, subscriptionId, subscriptionName: subscription.name, tenantId, location };
}
