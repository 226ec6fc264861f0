import { say } from '../../core/message.js';
import { keyNameOf } from '../syntax/path.js';
import { addressOptionAround } from './address-options.js';
import type { FixMaker } from './fix-context.js';
import { propertyAround, removeProperty } from './remove-property.js';

/** Takes out the option that offends, and with it the profile where that holds nothing else. */
const removeAddresses: FixMaker = (context) => {
  const profile = context.isHere ? propertyAround(context, 'loadBalancerProfile') : undefined;
  const option = addressOptionAround(context.symbols.program, context.span.start);
  if (profile?.value.kind !== 'object' || option === undefined) return [];
  const name = keyNameOf(option);
  return profile.value.members.length > 1
    ? removeNamed(name)(context)
    : removeProperty(context, profile, {
        title: say('Remove {name}, and loadBalancerProfile, which holds nothing else', { name }),
        isPreferred: true,
      });
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
