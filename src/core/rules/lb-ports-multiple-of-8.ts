import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { optionBounds } from '../options.js';
import { defineRule } from '../rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

const { step } = optionBounds.allocatedOutboundPorts;

/** lb-ports-multiple-of-8. AKS docs, Use a public standard load balancer (ms.date 2024-01-23), read 2026-11-23. */
export const lbPortsMultipleOf8 = defineRule({
  id: 'aks-lb-ports-multiple-of-8',
  title: say('Ports for each node come in eights'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const options = loadBalancerOptions(facts, target);
    return (
      options && {
        allocatedOutboundPorts: where(options.allocatedOutboundPorts, (ports) => ports % step !== 0),
      }
    );
  },
  *check({ allocatedOutboundPorts: ports }) {
    if (ports === undefined) return;
    const below = Math.floor(ports / step) * step;
    yield {
      about: 'allocatedOutboundPorts',
      title: say('Azure would refuse: ports do not come in eights'),
      message: say('allocatedOutboundPorts is {ports}, which is no multiple of 8.', { ports }),
      remedy: { text: say('Take {below} or {above}.', { below, above: below + step }) },
    };
  },
});
