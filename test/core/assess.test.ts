import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.js';
import { format, say } from '../../src/core/message.js';
import { defineRule } from '../../src/core/rule.js';
import { fileCluster, liveCluster, lost } from './cluster.js';

/** A rule that reports every location, with this severity. */
const reporting = (severity?: 'block' | 'warn' | 'info' | 'error' | 'warning' | 'information') =>
  defineRule({
    id: 'aks-test',
    title: say('There is no location'),
    severity: { live: 'warn', file: 'warning' },
    needs: ({ cluster }) => ({ location: cluster.location }),
    *check({ location }) {
      if (location === undefined) return;
      yield {
        about: 'location',
        title: say('Here'),
        message: say('At {location}.', { location }),
        ...(severity && { severity }),
      };
    },
  });

describe('a rule that is asked', () => {
  it('gives "unknown" with name and reason of what it lacks', () => {
    const [result] = assess(liveCluster({ cluster: { location: lost } }), undefined, [reporting()]);
    expect(result).toMatchObject({ kind: 'unknown', lacking: [{ name: 'location', because: lost.because }] });
  });

  it('takes absent for knowledge', () => {
    expect(assess(liveCluster({ cluster: { location: undefined } }), undefined, [reporting()])[0]!.kind).toBe(
      'pass',
    );
  });

  it('may be milder than it says, never harsher, in the words of its subject', () => {
    const severity = (facts: ReturnType<typeof liveCluster>, wanted?: Parameters<typeof reporting>[0]) => {
      const [result] = assess(facts, undefined, [reporting(wanted)]);
      return result?.kind === 'found' ? result.findings[0]!.severity : undefined;
    };
    expect(severity(liveCluster())).toBe('warn');
    expect(severity(liveCluster(), 'block')).toBe('warn');
    expect(severity(liveCluster(), 'information')).toBe('info');
    const file = fileCluster({ cluster: { location: 'westeurope' } });
    expect(severity(file, 'error')).toBe('warning');
    expect(severity(file, 'info')).toBe('information');
  });

  it('points at the fact that it is about', () => {
    const [result] = assess(fileCluster({ cluster: { location: 'x' } }), undefined, [reporting()]);
    expect(result).toMatchObject({
      findings: [{ about: { name: 'location', origin: { kind: 'literal', start: 10, end: 20 } } }],
    });
  });

  it('gives "unknown" when it breaks, never "pass", and stops no other rule', () => {
    const broken = {
      ...reporting(),
      id: 'aks-broken',
      check: () => {
        throw new TypeError('odd data');
      },
    };
    const results = assess(liveCluster(), undefined, [broken, reporting()]);
    expect(results.map(({ kind }) => kind)).toEqual(['unknown', 'found']);
    expect(results[0]!.kind === 'unknown' && format(results[0]!.lacking[0]!.because)).toContain('odd data');
  });

  it('is left out where it is not meant for the subject', () => {
    const liveOnly = { ...reporting(), severity: { live: 'warn', file: 'none' } as const };
    expect(assess(fileCluster(), undefined, [liveOnly])).toEqual([]);
  });
});
