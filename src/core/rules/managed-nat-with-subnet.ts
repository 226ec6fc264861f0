import { ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { poolsWithSubnet } from '../network-model.js';
import { oneOrMany } from '../one-or-many.js';
import { anotherTypeOrCluster, pairBlocks } from '../pair-blocks.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** managed-nat-with-subnet. cluster-api-provider-azure issue 5429; AKS docs, NAT gateway; read 2026-11-23. */
export const managedNatWithSubnet = defineRule({
  id: 'aks-managed-nat-with-subnet',
  title: say('A NAT gateway run by AKS meets a network made by AKS'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    if (pairBlocks(facts, target)) return undefined;
    const outboundType = wanted(facts, target, ['managedNATGateway']);
    return outboundType && { outboundType, vnetSubnetID: ifAny(poolsWithSubnet(facts)) };
  },
  *check({ vnetSubnetID: pools }, _target, { subject }) {
    if (pools === undefined) return;
    yield {
      about: 'outboundType',
      title: say('Azure would refuse: AKS runs no NAT gateway in your own network'),
      message: oneOrMany(
        pools,
        say("{pools} sits in your own subnet. Azure's code is ManagedNATGatewayWithCustomVNetNotAllowed.", {
          pools,
        }),
        say("{pools} sit in your own subnets. Azure's code is ManagedNATGatewayWithCustomVNetNotAllowed.", {
          pools,
        }),
      ),
      remedy: {
        text:
          subject === 'live'
            ? anotherTypeOrCluster
            : say('Take userAssignedNATGateway, or leave vnetSubnetID out of every pool.'),
      },
    };
  },
});
