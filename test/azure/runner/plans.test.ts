import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import { egressAddressesOf } from '../../../src/core/egress-addresses.js';
import { valueOf } from '../../../src/core/fact.js';
import { makePlan } from '../../../src/core/make-plan.js';
import type { Target } from '../../../src/core/target.js';
import { ended, find, never, recordOf, rig, sha256, watching } from '../rig.js';

const change = async (name: string, target: Target) => {
  const world = rig();
  const window = world.open();
  const reading = await window.azure.read(await find(window, name), never());
  const bodyDigest = await sha256(canonicalJson(reading.basis.body));
  const made = makePlan({ reading, target, bodyDigest });
  if (made.kind === 'none') throw new Error(JSON.stringify(made.because));
  const addressesBefore = (valueOf(egressAddressesOf(reading.facts)) ?? []).map(({ address }) => address);
  const order = { plan: made.plan, digest: 'd', reading, addressesBefore };
  const record = recordOf(await window.azure.runner.start(order, watching().watch));
  return {
    record,
    plan: made.plan,
    puts: await world.puts(),
    after: await window.azure.read(await find(window, name), never()),
    unknown: await world.sandbox.unknownRequests(),
  };
};

const plans: readonly (readonly [string, Target])[] = [
  ['shop-prod', { outboundType: 'managedNATGateway', sku: 'Standard', managedOutboundIPCount: 3 }],
  ['shop-prod', { outboundType: 'managedNATGateway', sku: 'StandardV2' }],
  ['shop-prod', { outboundType: 'loadBalancer', idleTimeoutInMinutes: 10, allocatedOutboundPorts: 1024 }],
  ['orders-prod', { outboundType: 'userAssignedNATGateway' }],
  ['payments-prod', { outboundType: 'userDefinedRouting' }],
  ['edge-prod', { outboundType: 'managedNATGateway', sku: 'StandardV2' }],
];

describe('a plan as core makes it', () => {
  it.each(plans)('for %s to %j is carried out with one PUT for each step', async (name, target) => {
    const { record, plan, puts, after, unknown } = await change(name, target);
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: target.outboundType });
    expect(puts.map(({ accepted }) => accepted)).toEqual(plan.steps.map(() => true));
    for (const event of record.events)
      if (event.kind === 'stepEnded') expect(event).toMatchObject({ end: 'succeeded', differences: [] });
    expect(valueOf(after.facts.cluster.outboundType)).toBe(target.outboundType);
    expect(ended(record)?.addresses).toEqual(
      valueOf(egressAddressesOf(after.facts))?.map(({ address }) => address),
    );
    expect(unknown).toEqual([]);
  });
});
