import { ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { poolsWithSubnet } from '../network-model.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** managed-nat-with-subnet. cluster-api-provider-azure issue 5429; AKS docs, NAT gateway; read 2026-11-23. */
export const managedNatWithSubnet = defineRule({
  id: 'aks-managed-nat-with-subnet',
  title: say('A NAT gateway run by AKS meets a network made by AKS'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['managedNATGateway']);
    return outboundType && { outboundType, vnetSubnetID: ifAny(poolsWithSubnet(facts)) };
  },
  *check({ vnetSubnetID: pools }) {
    if (pools === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: ManagedNATGatewayWithCustomVNetNotAllowed'),
      message: say('{pools} sits in your own subnet. AKS runs NAT gateways only in networks that it made.', {
        pools,
      }),
      remedy: { text: say('Take userAssignedNATGateway, or leave vnetSubnetID out of every pool.') },
    };
  },
});
