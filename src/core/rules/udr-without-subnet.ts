import { say } from '../message.js';
import { ownNetworkRule } from '../own-network-rule.js';

/** udr-without-subnet. AKS docs, Customize cluster egress with a user-defined routing table (ms.date 2023-05-10), read 2026-11-23. */
export const udrWithoutSubnet = ownNetworkRule({
  id: 'aks-udr-without-subnet',
  title: say('User-defined routes meet your own network'),
  outboundType: 'userDefinedRouting',
  why: say(
    'User-defined routes stand in route tables of your own subnets, and no pool sits in such a subnet.',
  ),
  inFile: say('Give every pool a vnetSubnetID.'),
});
