import { orDefault, where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P33, isolated-needs-cache. AKS docs, Network isolated clusters (ms.date 2025-06-20), read 2026-11-23. */
export const isolatedNeedsCache = defineRule({
  id: 'aks-isolated-needs-cache',
  title: say('Nodes get their images without the internet'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return (
      outboundType && {
        outboundType,
        artifactSource: where(
          orDefault(facts.cluster.artifactSource, 'Direct'),
          (source) => source.toLowerCase() !== 'cache',
        ),
      }
    );
  },
  *check({ artifactSource: source }) {
    if (source === undefined) return;
    yield {
      about: 'artifactSource',
      title: say('Nodes would find no images'),
      message: say(
        'The artifact source is {source}. Without a way out, nodes must take their images from the cache of a private registry.',
        { source },
      ),
      remedy: {
        text: say(
          'Set bootstrapProfile.artifactSource to Cache and re-image every pool while the cluster still has its way out.',
        ),
      },
    };
  },
});
