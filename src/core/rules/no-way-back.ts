import { declaredKeyOf } from '../declared.js';
import { say } from '../message.js';
import { cellFor } from '../migration-matrix.js';
import { networkOf } from '../network-model.js';
import { defineRule } from '../rule.js';
import { keyOf } from '../target.js';

/** P41: StandardV2 is a one-way door. AKS engineering blog, 2026-09-29; AKS docs, outbound types; read 2026-11-23. */
export const noWayBack = defineRule({
  id: 'aks-no-way-back',
  title: say('There is a way back'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target && { outboundType: declaredKeyOf(facts.cluster), vnetSubnetID: networkOf(facts) },
  *check({ outboundType: from, vnetSubnetID: network }, target) {
    if (from === undefined || network === undefined || target === undefined) return;
    const to = keyOf(target);
    if (from === to || cellFor(network, from, to).support === 'notSupported') return;
    const back = cellFor(network, to, from);
    if (back.support !== 'notSupported' && back.support !== 'contradictory') return;
    yield {
      about: 'outboundType',
      title:
        back.support === 'notSupported'
          ? say('There is no way back from this change')
          : say('There may be no way back from this change'),
      message: back.reason,
      remedy: {
        text: say(
          'Try it on a second cluster first. The plan asks for the name of the cluster before it starts.',
        ),
      },
    };
  },
});
