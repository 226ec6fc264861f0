import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P25. AKS docs, Control egress traffic using Azure Firewall (ms.date 2023-12-05), read 2026-11-23. */
export const udrAsymmetricServices = defineRule({
  id: 'aks-udr-asymmetric-services',
  title: say('No public Service would answer by another way'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return outboundType && { outboundType, services: where(facts.services, (list) => list.length > 0) };
  },
  *check({ services }) {
    if (services === undefined) return;
    yield {
      about: 'services',
      title: say('Public Services would stop answering'),
      message: say(
        'Requests to {services} come in at the load balancer; the answers would leave through the firewall, which drops them.',
        { services: services.map(({ name, address }) => `${name} (${address})`) },
      ),
      remedy: {
        text: say(
          'Publish them through the firewall (DNAT) before the change, or use internal load balancers.',
        ),
      },
    };
  },
});
