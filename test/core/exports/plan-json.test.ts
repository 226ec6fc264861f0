import { describe, expect, it } from 'vitest';
import { planAsJson } from '../../../src/core/exports/plan-json.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { readingOf } from '../../fakes/readings.js';
import { targets } from '../rules/verdict.js';

describe('a plan as JSON', () => {
  it('keeps what is sent as it is, and its sentences in English', () => {
    const result = makePlan({
      reading: readingOf({ addresses: ['203.0.113.17'] }),
      target: targets.managedNat,
      bodyDigest: 'd',
    });
    if (result.kind === 'none') throw new Error('no plan');
    const parsed = JSON.parse(planAsJson(result.plan, 'sandbox')) as {
      madeIn: string;
      clusterId: string;
      steps: { send: unknown; title: string }[];
    };
    expect(parsed.madeIn).toBe('sandbox');
    expect(parsed.clusterId).toBe(result.plan.steps[0]!.send.resourceId);
    expect(parsed.steps[0]!.send).toEqual(result.plan.steps[0]!.send);
    expect(parsed.steps[0]!.title).toBe('Change the outbound type to a NAT gateway run by AKS');
  });
});
