import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAround } from '../../../src/azure/around/read-around.js';
import { partsFor, type Part } from '../../../src/core/surroundings-wanted.js';
import type { Json } from '../../../src/core/json.js';
import type { Target } from '../../../src/core/target.js';
import { json, wire } from '../../fakes/wire.js';
import { leading, subject } from './neighbourhood.js';

const targets: readonly Target[] = [
  { outboundType: 'loadBalancer', outboundIPIds: ['/subscriptions/s/x'] },
  { outboundType: 'userAssignedNATGateway' },
  { outboundType: 'userDefinedRouting' },
  { outboundType: 'none' },
  { outboundType: 'block' },
];
const parts: readonly Part[] = [...new Set(targets.flatMap((target) => partsFor(subject(), target)))];

/** The body with one of its values replaced, anywhere. */
function damaged(body: Json, hit: number, value: Json): Json {
  let left = hit;
  const walk = (here: Json): Json => {
    if (left-- === 0) return value;
    if (Array.isArray(here)) return (here as readonly Json[]).map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(Object.entries(here).map(([key, one]) => [key, walk(one ?? null)]));
  };
  return walk(body);
}

describe('an answer that somebody damaged', () => {
  it('never throws, whatever it is an answer to', async () => {
    const value = fc.oneof(
      fc.constantFrom<Json>(null, '', 0, [], {}, [null], { id: null }, '/subscriptions/', { value: 7 }),
      fc.jsonValue({ maxDepth: 2 }).map((one) => one as Json),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(40), value, async (hit, junk) => {
        const { arm } = wire(() => json(200, damaged({ ...leading, value: [leading] }, hit, junk)));
        const found = await readAround({ arm, facts: subject(), parts });
        expect(Object.keys(found).length).toBe(parts.length);
      }),
      { seed: 20_261_125, numRuns: 150 },
    );
  });
});
