import { say, type Message } from '../../core/message.js';
import {
  isOutboundType,
  targetNames,
  type NatGatewaySku,
  type OutboundType,
} from '../../core/outbound-type.js';
import { keyFor } from '../../core/target.js';

/** An outbound type as the overview knows it: ARM's own open string, or nothing. */
export interface TypeWords {
  readonly name: Message;
  readonly icon: OutboundType | 'unknown';
}

/** Words for the overview's type. One that this version does not know is shown as Azure spells it. */
export function typeWords(type: string | undefined, sku: string | undefined): TypeWords {
  if (type === undefined) return { name: say('Outbound type not read yet'), icon: 'unknown' };
  const spelt = type === 'managedNATGatewayV2' ? 'managedNATGateway' : type;
  if (!isOutboundType(spelt))
    return { name: say('{type} (not known to this version)', { type }), icon: 'unknown' };
  const isV2 = type === 'managedNATGatewayV2' || sku?.toLowerCase() === 'standardv2';
  const natGatewaySku: NatGatewaySku = isV2 ? 'StandardV2' : 'Standard';
  return { name: targetNames[keyFor(spelt, natGatewaySku)], icon: spelt };
}
