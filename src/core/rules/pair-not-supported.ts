import { declaredKeyOf } from '../declared.js';
import { say } from '../message.js';
import { cellFor } from '../migration-matrix.js';
import { networkOf } from '../network-model.js';
import { targetsInText } from '../outbound-type.js';
import { anotherTypeOrCluster } from '../pair-blocks.js';
import { defineRule } from '../rule.js';
import { keyOf } from '../target.js';

/** P1. AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05), read 2026-11-23. */
export const pairNotSupported = defineRule({
  id: 'aks-pair-not-supported',
  title: say('The change of outbound type is supported on this kind of network'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) =>
    target && { outboundType: declaredKeyOf(facts.cluster), vnetSubnetID: networkOf(facts) },
  *check({ outboundType: from, vnetSubnetID: network }, target) {
    if (from === undefined || network === undefined || target === undefined) return;
    const to = keyOf(target);
    const cell = cellFor(network, from, to);
    if (cell.support !== 'notSupported') return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse to go from {from} to {to}', {
        from: targetsInText[from],
        to: targetsInText[to],
      }),
      message: cell.reason,
      remedy: { text: anotherTypeOrCluster },
    };
  },
});
