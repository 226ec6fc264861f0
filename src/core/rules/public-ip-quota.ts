import { partOf } from '../around.js';
import { known, unknown, type Fact } from '../fact.js';
import { chain, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { newAddressCount } from '../new-address-count.js';
import { defineRule } from '../rule.js';
import type { UsageFacts } from '../surroundings.js';
import { wanted } from '../wanted.js';

/**
 * P16. Azure support articles for AKS (PublicIPCountLimitReached), read 2026-11-23; the names of the quotas are
 * those of Microsoft.Network's usages, which no page promises.
 */
export const publicIpQuota = defineRule({
  id: 'aks-public-ip-quota',
  title: say('The quota leaves room for the new public addresses'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, [
      'loadBalancer',
      'managedNATGateway',
      'userAssignedNATGateway',
    ]);
    if (outboundType === undefined || target === undefined) return undefined;
    const count = where(newAddressCount(facts, target), (needed) => needed > 0);
    return { count, quota: chain(count, () => tightestOf(facts)) };
  },
  *check({ count, quota }, _target, facts) {
    if (count === undefined || quota === undefined) return;
    const free = quota.limit - quota.current;
    if (free >= count) return;
    yield {
      about: 'quota',
      title: say('There is no room for the new public addresses'),
      message: say(
        '{current} of {limit} public addresses are in use ({name}) in the region of {cluster}; the change needs {count} more. AKS would fail with PublicIPCountLimitReached.',
        { current: quota.current, limit: quota.limit, name: quota.name, cluster: facts.name, count },
      ),
      remedy: {
        text: say(
          'Give addresses back that nobody uses, or ask Azure for a higher quota under Usage + quotas. Then read again.',
        ),
      },
    };
  },
});

const names = ['publicipaddresses', 'standardskupublicipaddresses'];

function tightestOf(facts: ClusterFacts): Fact<UsageFacts> {
  const usages = partOf(facts, 'networkUsages', facts.around?.networkUsages);
  return chain(usages, (list) => {
    const [first, ...others] = list.filter(({ name }) => names.includes(name.toLowerCase()));
    if (first === undefined)
      return unknown('odd', say('Azure lists no quota of public addresses.'), usages.origin);
    const free = ({ limit, current }: UsageFacts): number => limit - current;
    return known(
      others.reduce((one, other) => (free(other) < free(one) ? other : one), first),
      usages.origin,
    );
  });
}
