import { describe, expect, it } from 'vitest';
import { known } from '../../../src/core/fact.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { Plan } from '../../../src/core/plan.js';
import type { ClusterReading } from '../../../src/core/reading.js';
import { editsOf } from '../../../src/core/step-edits.js';
import type { Target } from '../../../src/core/target.js';
import { idOf, type ClusterSketch } from '../../fakes/cluster-sketch.js';
import { ownNatGateway, ownWithGateway, ownWithRouteTable } from '../../fakes/clusters.js';
import { readingOf, withFacts } from '../../fakes/readings.js';

const planOf = (reading: ClusterReading, target: Target): Plan => {
  const made = makePlan({ reading, target, bodyDigest: 'd' });
  if (made.kind === 'none') throw new Error(format(made.because));
  return made.plan;
};
const idsOf = (sketch: ClusterSketch, target: Target) =>
  planOf(readingOf(sketch), target).steps.map(({ id }) => id);
const cutOversOf = ({ steps }: Plan) => steps.filter(({ isCutOver }) => isCutOver).map(({ id }) => id);

const created: Target = {
  outboundType: 'userAssignedNATGateway',
  gateway: { kind: 'created', name: 'ng-payments', idleTimeoutInMinutes: 30, zone: '2' },
};
const toFirewall: Target = { outboundType: 'userDefinedRouting', firewall: '10.9.0.4' };
describe('a way that is left', () => {
  it('is taken away last, from the own gateway to the load balancer, and that is the cut-over', () => {
    const plan = planOf(readingOf(ownNatGateway), { outboundType: 'loadBalancer', clearsTheWay: true });
    expect(plan.steps.map(({ id }) => id)).toEqual(['outbound-type', 'detach-gateway-1', 'detach-gateway-2']);
    expect(cutOversOf(plan)).toEqual(['detach-gateway-1', 'detach-gateway-2']);
    expect(plan.stays.map((message) => format(message)).join(' ')).toMatch(
      /NAT gateway nat-one stays with its addresses, unused/,
    );
  });

  it('goes only after what AKS has chosen for the load balancer is let in, and the list has applied', () => {
    const sketch: ClusterSketch = { ...ownNatGateway, authorizedIPRanges: ['192.0.2.0/24'] };
    const plan = planOf(readingOf(sketch), { outboundType: 'loadBalancer', clearsTheWay: true });
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['outbound-type', 'authorized-ranges-after', 'detach-gateway-1', 'detach-gateway-2'],
    ]);
    const [type, ranges] = plan.steps;
    expect(cutOversOf(plan)).toEqual(['detach-gateway-1', 'detach-gateway-2']);
    expect(ranges?.settleTimeInMs).toBe(120_000);
    expect(editsOf(ranges!)).toEqual([
      {
        op: 'add',
        path: ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'],
        values: [
          {
            $from: {
              stepId: 'outbound-type',
              path: ['properties', 'networkProfile', 'loadBalancerProfile', 'effectiveOutboundIPs'],
              as: 'addresses',
            },
          },
        ],
      },
    ]);
    // The rule is seen before: the type counts as done only once Azure reports its addresses.
    expect(type?.verify).toContainEqual({
      kind: 'notEmpty',
      path: ['properties', 'networkProfile', 'loadBalancerProfile', 'effectiveOutboundIPs'],
    });
    for (const { interruption } of plan.steps.slice(0, 2))
      expect(format(interruption)).not.toContain('API server');
  });

  it('stays where the load balancer’s address could not be read and no change names it: then it is the person’s act', () => {
    const unread: ClusterSketch = { ...ownWithGateway, addresses: [], authorizedIPRanges: ['192.0.2.0/24'] };
    const made = makePlan({
      reading: readingOf(unread),
      target: { outboundType: 'loadBalancer', clearsTheWay: true },
      bodyDigest: 'd',
    });
    expect(made.kind).toBe('none');
  });

  it('takes the gateway’s own address off the list last when it is asked to, and only where nothing else uses it', () => {
    const sketch: ClusterSketch = {
      ...ownNatGateway,
      authorizedIPRanges: ['192.0.2.0/24', '198.51.100.40/30'],
    };
    const asked: Target = { outboundType: 'loadBalancer', clearsTheWay: true, oldRanges: 'remove' };
    const served = (ids: readonly string[] | undefined) =>
      withFacts(readingOf(sketch), (facts) => ({
        ...facts,
        natGateways: Object.fromEntries(
          Object.entries(facts.natGateways).map(([key, node]) => [
            key,
            node.kind === 'known' && ids !== undefined
              ? known({ ...node.value, subnetIds: known(ids, node.origin) }, node.origin)
              : node,
          ]),
        ),
      }));
    const ours = ['snet-system', 'snet-apps'].map((name) => idOf.subnet(name).toLowerCase());
    const lastOf = (reading: ClusterReading, target: Target) => planOf(reading, target).steps.at(-1)!;
    const tightening = lastOf(served(ours), asked);
    expect(tightening.id).toBe('tighten-ranges');
    expect(editsOf(tightening)).toMatchObject([{ op: 'drop', values: ['198.51.100.40/30'] }]);
    expect(format(tightening.why)).toContain('stay yours');
    // Somebody's jump host behind the same gateway, or nobody knows who.
    for (const reading of [served([...ours, '/subscriptions/s/other']), served(undefined)])
      expect(lastOf(reading, asked).id).toBe('detach-gateway-2');
    expect(lastOf(served(ours), { outboundType: 'loadBalancer', clearsTheWay: true }).id).toBe(
      'detach-gateway-2',
    );
  });

  it('is one default route, from routes to a gateway: attached unused, the type, then the route goes', () => {
    const routed: ClusterSketch = { ...ownWithRouteTable, outboundType: 'userDefinedRouting', addresses: [] };
    const plan = planOf(readingOf(routed), { ...created, clearsTheWay: true });
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['create-address', 'create-gateway', 'attach-gateway-1', 'attach-gateway-2'],
      ...['outbound-type', 'remove-route-1'],
    ]);
    expect(cutOversOf(plan)).toEqual(['remove-route-1']);
    expect(plan.steps.at(-1)?.send).toMatchObject({
      method: 'DELETE',
      resourceId: `${idOf.network('routeTables', 'rt-one')}/routes/default`,
    });
    expect(format(plan.steps.at(-1)!.undo)).toContain('VirtualAppliance 10.9.0.4');
  });

  it('stays where the addresses of the gateway could not be read and the API server takes calls from a list only', () => {
    const routed: ClusterSketch = {
      ...ownWithRouteTable,
      outboundType: 'userDefinedRouting',
      addresses: [],
      subnets: {
        'snet-system': { routeTable: 'rt-one', gateway: 'nat-one' },
        'snet-apps': { routeTable: 'rt-one', gateway: 'nat-one' },
      },
      gateways: { 'nat-one': { addresses: ['198.51.100.40/30'] } },
    };
    const target: Target = { outboundType: 'userAssignedNATGateway', clearsTheWay: true };
    const unread = (sketch: ClusterSketch) =>
      withFacts(readingOf(sketch), (facts) => ({ ...facts, addresses: {} }));
    const limited = { ...routed, authorizedIPRanges: ['192.0.2.0/24'] };
    expect(idsOf(limited, target)).toEqual(['authorized-ranges', 'outbound-type', 'remove-route-1']);
    expect(planOf(unread(limited), target).steps.map(({ id }) => id)).toEqual(['outbound-type']);
    expect(planOf(unread(routed), target).steps.map(({ id }) => id)).toEqual([
      ...['outbound-type', 'remove-route-1'],
    ]);
  });

  it('goes on costing, from the gateway to routes: the route is the cut-over, the gateway is said to be idle', () => {
    const plan = planOf(readingOf(ownNatGateway), toFirewall);
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['create-table', 'associate-table-1', 'associate-table-2', 'outbound-type'],
    ]);
    expect(plan.stays.map((message) => format(message)).join(' ')).toContain('this plan never does');
  });

  it('can be taken away without any other type: the cluster already declares the one that shall carry', () => {
    const sketch: ClusterSketch = { ...ownWithGateway, authorizedIPRanges: ['192.0.2.0/24'] };
    const ids = idsOf(sketch, { outboundType: 'loadBalancer', clearsTheWay: true });
    expect(ids).toEqual(['authorized-ranges', 'detach-gateway-1', 'detach-gateway-2']);
  });
});
