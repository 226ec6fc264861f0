import { cappedVersion, firstVersionOf, firstVersionOfSku, hasSince } from './api-version.js';
import type { TargetKey } from './outbound-type.js';
import type { Target } from './target.js';

const standardV2 = 'managedNATGateway/StandardV2';

/**
 * The API version of a plan's GETs and PUTs: 2026-06-01 where a StandardV2 gateway is left or wanted, because
 * older versions do not see its sku; else 2026-05-01, because sending back the sku that newer ones report may
 * earn UnsupportedOutboundType. Capped at what the provider lists; undefined where nothing listed will do.
 * Source: AKS engineering blog, 2026-09-29, read 2026-11-23.
 */
export function writeVersionFor(
  from: TargetKey,
  to: TargetKey,
  target: Target,
  listed: readonly string[],
): string | undefined {
  const needsSku = from === standardV2 || to === standardV2;
  const version = cappedVersion(needsSku ? firstVersionOfSku.stable : '2026-05-01', listed);
  if (version === undefined || (needsSku && !hasSince(version, firstVersionOfSku))) return undefined;
  if (target.outboundType !== 'block' && !hasSince(version, firstVersionOf[target.outboundType]))
    return undefined;
  return version;
}
