import type { OutboundType } from './outbound-type.js';

/** First API versions of managedClusters that have something; `preview` where previews had it earlier or later. */
export interface FirstVersions {
  readonly stable: string;
  readonly preview?: string;
}

/**
 * ARM types of Microsoft.ContainerService (bicep-types-az of 2026-08-20) and AKS docs, Customize cluster egress
 * with a user-defined routing table (2020-01-01); read 2026-11-23. `block` stands in no published version.
 */
export const firstVersionOf: Readonly<Record<Exclude<OutboundType, 'block'>, FirstVersions>> = {
  loadBalancer: { stable: '2019-11-01' },
  userDefinedRouting: { stable: '2020-01-01' },
  managedNATGateway: { stable: '2021-07-01' },
  userAssignedNATGateway: { stable: '2021-07-01' },
  none: { stable: '2025-01-01', preview: '2024-04-02-preview' },
};

/** First versions with `natGatewayProfile.sku`. SDK @azure/arm-containerservice 25.5.0, read 2026-11-23. */
export const firstVersionOfSku: FirstVersions = { stable: '2026-06-01', preview: '2026-06-02-preview' };

/** The only versions with the spelling managedNATGatewayV2. ARM types, AKS engineering blog, read 2026-11-23. */
export const previewSpellingVersions = { first: '2026-01-02-preview', last: '2026-05-02-preview' } as const;

/** True for a version that has it. Versions sort by their date; one that is no date counts as new enough. */
export function hasSince(version: string, since: FirstVersions): boolean {
  if (!/^\d{4}-\d{2}-\d{2}/.test(version)) return true;
  const first = version.endsWith('-preview') ? (since.preview ?? since.stable) : since.stable;
  return version.slice(0, 10) >= first.slice(0, 10);
}

/** The newest stable version of the list that is not newer than the wanted one; the wanted one for an empty list. */
export function cappedVersion(wanted: string, listed: readonly string[]): string | undefined {
  if (listed.length === 0) return wanted;
  const stable = listed.filter((version) => /^\d{4}-\d{2}-\d{2}$/.test(version) && version <= wanted);
  return stable.length === 0
    ? undefined
    : stable.reduce((newest, version) => (version > newest ? version : newest));
}
