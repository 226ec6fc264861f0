import { guidOf } from '../../chance.js';
import type { JsonObject } from '../../json.js';

/** The network in the middle, which a customer's other networks are peered with. It is not of the scenario itself. */
export interface HubSpec {
  readonly id: string;
  readonly name: string;
  readonly addressPrefix: string;
}

/** The peering with the hub as the GET of a network shows it, with the fields that the REST reference of Virtual Network Peerings names. */
export function peeringBody(seed: number, networkId: string, hub: HubSpec): JsonObject {
  const name = `to-${hub.name}`;
  const id = `${networkId}/virtualNetworkPeerings/${name}`;
  const remote = { addressPrefixes: [hub.addressPrefix] };
  return {
    name,
    id,
    etag: `W/"${guidOf(seed, `etag ${id}`)}"`,
    type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: guidOf(seed, `guid ${id}`),
      peeringState: 'Connected',
      peeringSyncLevel: 'FullyInSync',
      remoteVirtualNetwork: { id: hub.id },
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: true,
      allowGatewayTransit: false,
      useRemoteGateways: false,
      doNotVerifyRemoteGateways: false,
      peerCompleteVnets: true,
      remoteAddressSpace: remote,
      remoteVirtualNetworkAddressSpace: remote,
    },
  };
}
