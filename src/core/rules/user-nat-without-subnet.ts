import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { networkOf } from '../network-model.js';
import { anotherTypeOrCluster, pairBlocks } from '../pair-blocks.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** user-nat-without-subnet. AKS docs, NAT gateway (ms.date 2026-07-07), read 2026-11-23. */
export const userNatWithoutSubnet = defineRule({
  id: 'aks-user-nat-without-subnet',
  title: say('Your own NAT gateway meets your own network'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    if (pairBlocks(facts, target)) return undefined;
    const outboundType = wanted(facts, target, ['userAssignedNATGateway']);
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
      title: say('Azure would refuse: userAssignedNATGateway needs your own virtual network'),
      message: say('Your own NAT gateway is attached to subnets of yours, and no pool names one.'),
      remedy: {
        text:
          subject === 'live'
            ? anotherTypeOrCluster
            : say('Give every pool a vnetSubnetID, or take managedNATGateway.'),
      },
    };
  },
});
