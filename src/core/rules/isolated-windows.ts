import { known } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P33, isolated-windows. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedWindows = defineRule({
  id: 'aks-isolated-windows',
  title: say('No pool runs Windows'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    const windowsPools = hitsIn(facts.pools, ({ name, osType }) =>
      chain(
        where(osType, (os) => os.toLowerCase() === 'windows'),
        () => known(name, osType.origin),
      ),
    );
    return outboundType && { outboundType, osType: ifAny(windowsPools) };
  },
  *check({ osType: pools }) {
    if (pools === undefined) return;
    yield {
      about: 'osType',
      title: say('Windows nodes would not work'),
      message: oneOrMany(
        pools,
        say('{pools} runs Windows, which network isolated clusters do not support.', { pools }),
        say('{pools} run Windows, which network isolated clusters do not support.', { pools }),
      ),
      remedy: { text: say('Remove the Windows pools, or keep a way out.') },
    };
  },
});
