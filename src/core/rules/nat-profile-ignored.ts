import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** nat-profile-ignored. azure-cli removes the profile itself, read 2026-11-23. */
export const natProfileIgnored = defineRule({
  id: 'aks-nat-profile-ignored',
  title: say('A NAT gateway profile stands only beside the outbound type managedNATGateway'),
  severity: { live: 'none', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, [
      'loadBalancer',
      'userAssignedNATGateway',
      'userDefinedRouting',
      'none',
      'block',
    ]);
    return outboundType && { outboundType, natGatewayProfile: facts.cluster.natGatewayProfile };
  },
  *check({ outboundType: type = 'none', natGatewayProfile }) {
    if (natGatewayProfile === undefined) return;
    yield {
      about: 'natGatewayProfile',
      title: say('The NAT gateway profile would have no effect'),
      message: say('natGatewayProfile belongs to managedNATGateway; this cluster has {type}.', { type }),
      remedy: { text: say('Remove natGatewayProfile.') },
    };
  },
});
