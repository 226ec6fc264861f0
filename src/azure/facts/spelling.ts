import { mapFact, type Fact } from '../../core/fact.js';

/**
 * Azure's one spelling of a value that it sends in several (`Standard` and `standard`); a value that we do not
 * know stays as it came.
 */
export const spelledLike = (fact: Fact<string>, spellings: readonly string[]): Fact<string> =>
  mapFact(fact, (value) => spellings.find((known) => known.toLowerCase() === value.toLowerCase()) ?? value);

// Spellings of the resource types' specifications, read 2026-11-23. Others pass through.
export const spellings = {
  outboundType: [
    'loadBalancer',
    'managedNATGateway',
    'managedNATGatewayV2',
    'userAssignedNATGateway',
    'userDefinedRouting',
    'none',
    'block',
  ],
  loadBalancerSku: ['standard', 'basic'],
  natGatewaySku: ['Standard', 'StandardV2'],
  networkPlugin: ['azure', 'kubenet', 'none'],
  clusterSku: ['Base', 'Automatic'],
  provisioningState: [
    ...['Succeeded', 'Failed', 'Canceled', 'Creating', 'Updating', 'Upgrading', 'Scaling', 'Deleting'],
    ...['Starting', 'Stopping', 'Aborting', 'Canceling', 'Migrating'],
  ],
  power: ['Running', 'Stopped'],
  nodeProvisioning: ['Manual', 'Auto'],
  nodeOSUpgradeChannel: ['None', 'Unmanaged', 'NodeImage', 'SecurityPatch'],
  artifactSource: ['Direct', 'Cache'],
  poolMode: ['System', 'User', 'Gateway', 'ManagedSystem', 'Machines'],
  poolType: ['VirtualMachineScaleSets', 'AvailabilitySet', 'VirtualMachines'],
  osType: ['Linux', 'Windows'],
  nextHopType: ['VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None'],
  addressSku: ['Standard', 'StandardV2', 'Basic'],
  publicNetworkAccess: ['Enabled', 'Disabled', 'SecuredByPerimeter'],
} as const;
