import { declaredKeyOf } from '../declared.js';
import { say } from '../message.js';
import { cellFor } from '../migration-matrix.js';
import { networkOf } from '../network-model.js';
import { defineRule } from '../rule.js';
import { keyOf } from '../target.js';

/** P1, where the page contradicts itself. AKS docs, Customize cluster egress with outbound types, read 2026-11-23. */
export const pairContradictory = defineRule({
  id: 'aks-pair-contradictory',
  title: say('The AKS page does not contradict itself about this change'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target && { outboundType: declaredKeyOf(facts.cluster), vnetSubnetID: networkOf(facts) },
  *check({ outboundType: from, vnetSubnetID: network }, target) {
    if (from === undefined || network === undefined || target === undefined) return;
    const cell = cellFor(network, from, keyOf(target));
    if (cell.support !== 'contradictory') return;
    yield {
      about: 'outboundType',
      title: say('Azure may refuse this change'),
      message: [
        say('The AKS page contradicts itself.'),
        ...cell.sources.map(({ says }) => says),
        say('Azure decides when the change is sent.'),
      ].reduce((first, next) => say('{first} {next}', { first, next })),
      remedy: {
        text: say(
          'Nothing is lost by trying: a refusal comes before anything changes. Type the name of the cluster to go on.',
        ),
      },
    };
  },
});
