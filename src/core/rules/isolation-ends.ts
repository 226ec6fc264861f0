import { actualPathOf } from '../actual-path.js';
import { declaredTypeOf } from '../declared.js';
import { absent, known, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say, type Message } from '../message.js';
import type { OutboundType } from '../outbound-type.js';
import { defineRule } from '../rule.js';
import type { Target } from '../target.js';

const isClosed = (type: OutboundType): boolean => type === 'none' || type === 'block';

/** Leaving none or block. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolationEnds = defineRule({
  id: 'aks-isolation-ends',
  title: say('The change opens no way out to the internet'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined || isClosed(target.outboundType)) return undefined;
    const today = declaredTypeOf(facts.cluster);
    if (today.kind === 'known' && !isClosed(today.value)) return undefined;
    return { outboundType: chain(today, () => poolsShutIn(facts)) };
  },
  *check({ outboundType: pools }, target) {
    if (pools === undefined || target === undefined) return;
    yield {
      about: 'outboundType',
      title: say('The isolation ends: nodes and pods get a way out to the internet'),
      message: say('Nothing leaves from {pools} today. {after}', { pools, after: reachAfter(target) }),
      remedy: { text: limitFor(target) },
    };
  },
});

/** Pools without any way out, whatever their subnets hold; absent when there is none. */
const poolsShutIn = (facts: ClusterFacts): Fact<readonly string[]> =>
  ifAny(
    hitsIn(facts.pools, (pool) =>
      chain(actualPathOf(facts, pool), ({ kind }) =>
        kind === 'none'
          ? known(pool.name, facts.cluster.outboundType.origin)
          : absent(facts.cluster.outboundType.origin),
      ),
    ),
  );

const reachAfter = ({ outboundType }: Target): Message =>
  outboundType === 'userDefinedRouting'
    ? say('After the change nodes and pods reach whatever your firewall lets through.')
    : say(
        'After the change nodes and pods can reach any public address, unless network policies or network security groups of yours forbid it.',
      );

const limitFor = ({ outboundType }: Target): Message =>
  outboundType === 'userDefinedRouting'
    ? say('Before you start, look at what the rules of the firewall let through from these subnets.')
    : say(
        'If that is not wanted, keep the type. Otherwise limit what may leave before you start: by network policies, or by a network security group of your own.',
      );
