import { at, listOf } from '../json.js';
import { badRequest, type Rule } from './refusal.js';

const target = 'apiServerAccessProfile.authorizedIPRanges';

/** AKS docs, API server authorized IP ranges, read 2026-11-23: 200, or 2,000 with API Server VNet Integration. */
const limits = { plain: 200, integrated: 2000 };

/** The list of addresses that may reach the API server. The words are ours but for the first. */
export const rangesFit: Rule = ({ desired, sent }) => {
  const asked = at(sent, 'properties', 'apiServerAccessProfile', 'authorizedIPRanges');
  if (asked !== undefined && asked !== null && !Array.isArray(asked))
    return badRequest('InvalidParameter', 'authorizedIPRanges must be a list.', target);
  const ranges = listOf(at(desired, 'properties', 'apiServerAccessProfile', 'authorizedIPRanges'));
  if (ranges.length === 0) return undefined;
  if (at(desired, 'properties', 'apiServerAccessProfile', 'enablePrivateCluster') === true)
    return badRequest(
      'InvalidParameter',
      'Private cluster and API server authorized IP ranges are mutually exclusive.',
      target,
    );
  const isIntegrated = at(desired, 'properties', 'apiServerAccessProfile', 'enableVnetIntegration') === true;
  const limit = isIntegrated ? limits.integrated : limits.plain;
  if (ranges.length > limit)
    return badRequest(
      'InvalidParameter',
      `At most ${limit} API server authorized IP ranges are allowed, but there are ${ranges.length}.`,
      target,
    );
  const wrong = ranges.find((range) => typeof range !== 'string' || !isRange(range));
  return wrong === undefined
    ? undefined
    : badRequest(
        'InvalidParameter',
        `The value of parameter apiServerAccessProfile.authorizedIPRanges is invalid. Error details: ${JSON.stringify(wrong)} is not a valid IPv4 address or CIDR.`,
        target,
      );
};

function isRange(text: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (parts === null) return false;
  const [, ...numbers] = parts;
  const prefix = numbers[4] === undefined ? 32 : Number(numbers[4]);
  return numbers.slice(0, 4).every((octet) => Number(octet) <= 255) && prefix <= 32;
}
