/**
 * API versions that requests name. Newest stable ones that the product was written against.
 * Source: Azure REST API specifications and the packages' own defaults, read 2026-11-23.
 */
export const apiVersions = {
  /** Facts about clusters are read at this version; the first that knows `natGatewayProfile.sku`. */
  clusterFacts: '2026-06-01',
  /** Clusters without a StandardV2 gateway are written at this version. */
  clusterWrite: '2026-05-01',
  network: '2025-09-01',
  subscriptions: '2022-12-01',
  providers: '2021-04-01',
  resourceGraph: '2024-04-01',
  features: '2021-07-01',
  locks: '2020-05-01',
  /** Permissions, role assignments and role definitions. */
  authorization: '2022-04-01',
  policyRestrictions: '2023-03-01',
  compute: '2024-07-01',
  registry: '2023-07-01',
  extensions: '2023-05-01',
} as const;

/** The newest stable version that the provider lists and that is no newer than `wanted`; `wanted` when it lists none. */
export function cappedBy(listed: readonly string[], wanted: string): string {
  if (listed.length === 0 || listed.includes(wanted)) return wanted;
  const usable = listed.filter((version) => /^\d{4}-\d{2}-\d{2}$/.test(version) && version <= wanted);
  return usable.toSorted().at(-1) ?? wanted;
}
