import { known } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P11, windows-outboundnat-with-lb. AKS docs, NAT gateway (ms.date 2026-07-07), read 2026-11-23. */
export const windowsOutboundnatWithLb = defineRule({
  id: 'aks-windows-outboundnat-with-lb',
  title: say('No Windows pool has its outbound NAT turned off'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['loadBalancer']);
    return (
      outboundType && {
        outboundType,
        disableOutboundNat: ifAny(
          hitsIn(facts.pools, ({ name, disableOutboundNat }) =>
            chain(
              where(disableOutboundNat, (isOff) => isOff),
              () => known(name, disableOutboundNat.origin),
            ),
          ),
        ),
      }
    );
  },
  *check({ disableOutboundNat: pools }) {
    if (pools === undefined) return;
    yield {
      about: 'disableOutboundNat',
      title: say('Azure would refuse: a Windows pool has outbound NAT turned off'),
      message: oneOrMany(
        pools,
        say('{pools} has disableOutboundNat, which works only with a NAT gateway or a firewall.', {
          pools,
        }),
        say('{pools} have disableOutboundNat, which works only with a NAT gateway or a firewall.', {
          pools,
        }),
      ),
      remedy: { text: say('Keep a NAT gateway, or make the pool anew without disableOutboundNat.') },
    };
  },
});
