import { say, type Message } from '../../core/message.js';
import {
  isOutboundType,
  targetNames,
  type NatGatewaySku,
  type OutboundType,
  type TargetKey,
} from '../../core/outbound-type.js';
import { keyFor } from '../../core/target.js';

/** An outbound type as the overview knows it: ARM's own open string, or nothing. */
export interface TypeWords {
  readonly name: Message;
  /** For a row, of which a side bar shows some twenty letters. */
  readonly short: Message;
  readonly icon: OutboundType | 'unknown';
}

/** Words for the overview's type. One that this version does not know is shown as Azure spells it. */
export function typeWords(type: string | undefined, sku: string | undefined): TypeWords {
  if (type === undefined) return alike(say('Outbound type not read yet'));
  const spelt = type === 'managedNATGatewayV2' ? 'managedNATGateway' : type;
  if (!isOutboundType(spelt)) return alike(say('{type} (not known to this version)', { type }));
  const isV2 = type === 'managedNATGatewayV2' || sku?.toLowerCase() === 'standardv2';
  const natGatewaySku: NatGatewaySku = isV2 ? 'StandardV2' : 'Standard';
  return keyWords(keyFor(spelt, natGatewaySku));
}

const alike = (name: Message): TypeWords => ({ name, short: name, icon: 'unknown' });

/** Words for a type that is known. */
export const keyWords = (key: TargetKey): TypeWords => ({
  name: targetNames[key],
  short: shortNames[key],
  icon: typeOf(key),
});

export const typeOf = (key: TargetKey): OutboundType =>
  key === 'managedNATGateway/Standard' || key === 'managedNATGateway/StandardV2' ? 'managedNATGateway' : key;

/** What tells them apart stands first: the end is cut off. */
const shortNames: Readonly<Record<TargetKey, Message>> = {
  loadBalancer: say('Load balancer'),
  'managedNATGateway/Standard': say('AKS NAT gateway'),
  'managedNATGateway/StandardV2': say('AKS V2 NAT gateway'),
  userAssignedNATGateway: say('Own NAT gateway'),
  userDefinedRouting: say('Own firewall'),
  none: say('No outbound path'),
  block: say('Blocked outbound'),
};
