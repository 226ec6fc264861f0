import { describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import type { Plan, Send, Step } from '../../src/core/plan.js';
import { toldValue } from '../../src/core/told-values.js';
import { foundIn, openReferences, resolvedStep } from '../../src/core/resolve-step.js';

const address = { $from: { stepId: 'make', path: ['properties', 'ipAddress'] } };
const words = say('Words');
const step = (id: string, send: Send, verify: Step['verify'] = []): Step => ({
  id,
  send,
  verify,
  title: words,
  why: words,
  undo: words,
  interruption: words,
  isCutOver: false,
});
const make = step('make', {
  kind: 'network',
  method: 'PUT',
  resourceId: '/a',
  apiVersion: '1',
  edits: [],
  create: {},
});
const ranges = step(
  'ranges',
  {
    kind: 'cluster',
    method: 'PUT',
    resourceId: '/c',
    apiVersion: '1',
    edits: [{ op: 'set', path: ['ranges'], value: ['192.0.2.0/24', address] }],
  },
  [
    { kind: 'includesAll', path: ['ranges'], values: [address] },
    { kind: 'equals', path: ['first'], value: address },
    { kind: 'notEmpty', path: ['ranges'] },
  ],
);
const made = step('gateway', {
  kind: 'network',
  method: 'PUT',
  resourceId: '/g',
  apiVersion: '1',
  edits: [],
  create: { tags: { address } },
});
const plan = { steps: [make, ranges, made] } as unknown as Plan;
const body = { properties: { ipAddress: '203.0.113.9' } };

describe('what an earlier step makes known', () => {
  it('is kept once, out of its verified body, and only where a later step wants it', () => {
    expect(foundIn(plan, 'make', body)).toEqual([
      { stepId: 'make', path: ['properties', 'ipAddress'], value: '203.0.113.9' },
    ]);
    expect(foundIn(plan, 'ranges', body)).toEqual([]);
    expect(foundIn(plan, 'make', { properties: { ipAddress: '' } })).toEqual([]);
  });

  it('is put into what the later step sends and into what it is verified by', () => {
    const found = foundIn(plan, 'make', body);
    const now = resolvedStep(ranges, found);
    expect(now.send).toMatchObject({ edits: [{ value: ['192.0.2.0/24', '203.0.113.9'] }] });
    expect(now.verify).toEqual([
      { kind: 'includesAll', path: ['ranges'], values: ['203.0.113.9'] },
      { kind: 'equals', path: ['first'], value: '203.0.113.9' },
      { kind: 'notEmpty', path: ['ranges'] },
    ]);
    expect(resolvedStep(made, found).send).toMatchObject({ create: { tags: { address: '203.0.113.9' } } });
    expect(openReferences(now)).toEqual([]);
  });

  it('leaves a step as it is while anything of it is missing', () => {
    expect(resolvedStep(ranges, [])).toBe(ranges);
    expect(openReferences(ranges)).toHaveLength(3);
  });
});

describe('addresses that AKS chooses while a step is carried out', () => {
  const path = ['properties', 'natGatewayProfile', 'effectiveOutboundIPs'];
  const drawn = { $from: { stepId: 'type', path, as: 'addresses' as const } };
  const cluster = (edits: Extract<Send, { kind: 'cluster' }>['edits']): Send => ({
    kind: 'cluster',
    method: 'PUT',
    resourceId: '/c',
    apiVersion: '1',
    edits,
  });
  const later = step('let-in', cluster([{ op: 'add', path: ['ranges'], values: ['192.0.2.0/24', drawn] }]), [
    { kind: 'includesAll', path: ['ranges'], values: [drawn] },
  ]);
  const twoSteps = { steps: [step('type', cluster([])), later] } as unknown as Plan;
  const ids = [{ id: '/ip/1' }, { id: '/ip/2' }];
  const named = foundIn(twoSteps, 'type', {
    properties: { natGatewayProfile: { effectiveOutboundIPs: ids } },
  });

  it('are named by the verified body, and not known by that', () => {
    expect(named).toEqual([{ stepId: 'type', path, value: ids }]);
    expect(resolvedStep(later, named)).toBe(later);
    expect(openReferences(later)).toHaveLength(2);
  });

  it('take their place in the list, however many they are', () => {
    const read = [
      ...named,
      { stepId: 'type', path, as: 'addresses' as const, value: ['198.51.100.1', '198.51.100.8/31'] },
    ];
    const now = resolvedStep(later, read);
    expect(now.send).toMatchObject({
      edits: [{ op: 'add', values: ['192.0.2.0/24', '198.51.100.1', '198.51.100.8/31'] }],
    });
    expect(now.verify).toEqual([
      { kind: 'includesAll', path: ['ranges'], values: ['198.51.100.1', '198.51.100.8/31'] },
    ]);
    expect(openReferences(now)).toEqual([]);
  });

  it('stand in the plan as what they will be', () => {
    expect(toldValue([drawn], twoSteps.steps)).toEqual(['<address AKS gives the NAT gateway>']);
    const balancer = { $from: { ...drawn.$from, path: ['loadBalancerProfile', 'effectiveOutboundIPs'] } };
    const counted = step('type', cluster([]), [{ kind: 'equals', path: ['count'], value: 2 }]);
    expect(toldValue([balancer], [counted, later])).toEqual(['<addresses AKS gives the load balancer>']);
  });
});
