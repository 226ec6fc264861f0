import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P34. AKS docs, Network isolated clusters (ms.date 2025-06-20), read 2026-11-23. */
export const isolatedReimage = defineRule({
  id: 'aks-isolated-reimage',
  title: say('Every pool was re-imaged after the cache was set'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return outboundType && { outboundType, artifactSource: facts.cluster.artifactSource };
  },
  *check({ artifactSource }) {
    if (artifactSource?.toLowerCase() !== 'cache') return;
    yield {
      about: 'artifactSource',
      title: say('Nodes that were not re-imaged would find no images'),
      message: say(
        'Azure does not tell whether every pool was re-imaged after the artifact source was set to Cache. Only you know.',
      ),
      remedy: {
        text: say(
          'Re-image every pool (az aks nodepool upgrade --node-image-only) while there is a way out.',
        ),
      },
    };
  },
});
