import { describe, expect, it } from 'vitest';
import { leftOvers } from '../../src/core/own-network/deleting.js';
import { known } from '../../src/core/fact.js';
import { say } from '../../src/core/message.js';
import type { Send, Step } from '../../src/core/plan.js';
import type { RunRecord } from '../../src/core/run-record.js';
import { undoingOf } from '../../src/core/undoing-of.js';
import { hasNetworkPast } from '../../src/core/undoing.js';
import { idOf } from '../fakes/cluster-sketch.js';
import { ownNatGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';

const words = say('Words');
const step = (id: string, send: Send): Step => ({
  ...{ id, send, verify: [], isCutOver: false },
  ...{ title: words, why: words, undo: words, interruption: words },
});
const put = (resourceId: string, more: Partial<Extract<Send, { kind: 'network'; method: 'PUT' }>>): Send => ({
  ...{ kind: 'network', method: 'PUT', resourceId, apiVersion: '1', edits: [] },
  ...more,
});
const [subnet, other] = [idOf.subnet('snet-system'), idOf.subnet('snet-apps')];
const [gateway, table] = [idOf.network('natGateways', 'NAT'), idOf.network('routeTables', 'RT')];
const route = (name: string) => `${table}/routes/${name}`;

const steps: readonly Step[] = [
  step('make', put(gateway, { create: {} })),
  step(
    'attach',
    put(subnet, { edits: [{ op: 'set', path: ['properties', 'natGateway'], value: { id: gateway } }] }),
  ),
  step('detach', put(other, { edits: [{ op: 'remove', path: ['properties', 'natGateway'] }] })),
  step(
    'associate',
    put(other, { edits: [{ op: 'set', path: ['properties', 'routeTable'], value: { id: table } }] }),
  ),
  step('add', put(route('new'), { create: { properties: {} } })),
  step(
    'lead',
    put(route('old'), { edits: [{ op: 'set', path: ['properties', 'nextHopType'], value: 'Internet' }] }),
  ),
  step('remove', { kind: 'network', method: 'DELETE', resourceId: route('gone'), apiVersion: '1' }),
];

const record = (succeeded: readonly string[]): RunRecord =>
  ({
    plan: { steps },
    before: {
      body: { properties: { apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.0/24'] } } },
      network: {
        [other.toLowerCase()]: { properties: { natGateway: { id: idOf.network('natGateways', 'Other') } } },
        [route('old').toLowerCase()]: {
          properties: {
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.0.0.4',
          },
        },
        [route('gone').toLowerCase()]: { properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } },
      },
    },
    events: succeeded.map((stepId) => ({ kind: 'stepEnded', stepId, end: 'succeeded', atInMs: 0 })),
  }) as unknown as RunRecord;

const all = steps.map(({ id }) => id);

describe('what a run has done beside the type', () => {
  it('is what its verified steps put there, and what stood there before', () => {
    const key = (id: string) => id.toLowerCase();
    expect(undoingOf(record(all))).toEqual({
      attached: [{ subnetKey: key(subnet), gatewayKey: key(gateway) }],
      detached: [{ subnetKey: key(other), gatewayKey: key(idOf.network('natGateways', 'Other')) }],
      associated: [{ subnetKey: key(other), tableKey: key(table) }],
      dissociated: [],
      added: [{ tableKey: key(table), route: 'new' }],
      routesBefore: [
        {
          tableKey: key(table),
          route: 'old',
          hop: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' },
        },
        { tableKey: key(table), route: 'gone', hop: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } },
      ],
      created: [gateway],
      rangesBefore: ['192.0.2.0/24'],
    });
  });

  it('holds nothing of steps that were not reached', () => {
    const undoing = undoingOf(record(['make']));
    expect(undoing.created).toEqual([gateway]);
    expect(hasNetworkPast(undoing)).toBe(false);
    expect(hasNetworkPast(undoingOf(record(all)))).toBe(true);
  });
});

describe('what a run created', () => {
  const nat = idOf.network('natGateways', 'nat-one');
  const target = {
    outboundType: 'loadBalancer',
    undoes: { ...undoingOf(record([])), created: [nat] },
  } as const;
  const served = (subnetIds: readonly string[]) => {
    const { facts } = readingOf(ownNatGateway);
    const node = facts.natGateways[nat.toLowerCase()]!;
    if (node.kind !== 'known') throw new Error('the sketch has no gateway');
    return {
      ...facts,
      natGateways: {
        [nat.toLowerCase()]: known({ ...node.value, subnetIds: known(subnetIds, node.origin) }, node.origin),
      },
    };
  };
  const clearing = {
    gateways: [{ subnetKey: subnet.toLowerCase(), gatewayKey: nat.toLowerCase(), gateway: 'nat-one' }],
    routes: [],
  };

  it('can go once nothing uses it, and stays where somebody else has come to use it', () => {
    expect(leftOvers(served([subnet.toLowerCase()]), target, clearing)).toEqual([nat]);
    expect(leftOvers(served([subnet.toLowerCase(), '/subscriptions/s/other']), target, clearing)).toEqual([]);
    expect(leftOvers(served([subnet.toLowerCase()]), target, undefined)).toEqual([]);
    expect(leftOvers(served([]), target, undefined)).toEqual([nat]);
    // Nobody has read who uses it.
    expect(leftOvers(readingOf(ownNatGateway).facts, target, clearing)).toEqual([]);
  });
});
