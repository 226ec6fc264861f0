import { at, objectOf, objectsOf, textAt, type JsonObject } from '../json.js';
import { keyOf, parseId, sameId } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import { networkError, type Answer } from '../wire/answer.js';
import type { NetworkChange } from './network.js';

/** Why a resource cannot be deleted: what uses it. */
export const inUse = ({ azure, id, before }: NetworkChange): Answer | undefined =>
  useOf(azure, id, textAt(before, 'type'));

/** A subnet in which nodes, pods or API servers of a cluster stand; recorded words. */
export function subnetInUse(azure: Azure, id: string): Answer | undefined {
  const user = [...azure.resources.values()].find((body) =>
    subnetsOf(body).some((subnet) => sameId(subnet, id)),
  );
  if (user === undefined) return undefined;
  return networkError(
    400,
    'InUseSubnetCannotBeDeleted',
    `Subnet ${parseId(id)?.name ?? ''} is in use by ${textAt(user, 'id')} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
  );
}

const subnetsOf = (cluster: JsonObject): readonly string[] => [
  ...objectsOf(at(cluster, 'properties', 'agentPoolProfiles')).flatMap((pool) => [
    textAt(pool, 'vnetSubnetID'),
    textAt(pool, 'podSubnetID'),
  ]),
  textAt(cluster, 'properties', 'apiServerAccessProfile', 'subnetId'),
];

function useOf(azure: Azure, id: string, type: string): Answer | undefined {
  const all = [...azure.resources.values()];
  const refused = (
    code: string,
    uses: (body: JsonObject) => string | undefined,
    words: (by: string) => string,
  ) => {
    const by = all.map(uses).find((user) => user !== undefined);
    return by === undefined ? undefined : networkError(400, code, words(by));
  };
  const subnetWith = (name: string) => (body: JsonObject) =>
    /[/]subnets[/][^/]+$/i.test(textAt(body, 'id')) && sameId(textAt(body, 'properties', name, 'id'), id)
      ? textAt(body, 'id')
      : undefined;
  switch (type) {
    case 'Microsoft.Network/natGateways':
      // A public address names its gateway too, and hinders nothing (recorded).
      return refused(
        'NatGatewayInUse',
        subnetWith('natGateway'),
        (by) => `Nat gateway ${id} is in use by ${by} and cannot be deleted.`,
      );
    case 'Microsoft.Network/routeTables':
      return refused(
        'InUseRouteTableCannotBeDeleted',
        subnetWith('routeTable'),
        () => `Route table ${parseId(id)?.name ?? ''} is in use and cannot be deleted.`,
      );
    case 'Microsoft.Network/virtualNetworks/subnets':
      return subnetInUse(azure, id);
    case 'Microsoft.Network/virtualNetworks':
      return all
        .map((body) => textAt(body, 'id'))
        .filter((one) => keyOf(one).startsWith(`${keyOf(id)}/subnets/`))
        .map((one) => subnetInUse(azure, one))
        .find((answer) => answer !== undefined);
    case 'Microsoft.Network/publicIPAddresses':
      // Recorded, with both of its spaces.
      return refused(
        'PublicIPAddressCannotBeDeleted',
        (body) => userOf(body, id),
        (by) =>
          `Public IP address ${id} can not be deleted since it is still allocated to resource ${by}. In order to delete the public IP, disassociate/detach the Public IP address from the resource.  To learn how to do this, see aka.ms/deletepublicip.`,
      );
    case 'Microsoft.Network/publicIPPrefixes':
      return refused(
        'PublicIpPrefixInUse',
        (body) =>
          sameId(textAt(body, 'properties', 'publicIPPrefix', 'id'), id)
            ? textAt(body, 'id')
            : userOf(body, id),
        (by) => `Public IP prefix ${id} is in use by ${by} and cannot be deleted.`,
      );
    default:
      return undefined;
  }
}

const lists = ['publicIpAddresses', 'publicIpPrefixes', 'publicIpAddressesV6', 'publicIpPrefixesV6'];

/** The gateway, or the frontend of a load balancer, that an address or a prefix serves. */
function userOf(body: JsonObject, id: string): string | undefined {
  if (
    lists.some((list) => objectsOf(at(body, 'properties', list)).some((one) => sameId(textAt(one, 'id'), id)))
  )
    return textAt(body, 'id');
  const frontend = objectsOf(at(body, 'properties', 'frontendIPConfigurations')).find((one) =>
    ['publicIPAddress', 'publicIPPrefix'].some((name) =>
      sameId(textAt(objectOf(at(one, 'properties', name)), 'id'), id),
    ),
  );
  return frontend === undefined ? undefined : textAt(frontend, 'id');
}

/** What an address or a prefix serves now, or undefined. */
export const servedBy = (azure: Azure, id: string): string | undefined =>
  [...azure.resources.values()].map((body) => userOf(body, id)).find((user) => user !== undefined);
