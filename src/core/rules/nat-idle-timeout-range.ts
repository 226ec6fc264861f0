import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { rangeRule } from '../range-rule.js';
import { natGatewayOptions } from '../wanted-options.js';

/** nat-idle-timeout-range. ARM types of natGatewayProfile, read 2026-11-23. */
export const natIdleTimeoutRange = rangeRule({
  id: 'aks-nat-idle-timeout-range',
  property: 'idleTimeoutInMinutes',
  title: say('The idle timeout of the NAT gateway is within bounds'),
  bounds: optionBounds.idleTimeoutInMinutes.managedNATGateway,
  value: (facts, target) => natGatewayOptions(facts, target)?.idleTimeoutInMinutes,
});
