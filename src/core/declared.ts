import { known, unknown, valueOf, type Fact } from './fact.js';
import { chain } from './fact-logic.js';
import type { ClusterProperties } from './facts.js';
import { say } from './message.js';
import {
  isOutboundType,
  outboundTypes,
  type NatGatewaySku,
  type OutboundType,
  type TargetKey,
} from './outbound-type.js';
import { keyFor, type Target } from './target.js';

/** The preview spelling of a StandardV2 gateway: read and explained, never written. */
export const previewSpellingOfStandardV2 = 'managedNATGatewayV2';

/**
 * The declared outbound type; none means `loadBalancer`. Case is forgiven here, a rule speaks of it.
 * Source: ARM types of `networkProfile.outboundType`, read 2026-11-23.
 */
export function declaredTypeOf(cluster: Pick<ClusterProperties, 'outboundType'>): Fact<OutboundType> {
  const { outboundType } = cluster;
  if (outboundType.kind === 'absent') return known('loadBalancer', outboundType.origin);
  return chain(outboundType, (text) => {
    const type = typeSpelt(text);
    if (type !== undefined) return known(type, outboundType.origin);
    return unknown(
      'odd',
      say('This version does not know the outbound type {type}.', { type: text }),
      outboundType.origin,
    );
  });
}

function typeSpelt(text: string): OutboundType | undefined {
  if (isOutboundType(text)) return text;
  const lower = text.toLowerCase();
  if (lower === previewSpellingOfStandardV2.toLowerCase()) return 'managedNATGateway';
  return outboundTypes.find((type) => type.toLowerCase() === lower);
}

/** Which of the seven choices a cluster declares. */
export function declaredKeyOf(cluster: ClusterProperties): Fact<TargetKey> {
  return chain(declaredTypeOf(cluster), (type) => {
    if (type !== 'managedNATGateway') return known(keyFor(type), cluster.outboundType.origin);
    return chain(declaredSkuOf(cluster), (sku) => known(keyFor(type, sku), cluster.outboundType.origin));
  });
}

/** Never absent: a managed NAT gateway has a sku, said or not. */
function declaredSkuOf(cluster: ClusterProperties): Fact<NatGatewaySku> {
  const written = valueOf(cluster.outboundType)?.toLowerCase();
  if (written === previewSpellingOfStandardV2.toLowerCase())
    return known('StandardV2', cluster.outboundType.origin);
  const profile = cluster.natGatewayProfile;
  if (profile.kind === 'unknown') return profile;
  const sku = profile.kind === 'known' ? profile.value.sku : profile;
  if (sku.kind === 'unknown') return sku;
  if (sku.kind === 'absent') return skuUnsaid(cluster, sku.origin.kind === 'arm');
  const spelt = (['Standard', 'StandardV2'] as const).find(
    (name) => name.toLowerCase() === sku.value.toLowerCase(),
  );
  if (spelt !== undefined) return known(spelt, sku.origin);
  return unknown(
    'odd',
    say('This version does not know the NAT gateway sku {sku}.', { sku: sku.value }),
    sku.origin,
  );
}

/**
 * A living gateway without sku is a Standard one. A file that says none gets Standard below 2026-06-01 and
 * what the region offers from then on. Source: AKS engineering blog, "Announcing StandardV2 NAT Gateway for
 * AKS-managed egress" (2026-09-29), read 2026-11-23.
 */
function skuUnsaid(cluster: ClusterProperties, isReading: boolean): Fact<NatGatewaySku> {
  const { origin } = cluster.outboundType;
  if (isReading) return known('Standard', origin);
  return chain(cluster.apiVersion, (version) =>
    version < '2026-06-01'
      ? known('Standard', origin)
      : unknown('notStatic', say('Azure chooses the sku of the NAT gateway by region.'), origin),
  );
}

/** The declared type with the options that are known, or undefined where the type is not known. */
export function declaredTargetOf(cluster: ClusterProperties): Target | undefined {
  const key = valueOf(declaredKeyOf(cluster));
  switch (key) {
    case undefined:
      return undefined;
    case 'loadBalancer':
      return { outboundType: 'loadBalancer', ...loadBalancerOptionsOf(cluster) };
    case 'managedNATGateway/Standard':
      return { outboundType: 'managedNATGateway', sku: 'Standard', ...natOptionsOf(cluster) };
    case 'managedNATGateway/StandardV2':
      return { outboundType: 'managedNATGateway', sku: 'StandardV2', ...natOptionsOf(cluster) };
    default:
      return { outboundType: key };
  }
}

function loadBalancerOptionsOf(cluster: ClusterProperties): object {
  const profile = valueOf(cluster.loadBalancerProfile);
  if (profile === undefined) return {};
  const { managedOutboundIPCount, outboundIPIds, outboundIPPrefixIds } = profile;
  const { allocatedOutboundPorts, idleTimeoutInMinutes } = profile;
  return saidOf({
    managedOutboundIPCount,
    outboundIPIds,
    outboundIPPrefixIds,
    allocatedOutboundPorts,
    idleTimeoutInMinutes,
  });
}

function natOptionsOf(cluster: ClusterProperties): object {
  const profile = valueOf(cluster.natGatewayProfile);
  if (profile === undefined) return {};
  const { managedOutboundIPCount, idleTimeoutInMinutes } = profile;
  return saidOf({ managedOutboundIPCount, idleTimeoutInMinutes });
}

/** Only what is known; a key without a value is left out. */
function saidOf(facts: Readonly<Record<string, Fact<unknown>>>): object {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact.kind === 'known' ? [[name, fact.value]] : [])),
  );
}
