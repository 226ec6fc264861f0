import type { ClusterListing } from '../../core/inventory.js';
import { valueAt, type Json } from '../../core/json.js';
import { spellings } from '../facts/spelling.js';

const shape = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/.*\/managedclusters\/([^/]+)$/i;

/** A row of the graph as a listing, or nothing where it is no cluster. Empty text in the graph means "not there". */
export function listingOfRow(row: Json, tenantId: string): readonly ClusterListing[] {
  const text = (key: string) => textAt(row, [key]);
  return listing(text('id'), tenantId, row, {
    outboundType: text('outboundType'),
    natGatewaySku: text('natGatewaySku'),
    loadBalancerSku: text('loadBalancerSku'),
    kubernetesVersion: text('kubernetesVersion'),
    provisioningState: text('provisioningState'),
    powerState: text('powerState'),
    // The row shows the first pool's subnet; a cluster's pools all stand in own subnets or none does.
    subnetId: text('subnetId'),
  });
}

/** A cluster's body out of a list call as a listing. */
export function listingOfBody(body: Json, tenantId: string): readonly ClusterListing[] {
  const text = (...path: string[]) => textAt(body, ['properties', ...path]);
  const pools = valueAt(body, ['properties', 'agentPoolProfiles']);
  return listing(textAt(body, ['id']), tenantId, body, {
    // Absent in a body means loadBalancer.
    outboundType: text('networkProfile', 'outboundType') ?? 'loadBalancer',
    natGatewaySku: text('networkProfile', 'natGatewayProfile', 'sku'),
    loadBalancerSku: text('networkProfile', 'loadBalancerSku'),
    kubernetesVersion: text('currentKubernetesVersion') ?? text('kubernetesVersion'),
    provisioningState: text('provisioningState'),
    powerState: text('powerState', 'code'),
    subnetId: (Array.isArray(pools) ? (pools as readonly Json[]) : [])
      .map((pool) => textAt(pool, ['vnetSubnetID']))
      .find((subnet) => subnet !== undefined),
  });
}

interface Known {
  readonly outboundType: string | undefined;
  readonly natGatewaySku: string | undefined;
  readonly loadBalancerSku: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly provisioningState: string | undefined;
  readonly powerState: string | undefined;
  readonly subnetId: string | undefined;
}

function listing(
  id: string | undefined,
  tenantId: string,
  body: Json,
  known: Known,
): readonly ClusterListing[] {
  const [, subscriptionId, resourceGroup, name] = shape.exec(id ?? '') ?? [];
  if (id === undefined || subscriptionId === undefined || resourceGroup === undefined || name === undefined)
    return [];
  const spelled = {
    outboundType: like(known.outboundType, spellings.outboundType),
    natGatewaySku: like(known.natGatewaySku, spellings.natGatewaySku),
    loadBalancerSku: like(known.loadBalancerSku, spellings.loadBalancerSku),
    kubernetesVersion: known.kubernetesVersion,
    provisioningState: like(known.provisioningState, spellings.provisioningState),
    powerState: like(known.powerState, spellings.power),
  };
  return [
    {
      id,
      name: textAt(body, ['name']) ?? name,
      resourceGroup,
      subscriptionId,
      tenantId,
      location: textAt(body, ['location']) ?? '',
      hasOwnNetwork: known.subnetId !== undefined,
      ...(known.subnetId === undefined ? {} : { subnetId: known.subnetId }),
      ...(Object.fromEntries(
        Object.entries(spelled).filter(([, value]) => value !== undefined),
      ) as Partial<ClusterListing>),
    },
  ];
}

function textAt(value: Json, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function like(value: string | undefined, known: readonly string[]): string | undefined {
  return value === undefined
    ? undefined
    : (known.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value);
}
