import { where } from './fact-logic.js';
import { say, type Message } from './message.js';
import { networkOf } from './network-model.js';
import type { OutboundType } from './outbound-type.js';
import { anotherTypeOrCluster, pairBlocks } from './pair-blocks.js';
import { defineRule, type Rule } from './rule.js';
import { wanted } from './wanted.js';

/** A rule about an outbound type that lives on subnets of the customer's. */
export function ownNetworkRule(about: {
  readonly id: string;
  readonly title: Message;
  readonly outboundType: OutboundType;
  /** Why it needs them. */
  readonly why: Message;
  /** What to write in a file; of a living cluster the subnets are fixed. */
  readonly inFile: Message;
}): Rule {
  const { outboundType: type, why, inFile } = about;
  return defineRule({
    id: about.id,
    title: about.title,
    severity: { live: 'block', file: 'error' },
    needs: (facts, target) => {
      if (pairBlocks(facts, target)) return undefined;
      const outboundType = wanted(facts, target, [type]);
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
        title: say('Azure would refuse: {type} needs your own virtual network', { type }),
        message: why,
        remedy: { text: subject === 'live' ? anotherTypeOrCluster : inFile },
      };
    },
  });
}
