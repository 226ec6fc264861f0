import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import { valueAt } from '../../src/core/json.js';
import { makePlan } from '../../src/core/make-plan.js';
import { format } from '../../src/core/message.js';
import type { Plan } from '../../src/core/plan.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { Target } from '../../src/core/target.js';
import { readingOf, withFacts, withUnknownProperty } from '../fakes/readings.js';
import type { ClusterSketch } from '../fakes/cluster-sketch.js';
import { clusterEdits, editsOf } from '../../src/core/step-edits.js';
import { toldValue } from '../../src/core/told-values.js';
import { lost } from './cluster.js';
import { targets } from './rules/verdict.js';

const planFor = (sketch: ClusterSketch, target: Target): Plan => {
  const result = makePlan({ reading: readingOf(sketch), target, bodyDigest: 'digest' });
  if (result.kind === 'none') throw new Error(format(result.because));
  return result.plan;
};
const whyNone = (reading: ClusterReading, target: Target): string => {
  const result = makePlan({ reading, target, bodyDigest: 'digest' });
  return result.kind === 'none' ? format(result.because) : 'a plan';
};

const rangesPath = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
/** The list of ranges after each step; what AKS chooses stands as the person sees it in the plan. */
const listsAlong = ({ steps }: Plan, before: readonly string[]) => {
  let body = applyEdits({}, [{ op: 'set', path: rangesPath, value: before }]);
  return steps.map((step) => {
    body = applyEdits(body, clusterEdits(step));
    return toldValue(valueAt(body, rangesPath) ?? null, steps);
  });
};

const managed: ClusterSketch = { addresses: ['203.0.113.17'] };
const withGateway: ClusterSketch = {
  addresses: ['203.0.113.17'],
  pools: [{ name: 'system', subnet: 'nodes' }],
  subnets: { nodes: { gateway: 'nat' } },
  gateways: { nat: { addresses: ['198.51.100.4'] } },
};
const withFirewall: ClusterSketch = {
  addresses: ['203.0.113.17'],
  pools: [{ name: 'system', subnet: 'nodes' }],
  subnets: { nodes: { routeTable: 'table' } },
  routeTables: { table: { nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.1.4' } },
  services: [{ name: 'web', address: '203.0.113.5' }],
};

describe('a plan', () => {
  it('lets the new address in, changes the type, and shuts the released address out, in this order', () => {
    const plan = planFor(
      { ...withGateway, authorizedIPRanges: ['192.0.2.0/24', '203.0.113.17/32'] },
      targets.userNat,
    );
    expect(plan.steps.map(({ id }) => id)).toEqual(['authorized-ranges', 'outbound-type', 'tighten-ranges']);
    expect(listsAlong(plan, ['192.0.2.0/24', '203.0.113.17/32'])).toEqual([
      ['192.0.2.0/24', '203.0.113.17/32', '198.51.100.4/32'],
      ['192.0.2.0/24', '203.0.113.17/32', '198.51.100.4/32'],
      ['192.0.2.0/24', '198.51.100.4/32'],
    ]);
  });

  it('leaves an open API server open, and never empties its list', () => {
    expect(planFor(withGateway, targets.userNat).steps.map(({ id }) => id)).toEqual(['outbound-type']);
    const list = ['203.0.113.17/32', '198.51.100.0/24'];
    expect(planFor({ ...withGateway, authorizedIPRanges: list }, targets.userNat).steps).toHaveLength(2);
  });

  it('drops the profile of the type that it leaves, and touches nothing but networkProfile', () => {
    const reading = readingOf(managed);
    const [step] = planFor(managed, targets.managedNat).steps;
    const sent = applyEdits(reading.basis.body, editsOf(step!));
    expect(valueAt(sent, ['properties', 'networkProfile', 'loadBalancerProfile'])).toBeUndefined();
    expect(valueAt(sent, ['properties', 'networkProfile', 'natGatewayProfile'])).toEqual({
      managedOutboundIPProfile: { count: 1 },
    });
    for (const { path } of editsOf(step!)) expect(path.slice(0, 2)).toEqual(['properties', 'networkProfile']);
  });

  it('carries the options that were chosen', () => {
    const [step] = planFor(managed, {
      outboundType: 'managedNATGateway',
      sku: 'StandardV2',
      managedOutboundIPCount: 2,
      idleTimeoutInMinutes: 30,
    }).steps;
    expect(
      valueAt(applyEdits({}, editsOf(step!)), ['properties', 'networkProfile', 'natGatewayProfile']),
    ).toEqual({
      sku: 'StandardV2',
      managedOutboundIPProfile: { count: 2 },
      idleTimeoutInMinutes: 30,
    });
  });

  it('writes at 2026-06-01 for StandardV2 and at 2026-05-01 for all else, so that no sku is sent back', () => {
    expect(planFor(managed, targets.managedNatV2).steps[0]!.send.apiVersion).toBe('2026-06-01');
    expect(planFor(managed, targets.managedNat).steps[0]!.send.apiVersion).toBe('2026-05-01');
  });

  it('says plainly that a one-way door has no undo, and why', () => {
    expect(format(planFor(managed, targets.managedNatV2).steps[0]!.undo)).toMatch(
      /^None\. A StandardV2 gateway is a one-way door/,
    );
  });

  it('writes at the newest version that the cloud lists, and not at all where none will do', () => {
    const lagging = { ...managed, apiVersions: ['2026-03-02-preview', '2025-10-01', '2025-05-01'] };
    expect(planFor(lagging, targets.managedNat).steps[0]!.send.apiVersion).toBe('2025-10-01');
    expect(whyNone(readingOf(lagging), targets.managedNatV2)).toContain('no API version');
    expect(planFor({ ...managed, apiVersions: [] }, targets.managedNat).steps[0]!.send.apiVersion).toBe(
      '2026-05-01',
    );
  });

  it('says which step is the cut-over: the change itself on a network made by AKS', () => {
    expect(planFor(managed, targets.managedNat).steps.map(({ isCutOver }) => isCutOver)).toEqual([true]);
  });

  it('says that traffic has moved already where the gateway is attached', () => {
    const [step] = planFor(withGateway, targets.userNat).steps;
    expect(step!.isCutOver).toBe(false);
    expect(format(step!.why)).toContain('already');
  });

  it('says that traffic moves later where a gateway stays in the way', () => {
    const [step] = planFor(
      { ...withGateway, outboundType: 'userAssignedNATGateway' },
      targets.loadBalancer,
    ).steps;
    expect(step!.isCutOver).toBe(false);
    expect(format(step!.why)).toContain('until you remove that');
    expect(
      valueAt(applyEdits({}, editsOf(step!)), ['properties', 'networkProfile', 'loadBalancerProfile']),
    ).toEqual({ managedOutboundIPs: { count: 1 } });
  });

  it('names the Services that stay, and tells that their answers would be lost behind a firewall', () => {
    const services = [{ name: 'web', address: '203.0.113.5' }];
    expect(
      planFor({ ...withGateway, services }, targets.userNat).stays.map((line) => format(line)),
    ).toContain('web keeps its address 203.0.113.5.');
    expect(format(planFor(withFirewall, targets.udr).stays[0]!)).toContain('lost');
  });

  it('is honest about the way back', () => {
    expect(planFor(managed, targets.managedNatV2).wayBack.exists).toBe(false);
    const back = planFor(withFirewall, targets.udr).wayBack;
    expect(back.exists).toBe(true);
    expect(format(back.message)).toContain('203.0.113.17');
  });

  it('asks for the typed name at a one-way door and where the page contradicts itself', () => {
    expect(planFor(managed, targets.managedNatV2).needsTypedName).toBe(true);
    expect(
      planFor({ ...managed, outboundType: 'managedNATGateway' }, targets.loadBalancer).needsTypedName,
    ).toBe(true);
    expect(planFor(withGateway, targets.userNat).needsTypedName).toBe(false);
  });

  it('changes options alone without a cut-over and without a typed name', () => {
    const plan = planFor(managed, { outboundType: 'loadBalancer', managedOutboundIPCount: 2 });
    expect(plan.steps).toMatchObject([
      { id: 'options', isCutOver: false, send: { edits: [{ op: 'set', value: 2 }] } },
    ]);
    expect(plan.needsTypedName).toBe(false);
  });

  it('is based on the eTags and the body that were read', () => {
    expect(planFor(managed, targets.managedNat).basis).toMatchObject({
      bodyDigest: 'digest',
      eTag: readingOf(managed).basis.eTag,
    });
  });

  it('does not exist for a blocked target, and says why', () => {
    expect(whyNone(readingOf(managed), targets.udr)).toContain('your own virtual network');
    expect(whyNone(readingOf(managed), targets.none)).toMatch(/images|API server/);
    expect(whyNone(readingOf({ ...managed, provisioningState: 'Updating' }), targets.managedNat)).toContain(
      'another operation',
    );
  });

  it('does not exist where the pair cannot be judged', () => {
    expect(whyNone(withUnknownProperty(readingOf(managed), 'outboundType'), targets.managedNat)).toContain(
      'cannot be told',
    );
  });

  it('does not exist on a body that is none', () => {
    const reading = readingOf(managed);
    for (const body of [null, [], 'x', { properties: [] }])
      expect(whyNone({ ...reading, basis: { ...reading.basis, body } }, targets.managedNat)).toContain(
        'no properties',
      );
  });

  it('says the worst where the path is not known: the change moves the traffic', () => {
    const reading = withFacts(readingOf({ ...managed }), (facts) => ({ ...facts, addresses: {} }));
    const result = makePlan({ reading, target: targets.managedNat, bodyDigest: 'd' });
    expect(result.kind === 'plan' && result.plan.steps[0]!.isCutOver).toBe(true);
  });
});

describe('a list of authorized ranges and an address that only AKS can choose', () => {
  const ranges = ['192.0.2.0/24', '203.0.113.17/32'];
  const listed: ClusterSketch = { ...managed, authorizedIPRanges: ranges };
  const idsOf = (sketch: ClusterSketch, target: Target) => planFor(sketch, target).steps.map(({ id }) => id);

  it('gets the address right after the change, shown as what it will be; the old one stays unless somebody says otherwise', () => {
    const plan = planFor(listed, targets.managedNat);
    expect(plan.steps.map(({ id }) => id)).toEqual(['outbound-type', 'authorized-ranges-after']);
    expect(listsAlong(plan, ranges)).toEqual([ranges, [...ranges, '<address AKS gives the NAT gateway>']]);
    expect(format(plan.steps[0]!.interruption)).toContain(
      'Nodes cannot reach the API server from then on until the next step has let the new address in: about 2 to 7 minutes.',
    );
  });

  it('loses the old address last where that is wanted, and keeps every other', () => {
    const plan = planFor(listed, { ...targets.managedNatV2, managedOutboundIPCount: 2, oldRanges: 'remove' });
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['outbound-type', 'authorized-ranges-after', 'tighten-ranges'],
    ]);
    expect(listsAlong(plan, ranges).at(-1)).toEqual([
      '192.0.2.0/24',
      '<addresses AKS gives the NAT gateway>',
    ]);
  });

  it('keeps an old address that a Service has, and all of them where the Services could not be read', () => {
    const removing: Target = { ...targets.managedNat, oldRanges: 'remove' };
    const used = { ...listed, services: [{ name: 'web', address: '203.0.113.17' }] };
    expect(idsOf(used, removing)).not.toContain('tighten-ranges');
    const unread = withFacts(readingOf(listed), (facts) => ({ ...facts, services: lost }));
    const made = makePlan({ reading: unread, target: removing, bodyDigest: 'd' });
    expect(made.kind === 'plan' && made.plan.steps.map(({ id }) => id)).toEqual([
      ...['outbound-type', 'authorized-ranges-after'],
    ]);
  });

  it('gets further addresses of the same load balancer, and none where there will be fewer of those that it holds', () => {
    const two: ClusterSketch = {
      addresses: ['203.0.113.17', '203.0.113.18'],
      authorizedIPRanges: ['203.0.113.0/24'],
    };
    const counted = (managedOutboundIPCount: number) =>
      idsOf(two, { ...targets.loadBalancer, managedOutboundIPCount });
    expect(counted(3)).toEqual(['options', 'authorized-ranges-after']);
    expect(counted(1)).toEqual(['options']);
  });

  it('gets what 0.0.0.0/32 stands for in its place before the load balancer goes; the plan takes it away again', () => {
    const placeholder: ClusterSketch = { ...managed, authorizedIPRanges: ['0.0.0.0/32'] };
    const plan = planFor(placeholder, targets.managedNat);
    expect(listsAlong(plan, ['0.0.0.0/32'])).toEqual([
      ['203.0.113.17/32'],
      ['203.0.113.17/32'],
      ['203.0.113.17/32', '<address AKS gives the NAT gateway>'],
      ['<address AKS gives the NAT gateway>'],
    ]);
    expect(format(plan.steps[0]!.undo)).toContain('Put 0.0.0.0/32 back');
    // With an own gateway all is known before, so there is no gap.
    const own = planFor({ ...withGateway, authorizedIPRanges: ['0.0.0.0/32'] }, targets.userNat);
    expect(listsAlong(own, ['0.0.0.0/32'])[0]).toEqual(['198.51.100.4/32']);
    expect(own.steps.map(({ interruption }) => format(interruption)).join(' ')).not.toContain('API server');
  });

  it('is left alone where nodes have a private path, and where everybody is let in', () => {
    expect(idsOf({ ...listed, enablePrivateCluster: true }, targets.managedNat)).toEqual(['outbound-type']);
    expect(idsOf(managed, targets.managedNat)).toEqual(['outbound-type']);
  });
});
