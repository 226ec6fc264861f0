import { absent, type Fact } from '../fact.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P43. AKS docs, Configure a static egress gateway (ms.date 2026-08-06), read 2026-11-23. */
export const staticEgressGateway = defineRule({
  id: 'aks-static-egress-gateway',
  title: say('No pods leave through a static egress gateway'),
  severity: { live: 'info', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const { hasStaticEgressGateway, outboundType } = facts.cluster;
    const has: Fact<boolean> = hasStaticEgressGateway ?? absent(outboundType.origin);
    return { gateway: where(has, (isOn) => isOn) };
  },
  *check({ gateway }) {
    if (gateway === undefined) return;
    yield {
      about: 'gateway',
      title: say('Pods behind the static egress gateway keep their addresses'),
      message: say(
        'The cluster has a static egress gateway. Pods that are annotated for it go on leaving through its prefix; this change does not move them.',
      ),
    };
  },
});
