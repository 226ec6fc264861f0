import { where } from '../fact-logic.js';
import { declaredKeyOf } from '../declared.js';
import { known } from '../fact.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { keyOf } from '../target.js';
import { wanted } from '../wanted.js';

/** P29, nat-standard-dual-stack. Azure NAT Gateway docs, NAT gateway SKUs (ms.date 2026-07-27), read 2026-11-23. */
export const natStandardDualStack = defineRule({
  id: 'aks-nat-standard-dual-stack',
  title: say('The NAT gateway carries every IP family of the cluster'),
  severity: { live: 'block', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['managedNATGateway']);
    return (
      outboundType && {
        outboundType,
        sku: target === undefined ? declaredKeyOf(facts.cluster) : known(keyOf(target), outboundType.origin),
        ipFamilies: where(facts.cluster.ipFamilies, (families) =>
          families.some((family) => family.toLowerCase() === 'ipv6'),
        ),
      }
    );
  },
  *check({ sku, ipFamilies }) {
    if (sku !== 'managedNATGateway/Standard' || ipFamilies === undefined) return;
    yield {
      about: 'ipFamilies',
      title: say('IPv6 would have no way out'),
      message: say('The cluster has IPv4 and IPv6; a Standard NAT gateway carries IPv4 only.'),
      remedy: { text: say('Take StandardV2, which carries both.') },
    };
  },
});
