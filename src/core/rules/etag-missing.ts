import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P39. AKS docs, Use eTags (ms.date 2024-06-10), read 2026-11-23. */
export const etagMissing = defineRule({
  id: 'aks-etag-missing',
  title: say('Azure guards against overwriting the change of another person'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => target && { eTag: facts.cluster.eTag },
  *check({ eTag }) {
    if (eTag !== undefined && eTag !== '') return;
    yield {
      about: 'eTag',
      title: say('A change made at the same moment could be overwritten'),
      message: say(
        'The answer carries no eTag, so Azure cannot tell this change from one that came between.',
      ),
      remedy: { text: say('See to it that nobody else changes the cluster meanwhile.') },
    };
  },
});
