import { absent } from '../fact.js';
import { chain, firstOf, where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P46. AKS docs, HTTP proxy support, read 2026-11-23. */
export const httpProxyStays = defineRule({
  id: 'aks-http-proxy',
  title: say('HTTP leaves as everything else does'),
  severity: { live: 'info', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const { httpProxy = absent(facts.cluster.outboundType.origin) } = facts.cluster;
    const proxy = chain(httpProxy, (settings) => {
      const { isEnabled } = settings;
      if (isEnabled.kind === 'known' && !isEnabled.value) return absent(isEnabled.origin);
      return firstOf(settings.httpsProxy, settings.httpProxy);
    });
    return { proxy: where(proxy, (address) => address !== '') };
  },
  *check({ proxy }) {
    if (proxy === undefined) return;
    yield {
      about: 'proxy',
      title: say('Partners see the proxy where HTTP is concerned'),
      message: say(
        'Nodes and pods send HTTP and HTTPS to {proxy}. Whoever is called that way sees the address of the proxy, before and after the change.',
        { proxy },
      ),
    };
  },
});
