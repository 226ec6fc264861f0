import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { rangeRule } from '../range-rule.js';
import { natGatewayOptions } from '../wanted-options.js';

/** nat-managed-ip-count-range. ARM types of natGatewayProfile, read 2026-11-23. */
export const natManagedIpCountRange = rangeRule({
  id: 'aks-nat-managed-ip-count-range',
  property: 'managedOutboundIPProfile.count',
  title: say('The NAT gateway has 1 to 16 addresses'),
  bounds: optionBounds.managedOutboundIPCount.managedNATGateway,
  value: (facts, target) => natGatewayOptions(facts, target)?.managedOutboundIPCount,
});
