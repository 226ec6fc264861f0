import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { rangeRule } from '../range-rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** lb-managed-ip-count-range. ARM types of loadBalancerProfile, read 2026-11-23. */
export const lbManagedIpCountRange = rangeRule({
  id: 'aks-lb-managed-ip-count-range',
  property: 'managedOutboundIPs.count',
  title: say('The load balancer has 1 to 100 addresses'),
  bounds: optionBounds.managedOutboundIPCount.loadBalancer,
  value: (facts, target) => loadBalancerOptions(facts, target)?.managedOutboundIPCount,
});
