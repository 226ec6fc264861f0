import { describe, expect, it } from 'vitest';
import { play } from './play.js';
import { verdictOf } from './verdict.js';

// FAULTS=1000 runs more; FAULT_SEED=17 runs one again. `npm run faults` draws new ones.
const only = process.env['FAULT_SEED'];
const many = Number(process.env['FAULTS'] ?? 60);
const seeds = only === undefined ? Array.from({ length: many }, (_, index) => index + 1) : [Number(only)];

const asItMustBe = { lost: [], twice: [], overwritten: [], undetected: [], odd: [] };

describe('under any schedule of faults', () => {
  it.each(seeds)('%i: nothing is sent twice, lost, overwritten or kept quiet', async (seed) => {
    const { unknowable: _, ...verdict } = verdictOf(await play(seed));
    expect(verdict).toEqual(asItMustBe);
  });
});
