import { say, type Message } from './message.js';
import type { MigrationTable } from './migration-tables.js';

/**
 * The preview of early 2023, kept for people who arrive with the old page. It said in prose that migration
 * works only between loadBalancer, managedNATGateway (network made by AKS) and `userDefinedNATGateway`
 * (own network; its misspelling of userAssignedNATGateway). The 'no' cells are our reading of "only".
 * Source: AKS docs, Customize cluster egress with outbound types, versions of 2023-01 and 2023-03, read 2026-11-23.
 */
export const earlyPreview = {
  from: '2022-12',
  until: '2023-11-06',
  featureFlag: 'Microsoft.ContainerService/AKS-OutBoundTypeMigrationPreview',
  cliExtension: 'aks-preview 0.5.113',
  misspelling: 'userDefinedNATGateway',
  managed: {
    loadBalancer: {
      'managedNATGateway/Standard': 'yes',
      userAssignedNATGateway: 'no',
      userDefinedRouting: 'no',
    },
    'managedNATGateway/Standard': {
      loadBalancer: 'yes',
      userAssignedNATGateway: 'no',
      userDefinedRouting: 'no',
    },
  } satisfies MigrationTable,
  own: {
    loadBalancer: {
      'managedNATGateway/Standard': 'no',
      userAssignedNATGateway: 'yes',
      userDefinedRouting: 'no',
    },
    userAssignedNATGateway: {
      loadBalancer: 'yes',
      'managedNATGateway/Standard': 'no',
      userDefinedRouting: 'no',
    },
  } satisfies MigrationTable,
  explained: say(
    'In the preview of early 2023 a change worked only between loadBalancer and managedNATGateway (network made by AKS) or userAssignedNATGateway (own network), with the feature flag AKS-OutBoundTypeMigrationPreview and aks-preview 0.5.113. No flag is needed since 6 February 2024.',
  ),
} as const;

/** How the page's tables have changed since. Source: commits of the same page, read 2026-11-23. */
export const tableChanges: readonly { readonly on: string; readonly change: Message }[] = [
  {
    on: '2023-11-06',
    change: say('First tables: load balancer, NAT gateway and user-defined routing, in both directions.'),
  },
  { on: '2024-02-06', change: say('Changing the outbound type is generally available, Azure CLI 2.56.') },
  {
    on: '2024-04-29',
    change: say('On a network made by AKS nothing leads to user-defined routing any more.'),
  },
  { on: '2025-01-21', change: say('none and block are added.') },
  {
    on: '2026-03-27',
    change: say(
      'managedNATGatewayV2 is added, and managedNATGateway to loadBalancer turns from Supported to Not Supported.',
    ),
  },
  { on: '2026-04-28', change: say('Nothing leads away from managedNATGatewayV2.') },
];
