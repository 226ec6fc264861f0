import { partOf } from '../around.js';
import { absent, known, unknown, type Fact } from '../fact.js';
import { chain, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { nodeCountsOf } from '../node-counts.js';
import { defineRule } from '../rule.js';
import type { UsageFacts } from '../surroundings.js';
import { wanted } from '../wanted.js';

/** P48. Azure support articles for AKS (quota), read 2026-11-23. Sizes are not told by quotas: machines are counted. */
export const reimageNoRoom = defineRule({
  id: 'aks-reimage-no-room',
  title: say('The quota leaves room for the nodes that stand in during a re-image'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    if (outboundType === undefined || target === undefined) return undefined;
    const counts = where(nodeCountsOf(facts), ({ surge }) => surge > 0);
    return { outboundType, counts, quota: chain(counts, ({ surge }) => tightAt(facts, surge)) };
  },
  *check({ counts, quota }) {
    if (counts === undefined || quota === undefined) return;
    yield {
      about: 'quota',
      title: say('Nodes may not be made anew: the quota has no room for their stand-ins'),
      message: say(
        '{current} of {limit} are in use ({name}); a re-image of all pools at once needs up to {surge} more nodes.',
        { current: quota.current, limit: quota.limit, name: quota.name, surge: counts.surge },
      ),
      remedy: {
        text: say('Ask for a higher quota, or re-image one pool after the other with a surge of 1.'),
      },
    };
  },
});

/** Each node is one machine and at least one core. Absent where there is room. */
function tightAt(facts: ClusterFacts, surge: number): Fact<UsageFacts> {
  const usages = partOf(facts, 'computeUsages', facts.around?.computeUsages);
  return chain(usages, (list) => {
    const counted = list.filter(({ name }) => ['cores', 'virtualmachines'].includes(name.toLowerCase()));
    if (counted.length === 0) return unknown('odd', say('Azure lists no quota of machines.'), usages.origin);
    const tight = counted.find(({ current, limit }) => limit - current < surge);
    return tight === undefined ? absent(usages.origin) : known(tight, usages.origin);
  });
}
