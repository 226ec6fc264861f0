import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { rangeRule } from '../range-rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** lb-ports-range. ARM types of loadBalancerProfile, read 2026-11-23. */
export const lbPortsRange = rangeRule({
  id: 'aks-lb-ports-range',
  property: 'allocatedOutboundPorts',
  title: say('Ports for each node are within bounds'),
  bounds: optionBounds.allocatedOutboundPorts,
  value: (facts, target) => loadBalancerOptions(facts, target)?.allocatedOutboundPorts,
});
