import { describe, expect, it } from 'vitest';
import { whyForbidden } from '../../../src/azure/runner/why-forbidden.js';
import { assess } from '../../../src/core/assess.js';
import { applyEdits } from '../../../src/core/edits.js';
import { known } from '../../../src/core/fact.js';
import { valueAt } from '../../../src/core/json.js';
import { makePlan } from '../../../src/core/make-plan.js';
import { format } from '../../../src/core/message.js';
import type { Plan } from '../../../src/core/plan.js';
import type { ClusterReading } from '../../../src/core/reading.js';
import { rules } from '../../../src/core/rules/index.js';
import { editsOf } from '../../../src/core/step-edits.js';
import type { Target } from '../../../src/core/target.js';
import { idOf, type ClusterSketch } from '../../fakes/cluster-sketch.js';
import { ownLoadBalancer, ownWithGateway, ownWithRouteTable } from '../../fakes/clusters.js';
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
const withRanges: ClusterSketch = {
  ...ownLoadBalancer,
  authorizedIPRanges: ['192.0.2.0/24', '203.0.113.17/32', '203.0.113.92/32'],
};

describe('a NAT gateway that the plan creates', () => {
  it('stands and is let in before its association moves the traffic, subnet by subnet; the type follows', () => {
    const plan = planOf(readingOf(withRanges), created);
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['create-address', 'create-gateway', 'authorized-ranges'],
      ...['attach-gateway-1', 'attach-gateway-2', 'outbound-type', 'tighten-ranges'],
    ]);
    expect(cutOversOf(plan)).toEqual(['attach-gateway-1', 'attach-gateway-2']);
  });

  it('has one static Standard address, both in the zone that was asked for, and the idle timeout', () => {
    const [address, gateway] = planOf(readingOf(ownLoadBalancer), created).steps;
    expect(address?.send).toMatchObject({
      method: 'PUT',
      resourceId: idOf.network('publicIPAddresses', 'pip-ng-payments'),
      create: {
        location: 'westeurope',
        sku: { name: 'Standard' },
        zones: ['2'],
        properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
      },
    });
    expect(gateway?.send).toMatchObject({
      resourceId: idOf.network('natGateways', 'ng-payments'),
      create: {
        sku: { name: 'Standard' },
        zones: ['2'],
        properties: {
          idleTimeoutInMinutes: 30,
          publicIpAddresses: [{ id: idOf.network('publicIPAddresses', 'pip-ng-payments') }],
        },
      },
    });
  });

  it('leaves the zone to Azure where none was asked for', () => {
    const target: Target = { ...created, gateway: { kind: 'created', name: 'ng' } };
    for (const { send } of planOf(readingOf(ownLoadBalancer), target).steps.slice(0, 2))
      expect(send.kind === 'network' && send.method === 'PUT' && send.create).not.toHaveProperty('zones');
  });

  it('is let in by what the step that creates it will answer', () => {
    const ranges = planOf(readingOf(withRanges), created).steps[2]!;
    const list = valueAt(applyEdits({}, editsOf(ranges)), [
      ...['properties', 'apiServerAccessProfile', 'authorizedIPRanges'],
    ]);
    expect(list).toEqual([
      ...withRanges.authorizedIPRanges!,
      { $from: { stepId: 'create-address', path: ['properties', 'ipAddress'] } },
    ]);
    expect(format(ranges.title)).toBe('Let the address of pip-ng-payments in at the API server');
  });

  it('serves only the subnets that have none, and takes a gateway that is there when it is asked to', () => {
    const partly: ClusterSketch = {
      ...ownWithGateway,
      subnets: { 'snet-system': { gateway: 'nat-one' }, 'snet-apps': {} },
    };
    const target: Target = {
      outboundType: 'userAssignedNATGateway',
      gateway: { kind: 'existing', id: idOf.network('natGateways', 'nat-one') },
    };
    const plan = planOf(readingOf(partly), target);
    expect(plan.steps.map(({ id }) => id)).toEqual(['attach-gateway-1', 'outbound-type']);
    expect(plan.steps[0]?.send.resourceId).toBe(idOf.subnet('snet-apps'));
  });

  it('is not attached where its addresses could not be read and the API server takes calls from a list only', () => {
    const target: Target = {
      outboundType: 'userAssignedNATGateway',
      gateway: { kind: 'existing', id: idOf.network('natGateways', 'unread') },
    };
    const made = makePlan({ reading: readingOf(withRanges), target, bodyDigest: 'd' });
    expect(made.kind === 'none' && format(made.because)).toContain('could not be read');
    expect(idsOf(ownLoadBalancer, target)).toContain('attach-gateway-1');
  });

  it('no longer blocks: the finding names the step that takes care of it', () => {
    const { facts } = readingOf(ownLoadBalancer);
    const findings = (target: Target) =>
      assess(facts, target, rules).flatMap((result) =>
        result.kind === 'found' && result.ruleId === 'aks-user-nat-subnet-no-gateway' ? result.findings : [],
      );
    expect(findings({ outboundType: 'userAssignedNATGateway' })[0]?.severity).toBe('block');
    expect(findings(created)[0]).toMatchObject({
      severity: 'warn',
      remedy: { solvedByStep: 'attach-gateway-1' },
    });
  });
});

describe('a default route that the plan leads to a firewall', () => {
  const table = (routeTables: ClusterSketch['routeTables']): ClusterSketch => ({
    ...ownWithRouteTable,
    ...(routeTables === undefined ? {} : { routeTables }),
  });

  it('is added by itself to the table that is there, and is the cut-over', () => {
    const plan = planOf(readingOf(table({ 'rt-one': {} })), toFirewall);
    expect(plan.steps.map(({ id }) => id)).toEqual(['default-route-1', 'outbound-type']);
    expect(cutOversOf(plan)).toEqual(['default-route-1']);
    expect(plan.steps[0]?.send).toMatchObject({
      resourceId: `${idOf.network('routeTables', 'rt-one')}/routes/aks-egress-default`,
      create: {
        properties: {
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.9.0.4',
        },
      },
    });
  });

  it('is changed where it leads to the internet', () => {
    const [step] = planOf(readingOf(table({ 'rt-one': { nextHopType: 'Internet' } })), toFirewall).steps;
    expect(step?.send).toMatchObject({
      resourceId: `${idOf.network('routeTables', 'rt-one')}/routes/default`,
      edits: [
        { path: ['properties', 'addressPrefix'], value: '0.0.0.0/0' },
        { path: ['properties', 'nextHopType'], value: 'VirtualAppliance' },
        { path: ['properties', 'nextHopIpAddress'], value: '10.9.0.4' },
      ],
    });
    expect(step?.send).not.toHaveProperty('create');
  });

  it('comes with a table of its own where subnets have none', () => {
    const plan = planOf(readingOf(ownLoadBalancer), toFirewall);
    expect(plan.steps.map(({ id }) => id)).toEqual([
      ...['create-table', 'associate-table-1', 'associate-table-2', 'outbound-type'],
    ]);
    expect(cutOversOf(plan)).toEqual(['associate-table-1', 'associate-table-2']);
  });

  it('is left to the person where the table serves subnets outside the cluster, and the finding says so', () => {
    const reading = withFacts(readingOf(table({ 'rt-one': {} })), (facts) => ({
      ...facts,
      routeTables: Object.fromEntries(
        Object.entries(facts.routeTables).map(([key, node]) => [
          key,
          node.kind === 'known'
            ? known({ ...node.value, subnetIds: known(['/subscriptions/s/other'], node.origin) }, node.origin)
            : node,
        ]),
      ),
    }));
    const made = makePlan({ reading, target: toFirewall, bodyDigest: 'd' });
    expect(made.kind).toBe('none');
    const finding = assess(reading.facts, toFirewall, rules)
      .flatMap((result) => (result.kind === 'found' ? result.findings : []))
      .find(({ ruleId }) => ruleId === 'aks-udr-no-default-route');
    expect(finding?.severity).toBe('block');
    expect(format(finding!.remedy!.text)).toContain('subnets outside this cluster');
  });
});

describe('a resource provider that the subscription lacks', () => {
  const origin = { kind: 'arm', resourceId: '/subscriptions/s', property: 'registrationState' } as const;
  const withProvider = (state: string) =>
    withFacts(readingOf(ownLoadBalancer), (facts) => ({
      ...facts,
      around: { providers: { 'Microsoft.ContainerService': known(state, origin) } },
    }));

  it('is registered first, and nobody is asked where it is registered or not known', () => {
    const [first] = planOf(withProvider('NotRegistered'), created).steps;
    expect(first).toMatchObject({
      send: { kind: 'register', method: 'POST' },
      verify: [{ kind: 'equals', path: ['registrationState'], value: 'Registered' }],
    });
    expect(first?.send.resourceId).toMatch(
      /^\/subscriptions\/[^/]+\/providers\/Microsoft\.ContainerService$/,
    );
    for (const reading of [withProvider('Registered'), readingOf(ownLoadBalancer)])
      expect(planOf(reading, created).steps.map(({ send }) => send.kind)).not.toContain('register');
  });

  it('is one that a run may register', () => {
    const reading = withFacts(readingOf(ownLoadBalancer), (facts) => ({
      ...facts,
      around: {
        providers: Object.fromEntries(
          ['Microsoft.ContainerService', 'Microsoft.Network'].map((name) => [
            name,
            known('NotRegistered', origin),
          ]),
        ),
      },
    }));
    const plan = planOf(reading, created);
    const registering = plan.steps.filter(({ send }) => send.kind === 'register');
    expect(registering).toHaveLength(2);
    for (const step of registering) expect(whyForbidden(step, plan)).toBeUndefined();
  });
});
