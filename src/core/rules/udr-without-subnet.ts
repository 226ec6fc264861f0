import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { networkOf } from '../network-model.js';
import { anotherTypeOrCluster, pairBlocks } from '../pair-blocks.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** udr-without-subnet. AKS docs, Customize cluster egress with a user-defined routing table (ms.date 2023-05-10), read 2026-11-23. */
export const udrWithoutSubnet = defineRule({
  id: 'aks-udr-without-subnet',
  title: say('User-defined routes meet your own network'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    if (pairBlocks(facts, target)) return undefined;
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return (
      outboundType && {
        outboundType,
        vnetSubnetID: where(networkOf(facts), (network) => network === 'managed'),
      }
    );
  },
  *check({ vnetSubnetID: network }, _target, { subject }) {
    if (network === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: userDefinedRouting needs your own virtual network'),
      message: say('User-defined routes stand in a route table on subnets of yours, and no pool names one.'),
      remedy: { text: subject === 'live' ? anotherTypeOrCluster : say('Give every pool a vnetSubnetID.') },
    };
  },
});
