import { describe, expect, it } from 'vitest';
import { linesOf, summaryOf, type Result } from '../../scripts/replay/report.mjs';

const group = (verdict: 'same' | 'different' | 'notPlayed', because: readonly string[] = []): Result => ({
  groups: [{ index: 7, what: 'PUT a 200', exchanges: 3, verdict, because }],
});

describe('the report of npm run replay', () => {
  it('has one line for each group, and what differs below it', () => {
    expect(linesOf('a.json', group('same'))).toEqual(['same       a.json   7 PUT a 200 and 2 after it']);
    expect(linesOf('a.json', group('different', ['7: no .b']))).toHaveLength(2);
    expect(linesOf('a.json', group('notPlayed', ['no such route'])).join()).toContain('no such route');
    expect(linesOf('a.json', { problem: 'It is no JSON.' })).toEqual(['a.json: It is no JSON.']);
  });

  it('is good only where something was played and nothing differs', () => {
    expect(summaryOf([group('same'), group('notPlayed', ['why'])])).toEqual({
      line: 'replay: 2 recordings, 2 groups: 1 the same, 0 different, 1 not played for the reasons above',
      isGood: true,
    });
    for (const bad of [[], [group('different', ['x'])], [group('same'), { problem: 'It is no JSON.' }]])
      expect(summaryOf(bad).isGood).toBe(false);
  });
});
