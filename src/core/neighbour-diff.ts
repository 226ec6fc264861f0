import { applyEdits } from './edits.js';
import { differences } from './json-diff.js';
import { isJsonObject, valueAt, type Json } from './json.js';
import type { Edit } from './plan.js';
import type { Difference } from './run-record.js';
import { sameValue } from './same-value.js';
import type { Dated } from './source.js';

/**
 * Fields of Microsoft.Network that move without anybody's intent: versions, states, and the references back to what
 * uses a resource (nodes come and go in a subnet). Recorded traffic of azure-cli and Azure Service Operator.
 */
export const neighbourMovingFields = {
  what: 'fields of network resources that move by themselves',
  source: 'https://learn.microsoft.com/rest/api/virtualnetwork/subnets/get',
  readOn: '2026-11-23',
  anywhere: ['etag', 'provisioningState', 'resourceGuid'],
  backReferences: {
    subnets: [
      ...['ipConfigurations', 'ipConfigurationProfiles', 'privateEndpoints'],
      ...['serviceAssociationLinks', 'resourceNavigationLinks', 'purpose'],
    ],
    natgateways: ['subnets'],
    routetables: ['subnets'],
    publicipaddresses: ['natGateway', 'ipConfiguration'],
    publicipprefixes: ['natGateway', 'publicIPAddresses'],
  },
} as const satisfies Dated & Record<string, unknown>;

/** What differs between two bodies of a neighbour that somebody must have changed. Null: it is not there. */
export function neighbourDifferences(id: string, before: Json, after: Json): readonly Difference[] {
  if (before === null || after === null)
    return before === after ? [] : [{ path: ['id'], before: idIn(before), after: idIn(after) }];
  const back = backReferencesOf(id);
  return differences(before, after).filter(
    ({ path, before: left, after: right }) =>
      !isMoving(path) &&
      !(path[0] === 'properties' && back.includes(String(path[1]))) &&
      !sameValue(left, right),
  );
}

/** What changed beside these edits; of one that was made, what did not come out as it was sent. */
export function unintendedInNeighbour(
  id: string,
  { before, after, edits, create }: NeighbourChange,
): readonly Difference[] {
  if (after === null) return [];
  if (before === null) return create === undefined ? [] : lackingIn(after, applyEdits(create, edits), []);
  return neighbourDifferences(id, applyEdits(before, edits), after).filter(
    ({ path }) => !edits.some((edit) => edit.path.every((key, index) => key === path[index])),
  );
}

export interface NeighbourChange {
  readonly before: Json;
  readonly after: Json;
  readonly edits: readonly Edit[];
  readonly create?: Json | undefined;
}

/** What Azure never fills in by itself: with it, a resource of the same name is another one than was wanted. */
const neverFilledIn = [
  ['zones'],
  ['properties', 'publicIPPrefix'],
  ['properties', 'publicIpAddresses'],
  ['properties', 'publicIpPrefixes'],
];

/** Where a resource that is there is another than the one that was to be made under its name. */
export function otherThan(wanted: Json, body: Json): readonly Difference[] {
  const more = neverFilledIn.flatMap((path) => {
    const found = valueAt(body, path);
    const isAsked = valueAt(wanted, path) !== undefined;
    return found === undefined || isAsked ? [] : [{ path, before: null, after: found }];
  });
  return [...lackingIn(body, wanted, []), ...more];
}

/** Where `body` does not hold what `wanted` says; what it holds beside that is its own. */
export function lackingIn(
  body: Json | undefined,
  wanted: Json,
  path: readonly (string | number)[],
): readonly Difference[] {
  if (isJsonObject(wanted))
    return Object.entries(wanted).flatMap(([key, value]) =>
      value === undefined ? [] : lackingIn(valueAt(body, [key]), value, [...path, key]),
    );
  if (Array.isArray(wanted) && Array.isArray(body) && wanted.length === body.length)
    return (wanted as readonly Json[]).flatMap((value, index) =>
      lackingIn((body as readonly Json[])[index], value, [...path, index]),
    );
  if (sameValue(body, wanted)) return [];
  return [{ path, before: wanted, ...(body === undefined ? {} : { after: body }) }];
}

const isMoving = (path: readonly (string | number)[]): boolean =>
  (neighbourMovingFields.anywhere as readonly string[]).includes(String(path.at(-1)));

function backReferencesOf(id: string): readonly string[] {
  const type = id.toLowerCase().split('/').at(-2) ?? '';
  return Object.entries(neighbourMovingFields.backReferences).find(([name]) => name === type)?.[1] ?? [];
}

const idIn = (body: Json): Json => valueAt(body, ['id']) ?? null;
