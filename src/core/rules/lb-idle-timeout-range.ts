import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { rangeRule } from '../range-rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** lb-idle-timeout-range. ARM types of loadBalancerProfile, read 2026-11-23. */
export const lbIdleTimeoutRange = rangeRule({
  id: 'aks-lb-idle-timeout-range',
  property: 'idleTimeoutInMinutes',
  title: say('The idle timeout of the load balancer is within bounds'),
  bounds: optionBounds.idleTimeoutInMinutes.loadBalancer,
  value: (facts, target) => loadBalancerOptions(facts, target)?.idleTimeoutInMinutes,
});
