import { ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { poolsWithSubnet } from '../network-model.js';
import { oneOrMany } from '../one-or-many.js';
import { anotherTypeOrCluster, pairBlocks } from '../pair-blocks.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** block-with-subnet. AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05), read 2026-11-23. */
export const blockWithSubnet = defineRule({
  id: 'aks-block-with-subnet',
  title: say('Blocked outbound meets a network made by AKS'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    if (pairBlocks(facts, target)) return undefined;
    const outboundType = wanted(facts, target, ['block']);
    return outboundType && { outboundType, vnetSubnetID: ifAny(poolsWithSubnet(facts)) };
  },
  *check({ vnetSubnetID: pools }, _target, { subject }) {
    if (pools === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: block is for networks made by AKS'),
      message: oneOrMany(
        pools,
        say('{pools} sits in your own subnet.', { pools }),
        say('{pools} sit in your own subnets.', { pools }),
      ),
      remedy: {
        text:
          subject === 'live'
            ? anotherTypeOrCluster
            : say(
                'Take the outbound type none, and deny outbound traffic with a network security group of your own.',
              ),
      },
    };
  },
});
