import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.js';
import type { Basis, Edit } from '../../src/core/plan.js';
import { sameBasis, unintended } from '../../src/core/unintended.js';

const pool = (more: JsonObject = {}): JsonObject => ({ name: 'system', count: 3, eTag: 'p1', ...more });
const body = (properties: JsonObject = {}, more: JsonObject = {}): Json => ({
  eTag: 'e1',
  tags: { eTag: 'a tag of theirs' },
  properties: {
    provisioningState: 'Succeeded',
    networkProfile: { outboundType: 'loadBalancer', loadBalancerProfile: { allocatedOutboundPorts: 0 } },
    agentPoolProfiles: [pool()],
    ...properties,
  },
  ...more,
});
const basis = (json: Json, poolETags: Readonly<Record<string, string>> = { system: 'p1' }): Basis => ({
  apiVersion: '2026-05-01',
  eTag: 'e1',
  body: json,
  poolETags,
});
const paths = (found: readonly { path: readonly (string | number)[] }[]) =>
  found.map(({ path }) => path.join('.'));

describe('a body that is read again before a change', () => {
  it('is the same when only eTag and state of the cluster have moved', () => {
    expect(sameBasis(basis(body()), basis(body({ provisioningState: 'Updating' }, { eTag: 'e2' })))).toEqual(
      [],
    );
  });

  it('is the same when the autoscaler has moved a pool, with its eTag', () => {
    const before = body({ agentPoolProfiles: [pool({ enableAutoScaling: true })] });
    const after = body({ agentPoolProfiles: [pool({ enableAutoScaling: true, count: 5, eTag: 'p2' })] });
    expect(sameBasis(basis(before), basis(after, { system: 'p2' }))).toEqual([]);
  });

  it('differs when somebody scaled a pool by hand', () => {
    const after = body({ agentPoolProfiles: [pool({ count: 5, eTag: 'p2' })] });
    expect(paths(sameBasis(basis(body()), basis(after, { system: 'p2' })))).toEqual([
      'properties.agentPoolProfiles.0.count',
    ]);
  });

  it('differs when an autoscaled pool has another limit', () => {
    const before = body({ agentPoolProfiles: [pool({ enableAutoScaling: true, maxCount: 5 })] });
    const after = body({
      agentPoolProfiles: [pool({ enableAutoScaling: true, maxCount: 9, count: 4, eTag: 'p2' })],
    });
    expect(paths(sameBasis(basis(before), basis(after, { system: 'p2' })))).toEqual([
      'properties.agentPoolProfiles.0.maxCount',
    ]);
  });

  it('differs when the autoscaler itself was turned on', () => {
    const after = body({ agentPoolProfiles: [pool({ enableAutoScaling: true, count: 5 })] });
    expect(paths(sameBasis(basis(body()), basis(after)))).toEqual([
      'properties.agentPoolProfiles.0.enableAutoScaling',
    ]);
  });

  it('differs when the eTag of a fixed pool alone has moved: something is unseen at this version', () => {
    expect(paths(sameBasis(basis(body()), basis(body(), { system: 'p2' })))).toEqual([
      'agentPools.system.eTag',
    ]);
  });

  it('differs when a tag of theirs has changed, even one named eTag', () => {
    expect(paths(sameBasis(basis(body()), basis(body({}, { tags: { eTag: 'other' } }))))).toEqual([
      'tags.eTag',
    ]);
  });

  it('is the same when Azure writes a resource id with other letters', () => {
    const at = (id: string) => basis(body({}, { id }));
    expect(
      sameBasis(at('/subscriptions/s/resourceGroups/RG'), at('/subscriptions/s/resourcegroups/rg')),
    ).toEqual([]);
  });

  it('proves nothing by eTags that one answer lacks', () => {
    expect(sameBasis(basis(body()), basis(body(), {}))).toEqual([]);
  });
});

describe('a body that is read after a change', () => {
  const typePath = ['properties', 'networkProfile', 'outboundType'];
  const edits: readonly Edit[] = [
    { op: 'remove', path: ['properties', 'networkProfile', 'loadBalancerProfile'] },
    { op: 'set', path: typePath, value: 'managedNATGateway' },
  ];
  const changed = (more: JsonObject = {}) =>
    body({
      networkProfile: {
        outboundType: 'managedNATGateway',
        loadBalancerProfile: { allocatedOutboundPorts: 0, idleTimeoutInMinutes: 30 },
        natGatewayProfile: { effectiveOutboundIPs: [{ id: 'x' }], idleTimeoutInMinutes: 4 },
      },
      ...more,
    });

  it('holds nothing unintended when only the type and its profiles have changed', () => {
    expect(unintended(basis(body()), basis(changed(), { system: 'p9' }), edits)).toEqual([]);
  });

  it('holds nothing unintended when a list was set into a profile that was not there', () => {
    const path = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
    const after = body({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.0/24'] } });
    const set: readonly Edit[] = [{ op: 'set', path, value: ['192.0.2.0/24'] }];
    expect(unintended(basis(body()), basis(after), set)).toEqual([]);
    const more = body({
      apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.0/24'], disableRunCommand: true },
    });
    expect(paths(unintended(basis(body()), basis(more), set))).toEqual([
      'properties.apiServerAccessProfile.disableRunCommand',
    ]);
  });

  it('tells what else has changed', () => {
    expect(paths(unintended(basis(body()), basis(changed({ disableLocalAccounts: true })), edits))).toEqual([
      'properties.disableLocalAccounts',
    ]);
  });

  it('holds a profile to what was meant when only ranges were changed', () => {
    const rangesOnly: readonly Edit[] = [
      { op: 'set', path: ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'], value: ['a'] },
    ];
    const found = unintended(
      basis(body()),
      basis(changed({ apiServerAccessProfile: { authorizedIPRanges: ['a'] } })),
      rangesOnly,
    );
    expect(paths(found)).toContain('properties.networkProfile.outboundType');
  });
});
