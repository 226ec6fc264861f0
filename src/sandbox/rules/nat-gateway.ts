import { natGatewaySkuOf, networkProfileOf, nodeSubnetsOf, outboundTypeOf } from '../change/outbound-type.js';
import { at, listOf, objectOf, objectsOf, textAt, textOf, type Json } from '../json.js';
import { resourceAt } from '../state/azure.js';
import { badRequest, type Rule } from './refusal.js';

const isWhole = (value: Json | undefined, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

/** Words from a public issue (azure-docs 83858), code from another (CAPZ 5429). */
const notOnOwnNetwork: Rule = ({ desired }) => {
  if (outboundTypeOf(desired) !== 'managedNATGateway') return undefined;
  const pool = objectsOf(at(desired, 'properties', 'agentPoolProfiles')).find((one) => 'vnetSubnetID' in one);
  return pool === undefined
    ? undefined
    : {
        ...badRequest(
          'InvalidParameter',
          `Outbound type is managedNATGateway but agent pool '${textAt(pool, 'name')}' is using custom VNet, which is not allowed.`,
          'properties.vnetSubnetID',
        ),
        subcode: 'ManagedNATGatewayWithCustomVNetNotAllowed',
      };
};

/** Limits: the published resource type, read 2026-11-23. */
const numbers: Rule = ({ desired }) => {
  if (outboundTypeOf(desired) !== 'managedNATGateway') return undefined;
  const profile = objectOf(networkProfileOf(desired)['natGatewayProfile']);
  const target = 'networkProfile.natGatewayProfile';
  const { count, countIPv6 } = objectOf(profile['managedOutboundIPProfile']);
  if (count !== undefined && !isWhole(count, 1, 16))
    return badRequest(
      'InvalidNATGatewayProfileManagedOutboundIPCount',
      `NAT gateway profile managed outbound IP count must be in the range of 1 to 16, but is ${JSON.stringify(count)}.`,
      `${target}.managedOutboundIPProfile.count`,
    );
  if (countIPv6 !== undefined && (!isWhole(countIPv6, 1, 16) || natGatewaySkuOf(desired) !== 'StandardV2'))
    return badRequest(
      'InvalidNATGatewayProfileManagedOutboundIPCount',
      'NAT gateway profile managed outbound IPv6 count must be in the range of 1 to 16 and needs sku StandardV2.',
      `${target}.managedOutboundIPProfile.countIPv6`,
    );
  const idle = profile['idleTimeoutInMinutes'];
  if (idle !== undefined && !isWhole(idle, 4, 120))
    return badRequest(
      'InvalidNATGatewayProfileIdleTimeoutInMinutes',
      `NAT gateway profile idle timeout must be in the range of 4 to 120 minutes, but is ${JSON.stringify(idle)}.`,
      `${target}.idleTimeoutInMinutes`,
    );
  return undefined;
};

/** Own addresses are for StandardV2 only, of that sku, and instead of managed ones (AKS blog, 2026-09-29, read 2026-11-23). */
const ownAddresses: Rule = ({ azure, desired }) => {
  if (outboundTypeOf(desired) !== 'managedNATGateway') return undefined;
  const profile = objectOf(networkProfileOf(desired)['natGatewayProfile']);
  const target = 'networkProfile.natGatewayProfile.outboundIPs';
  const ids = [
    at(profile, 'outboundIPs', 'publicIPs'),
    at(profile, 'outboundIPPrefixes', 'publicIPPrefixes'),
  ].flatMap((list) => listOf(list).flatMap((id) => textOf(id) ?? []));
  if (ids.length === 0) return undefined;
  if (natGatewaySkuOf(desired) !== 'StandardV2')
    return badRequest(
      'InvalidParameter',
      'Outbound IPs and outbound IP prefixes of the NAT gateway profile need sku StandardV2.',
      target,
    );
  if ('managedOutboundIPProfile' in profile)
    return badRequest(
      'InvalidParameter',
      'NAT gateway profile cannot have both a managed outbound IP profile and own outbound IPs.',
      target,
    );
  for (const id of ids) {
    const address = resourceAt(azure, id);
    if (address === undefined)
      return badRequest('InvalidParameter', `NAT gateway profile outbound IP ${id} does not exist.`, target);
    if (textAt(address, 'sku', 'name') !== 'StandardV2')
      return badRequest(
        'InvalidParameter',
        `NAT gateway profile outbound IP ${id} must be of sku StandardV2.`,
        target,
      );
  }
  return undefined;
};

/** Words as in the public documentation of AKS-Construction, read 2026-11-23. */
const ownGateway: Rule = ({ azure, desired }) => {
  if (outboundTypeOf(desired) !== 'userAssignedNATGateway') return undefined;
  const subnets = nodeSubnetsOf(desired);
  const target = 'networkProfile.outboundType';
  if (subnets.length === 0)
    return badRequest(
      'UserAssignedNATGatewayWithManagedVNetNotAllowed',
      'Outbound type userAssignedNATGateway is not allowed with a managed virtual network. Please bring your own subnet with a NAT gateway.',
      target,
    );
  for (const id of subnets) {
    const gatewayId = textOf(at(resourceAt(azure, id), 'properties', 'natGateway', 'id'));
    if (gatewayId === undefined)
      return badRequest(
        'SubnetNotAssociatedWithNATGateway',
        `Subnet must have a NAT gateway associated for outbound connection. Subnet: ${id}`,
        target,
      );
    const gateway = resourceAt(azure, gatewayId);
    if (gateway === undefined)
      return badRequest('NATGatewayNotFound', `NAT gateway ${gatewayId} was not found.`, target);
    const lists = ['publicIpAddresses', 'publicIpPrefixes', 'publicIpAddressesV6', 'publicIpPrefixesV6'];
    if (lists.every((list) => listOf(at(gateway, 'properties', list)).length === 0))
      return badRequest(
        'NATGatewayNotAssociatedWithPublicIPOrIPPrefix',
        `NAT gateway ${gatewayId} must have at least one public IP or IP prefix associated.`,
        target,
      );
  }
  return undefined;
};

export const natGatewayRules: readonly Rule[] = [notOnOwnNetwork, numbers, ownAddresses, ownGateway];
