import { describe, expect, it } from 'vitest';
import { askedFor } from '../../scripts/faults/asked.mjs';
import { linesOf, tallyOf, type Result } from '../../scripts/faults/tally.mjs';

const draw = () => 4711;

describe('what npm run faults is asked for', () => {
  it('is 200 schedules under a new seed unless told otherwise', () => {
    expect(askedFor([], draw)).toEqual({ count: 200, seed: 4711 });
    expect(askedFor(['1000'], draw)).toEqual({ count: 1000, seed: 4711 });
    expect(askedFor(['1', '--seed', '17'], draw)).toEqual({ count: 1, seed: 17 });
    expect(askedFor(['--seed=0', '3'], draw)).toEqual({ count: 3, seed: 0 });
  });

  it.each([
    [['0']],
    [['-5']],
    [['many']],
    [['--seed']],
    [['--seed=x']],
    [['--seed=4294967296']],
    [['--sed=1']],
  ])('is refused in words where it is %j', (argv) => {
    expect(askedFor(argv, draw)).toHaveProperty('problem');
  });
});

const result = (parts: Partial<Result>): Result => ({
  seed: 1,
  end: 'succeeded',
  struck: [],
  lost: [],
  twice: [],
  overwritten: [],
  undetected: [],
  odd: [],
  unknowable: 0,
  ...parts,
});

describe('the tally of schedules', () => {
  it('is good where nothing is wrong, and never where nothing was played', () => {
    expect(tallyOf([result({}), result({ end: 'stale' })])).toMatchObject({ schedules: 2, isGood: true });
    expect(tallyOf([]).isGood).toBe(false);
  });

  it.each(['lost', 'twice', 'overwritten', 'undetected', 'odd'] as const)(
    'is not good where something is %s, and says how to play that schedule again',
    (key) => {
      const tally = tallyOf([result({}), result({ seed: 99, [key]: ['words'] })]);
      expect(tally.isGood).toBe(false);
      expect(tally.counts[key]).toBe(1);
      expect(linesOf(tally, 1500).join('\n')).toContain('words\n  again: npm run faults -- 1 --seed=99');
    },
  );

  it('names what struck, the most frequent first', () => {
    const tally = tallyOf([result({ struck: ['html'] }), result({ struck: ['claims', 'html'] })]);
    expect(linesOf(tally, 2000)).toContain('Struck: html 2, claims 1');
  });
});
