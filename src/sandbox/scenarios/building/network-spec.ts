import { guidOf } from '../../chance.js';
import { present, type JsonObject } from '../../json.js';
import { networkIdOf } from '../../resource-id.js';
import { peeringBody, type HubSpec } from './peering.js';

/** A customer's network and what hangs on it, in few words. */
export interface NetworkSpec {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly name: string;
  readonly addressPrefix: string;
  readonly subnets: readonly SubnetSpec[];
  readonly natGateways?: readonly NatGatewaySpec[];
  readonly routeTables?: readonly RouteTableSpec[];
  /** Public addresses beside those of the gateways. */
  readonly addresses?: readonly AddressSpec[];
  readonly prefixes?: readonly PrefixSpec[];
  readonly firewall?: FirewallSpec;
  readonly hub?: HubSpec;
}

export interface SubnetSpec {
  readonly name: string;
  readonly addressPrefix: string;
  readonly natGateway?: string;
  readonly routeTable?: string;
}

export interface NatGatewaySpec {
  readonly name: string;
  readonly sku?: 'Standard' | 'StandardV2';
  readonly addresses: readonly AddressSpec[];
  readonly prefixes?: readonly PrefixSpec[];
  readonly zones?: readonly string[];
  readonly idleTimeoutInMinutes?: number;
}

export interface RouteTableSpec {
  readonly name: string;
  readonly routes: readonly {
    readonly name: string;
    readonly prefix: string;
    readonly hop: string;
    readonly to?: string;
  }[];
}

export interface AddressSpec {
  readonly name: string;
  readonly address: string;
}

export interface PrefixSpec {
  readonly name: string;
  readonly prefix: string;
}

/** An Azure Firewall in a customer's network, with the policy that says what it lets out. */
export interface FirewallSpec {
  readonly name: string;
  readonly privateAddress: string;
  readonly address: string;
  readonly fqdns: readonly string[];
  readonly fqdnTags?: readonly string[];
  /** Service tags and ranges of network rules. */
  readonly destinations?: readonly string[];
}

export const subnetIdOf = (network: NetworkSpec, subnet: string): string =>
  networkIdOf(
    network.subscriptionId,
    network.resourceGroup,
    `virtualNetworks/${network.name}/subnets/${subnet}`,
  );

/** A Microsoft.Network resource with what each of them has. */
export function networkResource(options: {
  readonly seed: number;
  readonly id: string;
  readonly type: string;
  readonly location?: string;
  readonly properties: JsonObject;
  readonly sku?: JsonObject;
  readonly zones?: readonly string[];
  readonly tags?: JsonObject;
  readonly withoutGuid?: boolean;
}): JsonObject {
  const { seed, id, type, location, properties, sku, zones, tags } = options;
  return present({
    name: id.slice(id.lastIndexOf('/') + 1),
    id,
    etag: `W/"${guidOf(seed, 'etag', id, JSON.stringify(properties))}"`,
    type: `Microsoft.Network/${type}`,
    location,
    tags,
    zones,
    properties: {
      provisioningState: 'Succeeded',
      ...(options.withoutGuid === true ? {} : { resourceGuid: guidOf(seed, 'guid', id) }),
      ...properties,
    },
    sku,
  });
}

export interface PublicAddress {
  readonly id: string;
  readonly address: string;
  readonly location: string;
  readonly sku?: 'Standard' | 'StandardV2';
  readonly tags?: JsonObject;
  readonly prefixId?: string;
}

export const publicAddress = (
  seed: number,
  { id, address, location, sku, tags, prefixId }: PublicAddress,
): JsonObject =>
  networkResource({
    seed,
    id,
    type: 'publicIPAddresses',
    location,
    ...(tags === undefined ? {} : { tags }),
    properties: {
      ipAddress: address,
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      idleTimeoutInMinutes: 4,
      ipTags: [],
      ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
      ...(prefixId === undefined ? {} : { publicIPPrefix: { id: prefixId } }),
    },
    sku: { name: sku ?? 'Standard', tier: 'Regional' },
  });

/** All resources of a customer's network. */
export function networkResources(seed: number, network: NetworkSpec): readonly JsonObject[] {
  const { location } = network;
  const idOf = (path: string): string => networkIdOf(network.subscriptionId, network.resourceGroup, path);
  const gateways = network.natGateways ?? [];
  const address = ({ name, address: value }: AddressSpec, sku?: 'Standard' | 'StandardV2'): JsonObject =>
    publicAddress(seed, {
      id: idOf(`publicIPAddresses/${name}`),
      address: value,
      location,
      ...(sku === undefined ? {} : { sku }),
    });
  const prefix = ({ name, prefix: value }: PrefixSpec, sku = 'Standard'): JsonObject =>
    networkResource({
      seed,
      id: idOf(`publicIPPrefixes/${name}`),
      type: 'publicIPPrefixes',
      location,
      properties: {
        ipPrefix: value,
        prefixLength: Number(value.split('/')[1]),
        publicIPAddressVersion: 'IPv4',
        ipTags: [],
      },
      sku: { name: sku, tier: 'Regional' },
    });
  return [
    networkResource({
      seed,
      id: idOf(`virtualNetworks/${network.name}`),
      type: 'virtualNetworks',
      location,
      properties: {
        addressSpace: { addressPrefixes: [network.addressPrefix] },
        privateEndpointVNetPolicies: 'Disabled',
        virtualNetworkPeerings:
          network.hub === undefined
            ? []
            : [peeringBody(seed, idOf(`virtualNetworks/${network.name}`), network.hub)],
        enableDdosProtection: false,
      },
    }),
    ...network.subnets.map((subnet) => subnetResource(seed, network, subnet)),
    ...gateways.flatMap((gateway) => [
      ...gateway.addresses.map((spec) => address(spec, gateway.sku)),
      ...(gateway.prefixes ?? []).map((spec) => prefix(spec, gateway.sku)),
      gatewayResource(seed, network, gateway),
    ]),
    ...(network.routeTables ?? []).map((table) => routeTableResource(seed, network, table)),
    ...(network.addresses ?? []).map((spec) => address(spec)),
    ...(network.prefixes ?? []).map((spec) => prefix(spec)),
  ];
}

const subnetResource = (seed: number, network: NetworkSpec, subnet: SubnetSpec): JsonObject => {
  const idOf = (path: string): string => networkIdOf(network.subscriptionId, network.resourceGroup, path);
  return networkResource({
    seed,
    id: subnetIdOf(network, subnet.name),
    type: 'virtualNetworks/subnets',
    withoutGuid: true,
    properties: present({
      addressPrefix: subnet.addressPrefix,
      routeTable:
        subnet.routeTable === undefined ? undefined : { id: idOf(`routeTables/${subnet.routeTable}`) },
      natGateway:
        subnet.natGateway === undefined ? undefined : { id: idOf(`natGateways/${subnet.natGateway}`) },
      delegations: [],
      privateEndpointNetworkPolicies: 'Disabled',
      privateLinkServiceNetworkPolicies: 'Enabled',
    }),
  });
};

function gatewayResource(seed: number, network: NetworkSpec, gateway: NatGatewaySpec): JsonObject {
  const idOf = (path: string): string => networkIdOf(network.subscriptionId, network.resourceGroup, path);
  return networkResource({
    seed,
    id: idOf(`natGateways/${gateway.name}`),
    type: 'natGateways',
    location: network.location,
    ...(gateway.zones === undefined ? {} : { zones: gateway.zones }),
    properties: present({
      idleTimeoutInMinutes: gateway.idleTimeoutInMinutes ?? 4,
      publicIpAddresses: gateway.addresses.map(({ name }) => ({ id: idOf(`publicIPAddresses/${name}`) })),
      publicIpPrefixes: gateway.prefixes?.map(({ name }) => ({ id: idOf(`publicIPPrefixes/${name}`) })),
    }),
    sku: { name: gateway.sku ?? 'Standard' },
  });
}

const routeTableResource = (seed: number, network: NetworkSpec, table: RouteTableSpec): JsonObject => {
  const id = networkIdOf(network.subscriptionId, network.resourceGroup, `routeTables/${table.name}`);
  return networkResource({
    seed,
    id,
    type: 'routeTables',
    location: network.location,
    properties: {
      disableBgpRoutePropagation: false,
      routes: table.routes.map((route) =>
        networkResource({
          seed,
          id: `${id}/routes/${route.name}`,
          type: 'routeTables/routes',
          withoutGuid: true,
          properties: present({
            addressPrefix: route.prefix,
            nextHopType: route.hop,
            nextHopIpAddress: route.to,
            hasBgpOverride: false,
          }),
        }),
      ),
    },
  });
};
