import { say } from '../../core/message.js';
import { keyNameOf, propertiesAt } from '../syntax/path.js';
import type { FixMaker } from './fix-context.js';
import { propertyAround, removeProperty } from './remove-property.js';

const addressOptions: ReadonlySet<string> = new Set([
  'managedOutboundIPs',
  'outboundIPs',
  'outboundIPPrefixes',
]);

/** Takes the whole profile out where it holds nothing but addresses; else only the option that offends. */
const removeAddresses: FixMaker = (context) => {
  if (!context.isHere) return [];
  const profile = propertyAround(context, 'loadBalancerProfile');
  if (profile?.value.kind !== 'object') return [];
  const holdsMore = profile.value.members.some(
    (member) => member.kind !== 'property' || !addressOptions.has(keyNameOf(member)),
  );
  if (!holdsMore) return removeNamed('loadBalancerProfile')(context);
  const option = propertiesAt(context.symbols.program, context.span.start).properties.find((property) =>
    addressOptions.has(keyNameOf(property)),
  );
  return option === undefined ? [] : removeNamed(keyNameOf(option))(context);
};

const removeNamed =
  (name: string): FixMaker =>
  (context) => {
    const property = context.isHere ? propertyAround(context, name) : undefined;
    if (property === undefined) return [];
    return removeProperty(context, property, { title: say('Remove {name}', { name }), isPreferred: true });
  };

/** Fixes of rules about profiles that have no business beside the outbound type, by rule. */
export const profileFixes: Readonly<Record<string, FixMaker>> = {
  'aks-udr-with-lb-profile': removeAddresses,
  'aks-lb-profile-ignored': removeAddresses,
  'aks-nat-profile-ignored': removeNamed('natGatewayProfile'),
};
