import { absent, type Fact } from '../fact.js';
import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** P47. ARM types of `nodeResourceGroupProfile.restrictionLevel`; AKS docs, node resource group lockdown, read 2026-11-23. */
export const nodeGroupLockdown = defineRule({
  id: 'aks-node-group-lockdown',
  title: say('The node resource group is open to its owner'),
  severity: { live: 'info', file: 'none' },
  needs: (facts, target) => {
    if (target === undefined) return undefined;
    const { nodeResourceGroupRestriction, outboundType } = facts.cluster;
    const level: Fact<string> = nodeResourceGroupRestriction ?? absent(outboundType.origin);
    return { restriction: where(level, (word) => word.toLowerCase() === 'readonly') };
  },
  *check({ restriction }) {
    if (restriction === undefined) return;
    yield {
      about: 'restriction',
      title: say('Nobody but AKS can mend something in the node resource group'),
      message: say(
        'The node resource group is locked down. AKS itself is not hindered; a load balancer, an address or a NAT gateway there cannot be touched by hand.',
      ),
    };
  },
});
