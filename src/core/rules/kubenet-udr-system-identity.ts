import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P26, kubenet-udr-system-identity. AKS docs, Configure kubenet networking (ms.date 2026-04-16), read 2026-11-23. */
export const kubenetUdrSystemIdentity = defineRule({
  id: 'aks-kubenet-udr-system-identity',
  title: say('The identity of the cluster fits a route table of yours'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    const { networkPlugin, identityType } = facts.cluster;
    return (
      outboundType && {
        outboundType,
        networkPlugin: where(networkPlugin, (plugin) => plugin.toLowerCase() === 'kubenet'),
        identity: where(identityType, (type) => type.toLowerCase() === 'systemassigned'),
      }
    );
  },
  *check({ networkPlugin, identity }) {
    if (networkPlugin === undefined || identity === undefined) return;
    yield {
      about: 'identity',
      title: say('Azure would refuse: kubenet with your route table needs an identity of yours'),
      message: say(
        'With kubenet AKS writes routes into your table, which a system-assigned identity may not.',
      ),
      remedy: { text: say('Give the cluster a user-assigned identity that may write the route table.') },
    };
  },
});
