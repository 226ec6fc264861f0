import type { TargetKey } from './outbound-type.js';

/** What a table of the AKS page says of one pair; `both`: the same page says both. */
export type Entry = 'yes' | 'no' | 'both';

export type MigrationTable = Readonly<
  Partial<Record<TargetKey, Readonly<Partial<Record<TargetKey, Entry>>>>>
>;

const V2 = 'managedNATGateway/StandardV2';
const V1 = 'managedNATGateway/Standard';

/**
 * Networks made by AKS; rows are where from, columns where to, in the order of the page.
 * AKS docs, Customize cluster egress with outbound types, ms.date 2026-08-05, read 2026-11-23. Its column
 * managedNATGatewayV2 is read as sku StandardV2 (AKS engineering blog, 2026-09-29).
 * managedNATGateway to loadBalancer: "Not Supported" in the table, a how-to with a command further down.
 */
// prettier-ignore
export const managedNetwork = {
  loadBalancer: {                        [V2]: 'yes', [V1]: 'yes', none: 'yes', block: 'yes' },
  [V2]:         { loadBalancer: 'no',                 [V1]: 'no',  none: 'no',  block: 'no'  },
  [V1]:         { loadBalancer: 'both',  [V2]: 'yes',              none: 'yes', block: 'yes' },
  none:         { loadBalancer: 'yes',   [V2]: 'yes', [V1]: 'yes',              block: 'yes' },
  block:        { loadBalancer: 'yes',   [V2]: 'yes', [V1]: 'yes', none: 'yes'               },
} as const satisfies MigrationTable;

/** Networks of the customer's; same page, same day. */
// prettier-ignore
export const ownNetwork = {
  loadBalancer:           {                      userAssignedNATGateway: 'yes', userDefinedRouting: 'yes', none: 'yes', block: 'no' },
  userAssignedNATGateway: { loadBalancer: 'yes',                                userDefinedRouting: 'yes', none: 'yes', block: 'no' },
  userDefinedRouting:     { loadBalancer: 'yes', userAssignedNATGateway: 'yes',                            none: 'yes', block: 'no' },
  none:                   { loadBalancer: 'yes', userAssignedNATGateway: 'yes', userDefinedRouting: 'yes',              block: 'no' },
} as const satisfies MigrationTable;
