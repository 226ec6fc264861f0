import { describe, expect, it } from 'vitest';
import {
  lackingIn,
  neighbourDifferences,
  otherThan,
  unintendedInNeighbour,
} from '../../src/core/neighbour-diff.js';

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/snet';
const subnet = {
  id,
  etag: 'W/"1"',
  properties: {
    provisioningState: 'Succeeded',
    addressPrefix: '10.0.0.0/24',
    serviceEndpoints: [{ service: 'Microsoft.Storage', provisioningState: 'Succeeded' }],
    ipConfigurations: [{ id: '/nic/1' }],
  },
};
const withProperties = (more: object) => ({ ...subnet, properties: { ...subnet.properties, ...more } });

describe('what somebody changed in a neighbour', () => {
  it('is not what moves by itself: its eTag, its state, the nodes that come and go', () => {
    const later = { ...withProperties({ ipConfigurations: [{ id: '/nic/2' }] }), etag: 'W/"2"' };
    expect(neighbourDifferences(id, subnet, later)).toEqual([]);
    const busy = withProperties({ provisioningState: 'Updating' });
    expect(neighbourDifferences(id, subnet, busy)).toEqual([]);
  });

  it('is every setting, also one that this product does not know', () => {
    const changed = withProperties({ somethingNew: { on: true }, serviceEndpoints: [] });
    expect(neighbourDifferences(id, subnet, changed).map(({ path }) => path.join('.'))).toEqual([
      'properties.serviceEndpoints.0',
      'properties.somethingNew',
    ]);
  });

  it('is its coming and its going', () => {
    expect(neighbourDifferences(id, null, null)).toEqual([]);
    expect(neighbourDifferences(id, subnet, null)).toEqual([{ path: ['id'], before: id, after: null }]);
    expect(neighbourDifferences(id, null, subnet)).toEqual([{ path: ['id'], before: null, after: id }]);
  });

  it("is never the subnet's own gateway, though the one of an address moves by itself", () => {
    const gateway = withProperties({ natGateway: { id: '/g' } });
    expect(neighbourDifferences(id, subnet, gateway)).toHaveLength(1);
    const address = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/a';
    expect(neighbourDifferences(address, subnet, gateway)).toEqual([]);
  });
});

describe('a resource of the name of one that is to be made', () => {
  const wanted = { location: 'westeurope', properties: { publicIPAllocationMethod: 'Static' } };
  const found = { ...wanted, etag: 'W/"1"', tags: {}, properties: { ...wanted.properties, ipTags: [] } };

  it('is the same where it holds all that was wanted, with what Azure fills in', () => {
    expect(otherThan(wanted, found)).toEqual([]);
  });

  it.each([
    ['stands elsewhere', { ...found, location: 'eastus' }],
    ['is bound to a zone', { ...found, zones: ['2'] }],
    ['is cut from a prefix', { ...found, properties: { ...found.properties, publicIPPrefix: { id: '/p' } } }],
    ['leaves by more', { ...found, properties: { ...found.properties, publicIpPrefixes: [{ id: '/p' }] } }],
  ])('is another where it %s', (_what, body) => {
    expect(otherThan(wanted, body)).toHaveLength(1);
  });
});

describe('what a step did not mean to change', () => {
  const edits = [{ op: 'set', path: ['properties', 'natGateway'], value: { id: '/g' } }] as const;

  it('is all beside its edits', () => {
    const after = withProperties({ natGateway: { id: '/g' }, addressPrefix: '10.0.1.0/24' });
    const [difference, ...rest] = unintendedInNeighbour(id, { before: subnet, after, edits });
    expect(difference?.path).toEqual(['properties', 'addressPrefix']);
    expect(rest).toEqual([]);
  });

  it('of something made is what did not come out as it was sent; what Azure fills in is its own', () => {
    const create = { location: 'westeurope', properties: { idleTimeoutInMinutes: 10, zones: ['1'] } };
    const made = (after: object) =>
      unintendedInNeighbour(id, { before: null, after: after as never, edits: [], create });
    expect(made({ ...create, etag: 'x', tags: {} })).toEqual([]);
    expect(made({ ...create, properties: { idleTimeoutInMinutes: 4, zones: ['1'] } })).toEqual([
      { path: ['properties', 'idleTimeoutInMinutes'], before: 10, after: 4 },
    ]);
    expect(lackingIn(undefined, create, [])).toHaveLength(3);
  });
});
