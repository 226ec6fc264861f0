import { where } from '../fact-logic.js';
import { asWritten, say } from '../message.js';
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
      message: say('allocatedOutboundPorts is {ports}, which is no multiple of 8.', asWritten({ ports })),
      remedy: {
        // 0 is none of the neighbours: it means something else.
        text:
          below === 0
            ? say('Take {above}, or 0 to let Azure divide the ports.', asWritten({ above: step }))
            : say('Take {below} or {above}.', asWritten({ below, above: below + step })),
      },
    };
  },
});
