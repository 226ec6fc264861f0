import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterProperties } from '../../../src/azure/facts/cluster.js';
import { guessedBehind } from '../../../src/azure/facts/neighbours.js';
import {
  addressFacts,
  natGatewayFacts,
  routeTableFacts,
  subnetFacts,
} from '../../../src/azure/facts/network.js';
import { poolETagsOf, poolsOf, subnetKeysOf } from '../../../src/azure/facts/pools.js';
import { basisOf } from '../../../src/azure/facts/read-cluster.js';
import { resource } from '../../../src/azure/facts/resource.js';
import { frontendsOf, serviceFacts } from '../../../src/azure/facts/services.js';
import { listingOfBody, listingOfRow } from '../../../src/azure/inventory/listing.js';
import { provisioningError } from '../../../src/azure/runner/judge.js';
import { stateOf } from '../../../src/azure/runner/resting.js';
import { refusalOf } from '../../../src/azure/wire/refusal.js';
import { valueOf } from '../../../src/core/fact.js';
import { isJsonObject, valueAt, type Json } from '../../../src/core/json.js';
import { ancient, clusterId, usual, wrong } from './odd-bodies.js';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/recordings');
const because = 'skipped, because the recordings are not on this machine';

interface Exchange {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json;
  };
}

const exchanges = (): readonly Exchange[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap(
      (file) =>
        (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { exchanges: Exchange[] }).exchanges,
    );

/** Everything that reads a body, whatever it is. */
function readEverything(body: Json, status = 200): void {
  const self = resource(clusterId.toLowerCase(), body);
  clusterProperties(self, '2026-06-01');
  poolsOf(self);
  subnetKeysOf(body);
  poolETagsOf(body);
  basisOf(body, '2026-05-01');
  subnetFacts(self);
  natGatewayFacts(self);
  routeTableFacts(self);
  addressFacts(self, 'MC_group');
  for (const frontend of frontendsOf(body)) serviceFacts(frontend, body);
  listingOfRow(body, 't');
  listingOfBody(body, 't');
  guessedBehind(new Map([[clusterId.toLowerCase(), body]]), [`${clusterId.toLowerCase()}/subnets/s`]);
  stateOf(body);
  provisioningError(body);
  refusalOf({ status, headers: {}, text: JSON.stringify(body) });
}

describe.skipIf(!existsSync(folder))(
  `every recorded body (${existsSync(folder) ? 'there' : because})`,
  () => {
    it('is read without complaint', () => {
      const all = exchanges();
      expect(all.length).toBeGreaterThan(100);
      for (const { response } of all) readEverything(response.body, response.status);
    });

    it('of a cluster has no odd fact', () => {
      const bodies = exchanges()
        .map(({ response }) => response.body)
        .filter((body) => /managedclusters$/i.test(textAt(body, 'type')));
      expect(bodies.length).toBeGreaterThan(10);
      for (const body of bodies) {
        const facts = clusterProperties(resource('c', body), 'v');
        expect(Object.values(facts).filter(({ kind }) => kind === 'unknown')).toEqual([]);
        expect(valueOf(facts.provisioningState)).toBeDefined();
        expect(valueOf(poolsOf(resource('c', body)))?.every(({ type }) => type.kind === 'known')).toBe(true);
        expect(listingOfBody(body, 't')).toHaveLength(1);
      }
    });

    it('that refuses keeps its code and message', () => {
      const refusals = exchanges().filter(
        ({ response }) => response.status >= 400 && isJsonObject(response.body),
      );
      expect(refusals.length).toBeGreaterThan(20);
      for (const { response } of refusals) {
        const inner = valueAt(response.body, ['error']) ?? response.body;
        const refusal = refusalOf({
          status: response.status,
          headers: response.headers,
          text: JSON.stringify(response.body),
        });
        expect(refusal.code).toBe(valueAt(inner, ['code']));
        expect(refusal.message.slice(0, 60)).toBe(textAt(inner, 'message').slice(0, 60));
      }
    });
  },
);

const textAt = (body: Json, key: string): string => {
  const text = valueAt(body, [key]);
  return typeof text === 'string' ? text : '';
};

describe('a body that somebody damaged', () => {
  const seeds = (): readonly Json[] => [
    usual,
    ancient,
    wrong,
    ...(existsSync(folder) ? exchanges().map(({ response }) => response.body) : []),
  ];

  it('is read without complaint, however it was damaged', () => {
    const bodies = seeds();
    const junk = fc.oneof(
      fc.constantFrom<Json>(
        null,
        '',
        0,
        -1,
        1e308,
        true,
        [],
        {},
        [null],
        [[]],
        { id: null },
        { id: '/subscriptions/' },
        '/subscriptions/x',
        '\u0000',
        '__proto__',
      ),
      fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
    );
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 6 }),
        (which, hits) => {
          const body = hits.reduce<Json>(
            (damaged, [at, value]) => damage(damaged, at, value),
            bodies[which % bodies.length]!,
          );
          readEverything(body);
        },
      ),
      { seed: 20_261_124, numRuns: 1500 },
    );
  });
});

/** The body with one of its places replaced (or, for an object's key, now and then dropped). */
function damage(body: Json, at: number, value: Json): Json {
  const places = placesIn(body);
  const place = places[at % Math.max(places.length, 1)];
  return place === undefined ? value : replaced(body, place, value, at % 7 === 0);
}

function placesIn(
  body: Json,
  here: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (Array.isArray(body))
    return [here, ...(body as readonly Json[]).flatMap((one, index) => placesIn(one, [...here, index]))];
  if (!isJsonObject(body)) return [here];
  return [
    here,
    ...Object.entries(body).flatMap(([key, one]) => (one === undefined ? [] : placesIn(one, [...here, key]))),
  ];
}

function replaced(
  body: Json,
  [key, ...rest]: readonly (string | number)[],
  value: Json,
  drop: boolean,
): Json {
  if (key === undefined) return value;
  if (typeof key === 'number' && Array.isArray(body))
    return (body as readonly Json[]).map((one, index) =>
      index === key ? replaced(one, rest, value, drop) : one,
    );
  if (!isJsonObject(body) || typeof key !== 'string') return body;
  if (drop && rest.length === 0)
    return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
  return { ...body, [key]: replaced(body[key] ?? null, rest, value, drop) };
}
