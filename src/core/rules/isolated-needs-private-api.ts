import { hasPrivatePath } from '../authorized-ranges.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P33, isolated-needs-private-api. AKS docs, Network isolated cluster concepts (ms.date 2026-06-15), read 2026-11-23. */
export const isolatedNeedsPrivateApi = defineRule({
  id: 'aks-isolated-needs-private-api',
  title: say('Nodes reach the API server on a private path'),
  severity: { live: 'block', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return outboundType && { outboundType, apiServerAccessProfile: hasPrivatePath(facts) };
  },
  *check({ apiServerAccessProfile: isPrivate }) {
    if (isPrivate !== false) return;
    yield {
      about: 'apiServerAccessProfile',
      title: say('Nodes would lose the API server'),
      message: say('The API server has a public address only, and nodes would have no way out to it.'),
      remedy: { text: say('Turn on API Server VNet Integration first, or use a private cluster.') },
    };
  },
});
