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
        'Azure sent no eTag with the cluster, so it cannot notice when somebody else changes it in between.',
      ),
      remedy: { text: say('Make sure that nobody else changes the cluster meanwhile.') },
    };
  },
});
