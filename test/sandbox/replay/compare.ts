import { at, isObject, type Json } from '../../../src/sandbox/json.js';
import { codeOf } from '../../../src/sandbox/wire/answer.js';

/** One answer, as far as it is compared. */
export interface Compared {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

/** Headers that clients act on. Where the recording has one, ours has it too. */
const headersThatMatter = ['azure-asyncoperation', 'location', 'retry-after', 'etag', 'x-ms-failure-cause'];

/**
 * Fields that Azure answers beside its published types, so that a closed schema and a recording cannot both be met:
 * the sandbox keeps to the schema. Found by comparing recorded bodies with the types (2026-11-23).
 */
const beyondItsTypes =
  /properties[.](scope|privateIPAddresses(V6)?|disablePeeringRoute|controlPlanePluginProfiles|enablePodSecurityPolicy|enableFIPS)\b|[.]sku[.]tier$|agentPoolProfiles\[\][.]enableCustomCATrust$/;

/** What differs, in words; empty is the same. */
export function differencesOf(
  ours: Compared,
  recorded: Compared,
  options: {
    readonly isAks: boolean;
    /** Asked at a version below those that the sandbox tells apart. */ readonly isOlder?: boolean;
  },
): readonly string[] {
  if (ours.status !== recorded.status) return [`status ${ours.status} instead of ${recorded.status}`];
  const [ownCode, code] = [codeOf(ours.body), codeOf(recorded.body)];
  if (recorded.status >= 400 && ownCode !== code)
    return [`code ${ownCode ?? 'none'} instead of ${code ?? 'none'}`];
  const there = keysOf(ours.body);
  const wanted = keysOf(recorded.body);
  const network = (body: Json | undefined): string =>
    // Azure answers `standard` and `Standard` without a rule to be seen (1,049 and 948 times in recorded bodies).
    JSON.stringify(sorted(masked(at(body, 'properties', 'networkProfile') ?? null))).replace(
      /("loadBalancerSku":"\w+")/i,
      (sku) => sku.toLowerCase(),
    );
  const missing = [...wanted].filter((key) => !there.has(key) && !beyondItsTypes.test(key));
  // Some answers of a version have an eTag and some have none.
  const tooMany = [...there].filter((key) => !wanted.has(key) && !options.isOlder && !/[.]eTag$/.test(key));
  return [
    ...headersThatMatter
      .filter((name) => recorded.headers[name] !== undefined && ours.headers[name] === undefined)
      .map((name) => `no header ${name}`),
    // AKS never sends one; a client that got it would wait by it.
    ...(options.isAks && ours.status < 400 && ours.headers['retry-after'] !== undefined
      ? ['a header retry-after, which AKS does not send']
      : []),
    ...missing.map((key) => `no ${key}`),
    ...tooMany.map((key) => `${key} too many`),
    ...(network(ours.body) === network(recorded.body)
      ? []
      : [`networkProfile ${network(ours.body)} instead of ${network(recorded.body)}`]),
  ];
}

/** The keys of a body as paths; items of lists all count as one. Names of tags and of identities are data. */
export function keysOf(value: Json | undefined, here = ''): ReadonlySet<string> {
  if (Array.isArray(value))
    return new Set((value as readonly Json[]).flatMap((item) => [...keysOf(item, `${here}[]`)]));
  if (!isObject(value)) return new Set();
  const isData = /tags$|userAssignedIdentities$/i.test(here);
  return new Set(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && inner !== null)
      .flatMap(([key, inner]) => {
        const path = `${here}.${isData ? '*' : key}`;
        return [path, ...keysOf(inner, path)];
      }),
  );
}

/** Ids and addresses are made up on both sides. */
export function masked(value: Json): Json {
  if (typeof value === 'string')
    return value
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'GUID')
      .replace(/^\/subscriptions\/.*$/i, (id) => id.toLowerCase());
  if (Array.isArray(value)) return (value as readonly Json[]).map(masked);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner ?? null)]));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner ?? null)]),
  );
}
