import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P33, isolated-kubenet. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedKubenet = defineRule({
  id: 'aks-isolated-kubenet',
  title: say('The network plugin is not kubenet'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return (
      outboundType && {
        outboundType,
        networkPlugin: where(facts.cluster.networkPlugin, (plugin) => plugin.toLowerCase() === 'kubenet'),
      }
    );
  },
  *check({ networkPlugin }) {
    if (networkPlugin === undefined) return;
    yield {
      about: 'networkPlugin',
      title: say('Azure would refuse: the network plugin is kubenet'),
      message: say(
        'Network isolated clusters do not support kubenet, which retires on 31 March 2028 anyway.',
      ),
      remedy: { text: say('Move to Azure CNI Overlay first.') },
    };
  },
});
