import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess.js';
import { planAsMarkdown } from '../../../src/core/exports/markdown.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import { rules } from '../../../src/core/rules/index.js';
import { ownLoadBalancer } from '../../fakes/clusters.js';
import { readingOf, withUnknownProperty } from '../../fakes/readings.js';
import { targets } from '../rules/verdict.js';

const record = (name: string, madeIn: 'azure' | 'sandbox' = 'azure'): string => {
  const reading = readingOf({
    name,
    addresses: ['203.0.113.17'],
    services: [{ name: 'a|b_c', address: '203.0.113.5' }],
  });
  const result = makePlan({ reading, target: targets.managedNat, bodyDigest: 'd' });
  if (result.kind === 'none') throw new Error('no plan');
  return planAsMarkdown(result.plan, {
    results: assess(reading.facts, targets.managedNat, rules),
    format,
    madeIn,
  });
};

describe('the change record', () => {
  it('tells findings, steps, what is sent, the way back and what stays', () => {
    const text = record('payments-prod');
    for (const part of [
      '# Change of outbound type',
      '**Warning**',
      '## Steps',
      '```json',
      'Way back',
      'Here traffic moves',
      '## What stays',
    ])
      expect(text).toContain(part);
  });

  it('tells what a step of the plan takes care of as solved, and not as a warning', () => {
    const target = { outboundType: 'userDefinedRouting', firewall: '10.9.0.4' } as const;
    const reading = readingOf(ownLoadBalancer);
    const made = makePlan({ reading, target, bodyDigest: 'd' });
    if (made.kind === 'none') throw new Error('no plan');
    const results = assess(reading.facts, target, rules);
    const text = planAsMarkdown(made.plan, { results, format, madeIn: 'azure' });
    const refused = text.split('\n').filter((line) => line.includes('aks-udr-subnet-no-route-table'));
    expect(refused).toEqual([expect.stringMatching(/^- \*\*Solved by step \d\*\*/)]);
  });

  it("spells the cluster's id as Azure does", () => {
    expect(record('payments-prod')).toMatch(
      /^- Cluster: \/subscriptions\/[^/]+\/resourceGroups\/.+\/managedClusters\/payments-prod$/m,
    );
  });

  it('says of a check that could not be made that it could not, and states nothing', () => {
    const reading = withUnknownProperty(readingOf({ addresses: ['203.0.113.17'] }), 'loadBalancerSku');
    const result = makePlan({ reading, target: targets.managedNat, bodyDigest: 'd' });
    if (result.kind === 'none') throw new Error('no plan');
    const results = assess(reading.facts, targets.managedNat, rules);
    expect(results.some(({ kind }) => kind === 'unknown')).toBe(true);
    expect(planAsMarkdown(result.plan, { results, format, madeIn: 'azure' })).toContain(
      '**Could not be checked**',
    );
  });

  it('says on top that it was made in the sandbox', () => {
    expect(record('payments-prod', 'sandbox').split('\n')[2]).toMatch(/^\*\*Made in the sandbox/);
    expect(record('payments-prod')).not.toContain('sandbox');
  });

  it('does not let a name become markup', () => {
    expect(record('payments-prod')).toContain(String.raw`a\|b\_c`);
    expect(record('<img src=x>[a](b)')).toContain(String.raw`\<img src=x\>\[a\](b)`);
  });
});
