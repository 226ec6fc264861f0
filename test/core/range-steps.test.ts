import { describe, expect, it } from 'vitest';
import { unmet } from '../../src/core/expectations.js';
import { applyEdits } from '../../src/core/edits.js';
import type { Json } from '../../src/core/json.js';
import { format } from '../../src/core/message.js';
import type { Step } from '../../src/core/plan.js';
import { editsOf } from '../../src/core/step-edits.js';
import { letIn, rangesIn, shutOut } from '../../src/core/range-steps.js';

const to = { resourceId: '/cluster', apiVersion: '2026-05-01' };
const body = (authorizedIPRanges: Json): Json => ({
  properties: { apiServerAccessProfile: { authorizedIPRanges, enablePrivateCluster: false } },
});
const released = (entries: readonly string[]) => ({ entries, released: entries });
/** The list after a step, on a body that has these ranges. */
const after = (step: Step | undefined, ranges: readonly string[]) =>
  step === undefined ? 'no step' : rangesIn(applyEdits(body(ranges), editsOf(step)));

describe('letting an address in', () => {
  it('adds what is missing behind what is there, and nothing twice', () => {
    const ranges = ['192.0.2.0/24', '203.0.113.17'];
    const step = letIn(to, ranges, {
      known: ['203.0.113.17', '192.0.2.9', '198.51.100.4', '198.51.100.8/30'],
    })?.step;
    expect(after(step, ranges)).toEqual([...ranges, '198.51.100.4/32', '198.51.100.8/30']);
  });

  it('is verified by every range, old and new, also where Azure writes a /32 without it', () => {
    const step = letIn(to, ['192.0.2.0/24'], { known: ['198.51.100.4'] })?.step;
    expect(unmet(body(['198.51.100.4', '192.0.2.0/24']), step!.verify)).toEqual([]);
    expect(unmet(body(['198.51.100.4']), step!.verify)).toHaveLength(1);
  });

  it('lets the next step wait the two minutes that AKS needs, and says so', () => {
    const step = letIn(to, ['192.0.2.0/24'], { known: ['198.51.100.4'] })?.step;
    expect(step?.settleTimeInMs).toBe(120_000);
    expect(format(step!.why)).toContain('The list takes up to 2 minutes to apply; the next step waits.');
  });

  it('is no step where everybody is let in, where it holds them, or where AKS keeps its own balancer in', () => {
    expect(letIn(to, [], { known: ['198.51.100.4'] })?.step).toBeUndefined();
    expect(letIn(to, ['198.51.100.0/24'], { known: ['198.51.100.4'] })?.step).toBeUndefined();
    expect(letIn(to, ['0.0.0.0/32'], { known: ['198.51.100.4'] })?.step).toBeUndefined();
    expect(letIn(to, ['192.0.2.0/24'], { known: [] })?.step).toBeUndefined();
  });
});

describe('shutting a released address out', () => {
  it('takes it off however it is written, and leaves wider ranges of theirs', () => {
    const ranges = ['203.0.113.17', '203.0.113.17/32', '203.0.113.0/24'];
    expect(after(shutOut(to, ranges, released(['203.0.113.17'])), ranges)).toEqual(['203.0.113.0/24']);
  });

  it('never takes the last entry, because an empty list lets everybody in', () => {
    expect(shutOut(to, ['203.0.113.17/32'], released(['203.0.113.17']))).toBeUndefined();
  });

  it('is no step where the list does not name it', () => {
    expect(shutOut(to, ['192.0.2.0/24'], released(['203.0.113.17']))).toBeUndefined();
    expect(shutOut(to, ['192.0.2.0/24'], released([]))).toBeUndefined();
  });

  it('is verified by what went and by what stayed, and nothing waits for it', () => {
    const step = shutOut(to, ['203.0.113.17/32', '192.0.2.0/24'], released(['203.0.113.17']));
    expect(unmet(body(['192.0.2.0/24']), step!.verify)).toEqual([]);
    expect(unmet(body(['192.0.2.0/24', '203.0.113.17']), step!.verify)).toHaveLength(1);
    expect(unmet(body([]), step!.verify)).toHaveLength(1);
    // Somebody put another range there meanwhile: it stays.
    expect(after(step, ['203.0.113.17/32', '192.0.2.0/24', '198.18.0.0/15'])).toEqual([
      '192.0.2.0/24',
      '198.18.0.0/15',
    ]);
    expect(step?.settleTimeInMs).toBeUndefined();
  });
});

describe('the list in a body', () => {
  it('is empty in a body that has none, or something else in its place', () => {
    for (const odd of [{}, null, 'x', body('x'), body(null)]) expect(rangesIn(odd)).toEqual([]);
    expect(rangesIn(body(['192.0.2.0/24', 7, null]))).toEqual(['192.0.2.0/24']);
  });
});
