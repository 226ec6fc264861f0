import { absent, known } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { firewallsAt } from '../firewalls-at.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P23. AKS docs, Control egress traffic using Azure Firewall (ms.date 2023-12-05), read 2026-11-23. */
export const udrFirewallNotReady = defineRule({
  id: 'aks-udr-firewall-not-ready',
  title: say('The firewall behind the default route is there and ready'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    if (outboundType === undefined || target === undefined) return undefined;
    const firewalls = firewallsAt(facts, target);
    const names = chain(firewalls, () =>
      hitsIn(firewalls, ({ name, provisioningState }) =>
        chain(provisioningState, (state) =>
          state.toLowerCase() === 'succeeded'
            ? absent(provisioningState.origin)
            : known(say('{name} ({state})', { name, state }), provisioningState.origin),
        ),
      ),
    );
    return { outboundType, firewalls: ifAny(names) };
  },
  *check({ firewalls }) {
    if (firewalls === undefined) return;
    yield {
      about: 'firewalls',
      title: say('Nodes may have no way out: the firewall is not ready'),
      message: say('The default route leads to {firewalls}.', { firewalls }),
      remedy: { text: say('Bring the firewall into state Succeeded, then read again.') },
    };
  },
});
