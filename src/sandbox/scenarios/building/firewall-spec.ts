import type { JsonObject } from '../../json.js';
import { networkIdOf } from '../../resource-id.js';
import { networkResource, publicAddress, type FirewallSpec, type NetworkSpec } from './network-spec.js';

/** The firewall of a customer's network, its address, and its policy with rules. */
export function firewallResources(
  seed: number,
  network: NetworkSpec,
  firewall: FirewallSpec,
): readonly JsonObject[] {
  const { location } = network;
  const idOf = (path: string): string => networkIdOf(network.subscriptionId, network.resourceGroup, path);
  const policyId = idOf(`firewallPolicies/${firewall.name}-policy`);
  const addressId = idOf(`publicIPAddresses/pip-${firewall.name}`);
  return [
    publicAddress(seed, { id: addressId, address: firewall.address, location }),
    networkResource({
      seed,
      id: idOf(`azureFirewalls/${firewall.name}`),
      type: 'azureFirewalls',
      location,
      properties: {
        sku: { name: 'AZFW_VNet', tier: 'Standard' },
        threatIntelMode: 'Alert',
        firewallPolicy: { id: policyId },
        ipConfigurations: [
          {
            name: 'out',
            properties: {
              provisioningState: 'Succeeded',
              privateIPAddress: firewall.privateAddress,
              privateIPAllocationMethod: 'Dynamic',
              publicIPAddress: { id: addressId },
            },
          },
        ],
      },
    }),
    networkResource({
      seed,
      id: policyId,
      type: 'firewallPolicies',
      location,
      properties: { sku: { tier: 'Standard' }, threatIntelMode: 'Alert' },
    }),
    networkResource({
      seed,
      id: `${policyId}/ruleCollectionGroups/egress`,
      type: 'firewallPolicies/ruleCollectionGroups',
      properties: { priority: 200, ruleCollections: collectionsOf(firewall) },
    }),
  ];
}

const collectionsOf = ({ fqdns, fqdnTags, destinations }: FirewallSpec): readonly JsonObject[] => [
  {
    ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
    name: 'names',
    priority: 200,
    action: { type: 'Allow' },
    rules: [
      {
        ruleType: 'ApplicationRule',
        name: 'aks',
        protocols: [{ protocolType: 'Https', port: 443 }],
        sourceAddresses: ['*'],
        targetFqdns: fqdns,
        fqdnTags: fqdnTags ?? [],
      },
    ],
  },
  {
    ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
    name: 'places',
    priority: 210,
    action: { type: 'Allow' },
    rules: [
      {
        ruleType: 'NetworkRule',
        name: 'azure',
        ipProtocols: ['TCP', 'UDP'],
        sourceAddresses: ['*'],
        destinationAddresses: destinations ?? [],
        destinationPorts: ['443', '123'],
      },
    ],
  },
];
