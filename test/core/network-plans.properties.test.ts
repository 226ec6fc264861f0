import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edits.js';
import { valueOf } from '../../src/core/fact.js';
import { resolved } from '../../src/core/from-step.js';
import { isHeldBy } from '../../src/core/ip-ranges.js';
import { isJsonObject, valueAt, type Json } from '../../src/core/json.js';
import { whyForbidden } from '../../src/azure/runner/why-forbidden.js';
import { makePlan } from '../../src/core/make-plan.js';
import { newAddressesOf } from '../../src/core/new-addresses.js';
import { graphAfter } from '../../src/core/own-network/network-work.js';
import { actualPathOf } from '../../src/core/actual-path.js';
import type { Plan } from '../../src/core/plan.js';
import { resolvedStep } from '../../src/core/resolve-step.js';
import type { Target } from '../../src/core/target.js';
import type { ClusterSketch } from '../fakes/cluster-sketch.js';
import { idOf } from '../fakes/cluster-sketch.js';
import { readingOf } from '../fakes/readings.js';
import type { Undoing } from '../../src/core/undoing.js';

// Own networks in every state that a plan may find, and every wish that a person may have of it.

const names = ['snet-system', 'snet-apps', 'snet-batch'] as const;

const subnet = fc.record(
  {
    gateway: fc.constantFrom('nat-one', 'nat-two'),
    routeTable: fc.constantFrom('rt-one', 'rt-two'),
  },
  { requiredKeys: [] },
);

const table = fc.constantFrom(
  {},
  { nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.9.0.4' },
  { nextHopType: 'VirtualNetworkGateway' },
  { nextHopType: 'Internet' },
);

const anyNetwork: fc.Arbitrary<ClusterSketch> = fc
  .record({
    outboundType: fc.constantFrom('loadBalancer', 'userAssignedNATGateway', 'userDefinedRouting', 'none'),
    pools: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    subnets: fc.record({ 'snet-system': subnet, 'snet-apps': subnet, 'snet-batch': subnet }),
    tables: fc.record({ 'rt-one': table, 'rt-two': table }),
    ranges: fc.option(
      fc.subarray(['192.0.2.0/24', '203.0.113.17/32', '198.51.100.4/32', '0.0.0.0/32'], { minLength: 1 }),
      { nil: undefined },
    ),
    isPrivate: fc.boolean(),
  })
  .map(({ outboundType, pools, subnets, tables, ranges, isPrivate }) => ({
    network: 'own' as const,
    outboundType,
    addresses: outboundType === 'loadBalancer' ? ['203.0.113.17'] : [],
    pools: pools.map((name) => ({ name: name.slice(5), subnet: name })),
    subnets,
    gateways: { 'nat-one': { addresses: ['198.51.100.4'] }, 'nat-two': { addresses: ['198.51.100.9'] } },
    routeTables: tables,
    enablePrivateCluster: isPrivate,
    ...(ranges === undefined ? {} : { authorizedIPRanges: ranges }),
  }));

const anyWish: fc.Arbitrary<Target> = fc.oneof(
  fc.record(
    {
      outboundType: fc.constant('userAssignedNATGateway' as const),
      gateway: fc.constantFrom(
        { kind: 'created' as const, name: 'ng-new', zone: '1' },
        { kind: 'existing' as const, id: idOf.network('natGateways', 'nat-one') },
        { kind: 'existing' as const, id: idOf.network('natGateways', 'nat-unread') },
      ),
      clearsTheWay: fc.constant(true as const),
    },
    { requiredKeys: ['outboundType'] },
  ),
  fc.record(
    { outboundType: fc.constant('userDefinedRouting' as const), firewall: fc.constant('10.9.0.9') },
    { requiredKeys: ['outboundType'] },
  ),
  fc.record(
    { outboundType: fc.constant('loadBalancer' as const), clearsTheWay: fc.constant(true as const) },
    { requiredKeys: ['outboundType'] },
  ),
);

const anySubnetId = fc.constantFrom(...names).map((name) => idOf.subnet(name).toLowerCase());
const anyGatewayId = fc
  .constantFrom('nat-one', 'nat-two', 'nat-gone')
  .map((name) => idOf.network('natGateways', name).toLowerCase());
const anyTableId = fc
  .constantFrom('rt-one', 'rt-two', 'rt-gone')
  .map((name) => idOf.network('routeTables', name).toLowerCase());
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(one, { maxLength: 3 });

/** What some run may have done, whether or not it fits to what is there by now. */
const anyPast: fc.Arbitrary<Undoing> = fc.record({
  attached: some(fc.record({ subnetKey: anySubnetId, gatewayKey: anyGatewayId })),
  detached: some(fc.record({ subnetKey: anySubnetId, gatewayKey: anyGatewayId })),
  associated: some(fc.record({ subnetKey: anySubnetId, tableKey: anyTableId })),
  dissociated: some(fc.record({ subnetKey: anySubnetId, tableKey: anyTableId })),
  added: some(fc.record({ tableKey: anyTableId, route: fc.constantFrom('default', 'other') })),
  routesBefore: some(
    fc.record({
      tableKey: anyTableId,
      route: fc.constantFrom('default', 'other'),
      hop: fc.constantFrom(
        { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.9.0.7' },
        { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' },
        { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualNetworkGateway' },
      ),
    }),
  ),
  created: some(fc.constantFrom('nat-one', 'nat-gone').map((name) => idOf.network('natGateways', name))),
  rangesBefore: fc.subarray(['192.0.2.0/24', '198.51.100.4/32', '0.0.0.0/32']),
});

/** A wish of a person's, or a way back from what a run has done. */
const anyTarget: fc.Arbitrary<Target> = fc
  .tuple(
    anyWish,
    fc.option(anyPast, { nil: undefined }),
    fc.constantFrom(undefined, 'keep' as const, 'remove' as const),
  )
  .map(([wish, undoes, oldRanges]) => ({
    ...wish,
    ...(undoes === undefined ? {} : { undoes }),
    ...(oldRanges === undefined ? {} : { oldRanges }),
  }));

/** Every plan that comes of it, and how many there were. */
function forEachPlan(
  seed: number,
  look: (plan: Plan, sketch: ClusterSketch, target: Target) => void,
): number {
  let seen = 0;
  fc.assert(
    fc.property(anyNetwork, anyTarget, (sketch, target) => {
      const made = makePlan({ reading: readingOf(sketch), target, bodyDigest: 'd' });
      if (made.kind === 'none') return;
      if (made.plan.steps.some(({ send }) => send.kind === 'network')) seen += 1;
      look(made.plan, sketch, target);
    }),
    { seed, numRuns: 800 },
  );
  return seen;
}

const drawn = '198.51.100.200';
const rangesPath = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
const listIn = (body: Json): readonly string[] => (valueAt(body, rangesPath) ?? []) as readonly string[];

describe('a plan that works on the network itself', () => {
  it('moves no traffic before the authorized ranges hold every address that can be known by then', () => {
    let guarded = 0;
    let afterDrawing = 0;
    const seen = forEachPlan(20261125, (plan, sketch, target) => {
      const reading = readingOf(sketch);
      const after = valueOf(newAddressesOf(reading.facts, target));
      const known = after?.kind === 'known' || after?.kind === 'createdByPlan' ? after.addresses : [];
      let isDrawn = false;
      let body = reading.basis.body;
      for (const step of plan.steps) {
        const ranges = listIn(body);
        // What 0.0.0.0/32 stands for is the load balancer's address, and no other.
        const isCovered = ranges.includes('0.0.0.0/32') && target.outboundType === 'loadBalancer';
        const matters = ranges.length > 0 && !isCovered && sketch.enablePrivateCluster !== true;
        const moves = step.isCutOver || step.id === 'outbound-type';
        const isTold = after?.kind === 'createdByPlan' || (after?.kind === 'drawnByAzure' && isDrawn);
        if (matters && moves && after !== undefined)
          for (const address of isTold ? [...known, drawn] : known) {
            guarded += 1;
            if (isDrawn) afterDrawing += 1;
            expect(isHeldBy(address, ranges), `${step.id}: ${address} in ${ranges.join(' ')}`).toBe(true);
          }
        if (step.send.kind === 'cluster' && step.id !== 'authorized-ranges') isDrawn = true;
        if (step.send.kind === 'cluster')
          body = resolved(applyEdits(body, step.send.edits), () => drawn) ?? body;
      }
      if (listIn(reading.basis.body).length > 0) expect(listIn(body).length).toBeGreaterThan(0);
    });
    expect(seen).toBeGreaterThan(80);
    expect(guarded).toBeGreaterThan(40);
    // Also where AKS names the address only while the gateway or the route still carries the traffic.
    expect(afterDrawing).toBeGreaterThan(10);
  });

  it('never drops anything of a subnet but the association that a step names, and deletes routes alone', () => {
    const whole: Json = {
      id: 'x',
      properties: {
        addressPrefix: '10.0.0.0/24',
        networkSecurityGroup: { id: 'nsg' },
        serviceEndpoints: [{ service: 'Microsoft.Storage' }],
        delegations: [{ name: 'd' }],
        natGateway: { id: 'nat' },
        routeTable: { id: 'rt' },
      },
    };
    const seen = forEachPlan(20261126, (plan) => {
      for (const { send, id } of plan.steps) {
        if (send.kind !== 'network') continue;
        if (send.method === 'DELETE') {
          expect(send.resourceId).toMatch(/\/routeTables\/[^/]+\/routes\/[^/]+$/);
          continue;
        }
        if (!send.resourceId.includes('/subnets/')) continue;
        expect(send.create).toBeUndefined();
        const what = /^(associate|dissociate)/.test(id) ? 'routeTable' : 'natGateway';
        const without = (body: Json): Json =>
          applyEdits(body, [{ op: 'remove', path: ['properties', what] }]);
        expect(without(applyEdits(whole, send.edits))).toEqual(without(whole));
      }
    });
    expect(seen).toBeGreaterThan(80);
  });

  it('says that traffic moves where it does, and leaves every pool on the way that the type means', () => {
    forEachPlan(20261127, (plan, sketch, target) => {
      const { facts } = readingOf(sketch);
      const touches = plan.steps.some(({ send }) => send.kind === 'network');
      if (!touches) return;
      const after = graphAfter(facts, target);
      for (const pool of valueOf(facts.pools) ?? []) {
        const [now, then] = [valueOf(actualPathOf(facts, pool)), valueOf(actualPathOf(after, pool))];
        const hasMoved = now?.kind !== then?.kind && target.outboundType !== 'loadBalancer';
        if (hasMoved) expect(plan.steps.some(({ isCutOver }) => isCutOver)).toBe(true);
      }
      const wanted = { userAssignedNATGateway: 'natGateway', userDefinedRouting: 'appliance' } as const;
      if (target.outboundType === 'userDefinedRouting')
        for (const pool of valueOf(facts.pools) ?? [])
          expect([wanted.userDefinedRouting, 'virtualNetworkGateway']).toContain(
            valueOf(actualPathOf(after, pool))?.kind,
          );
    });
  });

  it('holds no step that the runner would refuse, once earlier ones have told what it needs', () => {
    const found = [
      { stepId: 'create-address', path: ['properties', 'ipAddress'], value: drawn },
      ...['outbound-type', 'options'].map((stepId) => ({
        stepId,
        path: ['properties', 'networkProfile', 'loadBalancerProfile', 'effectiveOutboundIPs'],
        as: 'addresses' as const,
        value: [drawn],
      })),
    ];
    const seen = forEachPlan(20261129, (plan) => {
      for (const step of plan.steps) expect(whyForbidden(resolvedStep(step, found), plan)).toBeUndefined();
    });
    expect(seen).toBeGreaterThan(80);
  });

  it('spells what it creates and writes as Azure does, and gives every step an id of its own', () => {
    forEachPlan(20261128, (plan) => {
      expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
      for (const { send } of plan.steps)
        if (send.kind === 'network') {
          expect(send.resourceId).toMatch(/\/resourceGroups\/rg-network\/providers\/Microsoft\.Network\//);
          if (send.method === 'PUT' && isJsonObject(send.create)) expect(send.edits).toEqual([]);
        }
    });
  });
});
