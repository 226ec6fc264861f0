import { say } from '../message.js';
import { ownNetworkRule } from '../own-network-rule.js';

/** user-nat-without-subnet. AKS docs, NAT gateway (ms.date 2026-07-07), read 2026-11-23. */
export const userNatWithoutSubnet = ownNetworkRule({
  id: 'aks-user-nat-without-subnet',
  title: say('Your own NAT gateway meets your own network'),
  outboundType: 'userAssignedNATGateway',
  why: say('Your own NAT gateway serves subnets of your own, and no pool sits in such a subnet.'),
  inFile: say('Give every pool a vnetSubnetID, or take managedNATGateway.'),
});
