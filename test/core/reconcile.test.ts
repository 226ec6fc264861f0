import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import { unmet } from '../../src/core/expectations.js';
import { azCommands } from '../../src/core/exports/az-cli.js';
import { known } from '../../src/core/fact.js';
import { makePlan } from '../../src/core/make-plan.js';
import { format } from '../../src/core/message.js';
import type { Plan } from '../../src/core/plan.js';
import type { ClusterReading } from '../../src/core/reading.js';
import { reconciles } from '../../src/core/reconcile.js';
import { editsOf } from '../../src/core/step-edits.js';
import type { Target } from '../../src/core/target.js';
import type { ClusterSketch } from '../fakes/cluster-sketch.js';
import { readingOf, withFacts } from '../fakes/readings.js';
import { targets } from './rules/verdict.js';

const planOf = (reading: ClusterReading, target: Target): Plan => {
  const made = makePlan({ reading, target, bodyDigest: 'digest' });
  if (made.kind === 'none') throw new Error(format(made.because));
  return made.plan;
};

const again: Target = { ...targets.managedNat, managedOutboundIPCount: 1 };
const profile = ['properties', 'networkProfile'];
const failed: ClusterSketch = { addresses: ['203.0.113.17'], provisioningState: 'Failed' };

/** Azure took the new type, and failed before it had an address. */
const halfWay = (): ClusterReading => {
  const whole = readingOf({ outboundType: 'managedNATGateway', provisioningState: 'Failed' });
  const body = applyEdits(whole.basis.body, [
    {
      op: 'set',
      path: [...profile, 'natGatewayProfile'],
      value: { managedOutboundIPProfile: { count: 1 } },
    },
    { op: 'set', path: [...profile, 'loadBalancerProfile'], value: { effectiveOutboundIPs: [{ id: 'lb' }] } },
  ]);
  return { ...whole, basis: { ...whole.basis, body } };
};

describe('a plan for the type that a failed cluster declares', () => {
  it('sends the whole change again, whether or not its values stand there', () => {
    const reading = halfWay();
    const plan = planOf(reading, again);
    expect(plan.steps.map(({ id }) => id)).toEqual(['reconcile']);
    const [step] = plan.steps;
    expect(editsOf(step!)).toEqual([
      { op: 'remove', path: [...profile, 'loadBalancerProfile'] },
      { op: 'set', path: [...profile, 'outboundType'], value: 'managedNATGateway' },
      { op: 'set', path: [...profile, 'natGatewayProfile', 'managedOutboundIPProfile', 'count'], value: 1 },
    ]);
    expect(step?.isCutOver).toBe(true);
    expect(reconciles(plan)).toBe(true);
    expect(plan.needsTypedName).toBe(false);
  });

  it('counts as done only once Azure is done with the cluster and reports an address', () => {
    const { basis } = halfWay();
    const [step] = planOf(halfWay(), again).steps;
    const kinds = (body: typeof basis.body) => unmet(body, step!.verify).map(({ path }) => path.at(-1));
    expect(kinds(basis.body)).toEqual(['effectiveOutboundIPs', 'provisioningState']);
    expect(kinds(applyEdits(basis.body, editsOf(step!)))).toContain('provisioningState');
  });

  it('moves nothing where the way is known, and says so', () => {
    const [step] = planOf(readingOf(failed), targets.loadBalancer).steps;
    expect(step).toMatchObject({ id: 'reconcile', isCutOver: false });
    expect(format(step!.interruption)).toMatch(/^None that is known/);
    expect(
      planOf(readingOf({ ...failed, provisioningState: 'Canceled' }), targets.loadBalancer).steps,
    ).toHaveLength(1);
  });

  it("tells why, with Azure's own words", () => {
    const reading = withFacts(readingOf(failed), (facts) => ({
      ...facts,
      cluster: {
        ...facts.cluster,
        provisioningError: known('Quota: no address left', facts.cluster.eTag.origin),
      },
    }));
    const why = format(planOf(reading, targets.loadBalancer).steps[0]!.why);
    expect(why).toContain('failed');
    expect(why).toContain('Azure said: Quota: no address left');
  });

  it('takes an option along that is chosen at the same time', () => {
    const [step] = planOf(readingOf(failed), { ...targets.loadBalancer, managedOutboundIPCount: 2 }).steps;
    expect(step?.id).toBe('reconcile');
    expect(editsOf(step!)).toContainEqual(expect.objectContaining({ op: 'set', value: 2 }));
  });

  it('names the type on the command line, so that az sends it without a question', () => {
    expect(azCommands(planOf(halfWay(), again), 'azure')).toContain('--outbound-type managedNATGateway ');
  });

  it('is no plan where the last operation succeeded', () => {
    const made = makePlan({
      reading: readingOf({ addresses: ['203.0.113.17'] }),
      target: targets.loadBalancer,
      bodyDigest: 'd',
    });
    expect(made.kind).toBe('none');
  });
});

describe('another type for a failed cluster', () => {
  it('is a change like any other', () => {
    const plan = planOf(readingOf(failed), targets.managedNat);
    expect(plan.steps.map(({ id }) => id)).toEqual(['outbound-type']);
    expect(reconciles(plan)).toBe(false);
  });
});
