import { describe, expect, it } from 'vitest';
import { clusterProperties } from '../../../src/azure/facts/cluster.js';
import { poolETagsOf, poolsOf, subnetKeysOf } from '../../../src/azure/facts/pools.js';
import { resource } from '../../../src/azure/facts/resource.js';
import { valueOf } from '../../../src/core/fact.js';
import type { Json } from '../../../src/core/json.js';
import { addressId, ancient, clusterId, subnetId, usual, wrong } from './odd-bodies.js';

const propertiesOf = (body: Json) => clusterProperties(resource(clusterId.toLowerCase(), body), '2026-06-01');
const withNetwork = (networkProfile: Json): Json => ({ properties: { networkProfile } });

describe("a cluster's body", () => {
  it('becomes facts with Azure as their origin', () => {
    const facts = propertiesOf(usual);
    expect(facts.outboundType).toEqual({
      kind: 'known',
      value: 'loadBalancer',
      origin: { kind: 'arm', resourceId: clusterId.toLowerCase(), property: 'networkProfile.outboundType' },
    });
    expect(valueOf(facts.kubernetesVersion)).toBe('1.34.3');
    const profile = valueOf(facts.loadBalancerProfile)!;
    expect(valueOf(profile.managedOutboundIPCount)).toBe(1);
    expect(valueOf(profile.effectiveOutboundIPIds)).toEqual([addressId.toLowerCase()]);
    expect(facts.natGatewayProfile.kind).toBe('absent');
  });

  it.each([
    ['loadBalancerSku', 'Standard', 'standard'],
    ['loadBalancerSku', 'BASIC', 'basic'],
    ['outboundType', 'LoadBalancer', 'loadBalancer'],
    ['outboundType', 'managedNATGatewayV2', 'managedNATGatewayV2'],
    ['outboundType', 'somethingNew', 'somethingNew'],
  ] as const)('spells %s %s as %s', (property, sent, spelt) => {
    expect(valueOf(propertiesOf(withNetwork({ [property]: sent }))[property])).toBe(spelt);
  });

  it('of an old API version lacks much, and that is knowledge', () => {
    const facts = propertiesOf(ancient);
    for (const fact of [
      facts.eTag,
      facts.outboundType,
      facts.powerState,
      facts.skuName,
      facts.loadBalancerProfile,
    ])
      expect(fact.kind).toBe('absent');
    expect(valueOf(facts.kubernetesVersion)).toBe('1.15.7');
  });

  it('takes null for absent', () => {
    const facts = propertiesOf(
      withNetwork({ outboundType: null, natGatewayProfile: null, ipFamilies: null }),
    );
    for (const fact of [facts.outboundType, facts.natGatewayProfile, facts.ipFamilies])
      expect(fact.kind).toBe('absent');
  });

  it('of wrong kinds is odd where it is wrong, and nowhere throws', () => {
    const facts = propertiesOf(wrong);
    for (const fact of [
      facts.outboundType,
      facts.ipFamilies,
      facts.natGatewayProfile,
      facts.authorizedIPRanges,
      facts.provisioningState,
    ])
      expect(fact).toMatchObject({ kind: 'unknown', reason: 'odd' });
    const pools = valueOf(poolsOf(resource(clusterId, wrong)))!;
    expect(pools.map(({ name }) => name)).toEqual(['pool 1', 'pool 2', 'pool 3']);
    expect(pools[2]?.subnetId).toMatchObject({ kind: 'unknown', reason: 'odd' });
    expect(subnetKeysOf(wrong)).toEqual([]);
  });

  it('in an old preview spells its eTag etag', () =>
    expect(valueOf(propertiesOf({ etag: 'x' }).eTag)).toBe('x'));

  it.each([null, [], 'text', 7, {}, { properties: null }, { properties: [] }] as const)(
    'that is %j gives absent facts',
    (body) => {
      expect(propertiesOf(body).outboundType.kind).toBe('absent');
      expect(poolsOf(resource(clusterId, body)).kind).toBe('absent');
    },
  );
});

describe("a pool's body", () => {
  const poolOf = (pool: Json) =>
    valueOf(poolsOf(resource('c', { properties: { agentPoolProfiles: [pool] } })))![0]!;

  it('says a surge as text, whether Azure sent a number or a percentage', () => {
    expect(valueOf(poolOf({ upgradeSettings: { maxSurge: '33%' } }).maxSurge)).toBe('33%');
    expect(valueOf(poolOf({ upgradeSettings: { maxSurge: 2 } }).maxSurge)).toBe('2');
    expect(poolOf({ upgradeSettings: {} }).maxSurge.kind).toBe('absent');
  });

  it('refers to its subnets by lower-cased ids', () => {
    expect(valueOf(poolOf({ vnetSubnetID: subnetId }).subnetId)).toBe(subnetId.toLowerCase());
    const body = {
      properties: {
        agentPoolProfiles: [
          { vnetSubnetID: subnetId },
          {
            vnetSubnetID: subnetId.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'),
            podSubnetID: `${subnetId}2`,
          },
        ],
      },
    };
    expect(subnetKeysOf(body)).toEqual([subnetId.toLowerCase(), `${subnetId.toLowerCase()}2`]);
  });

  it('has an eTag of its own, by its name', () => expect(poolETagsOf(usual)).toEqual({ nodepool1: 'p-1' }));

  it('keeps the order of the cluster, and one odd pool hides no other', () => {
    const pools = valueOf(
      poolsOf(resource('c', { properties: { agentPoolProfiles: [{ name: 'b' }, null, { name: 'a' }] } })),
    );
    expect(pools?.map(({ name }) => name)).toEqual(['b', 'pool 2', 'a']);
  });
});
