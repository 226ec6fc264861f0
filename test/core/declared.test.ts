import { describe, expect, it } from 'vitest';
import { declaredKeyOf, declaredTargetOf } from '../../src/core/declared.js';
import { valueOf } from '../../src/core/fact.js';
import { fileCluster, liveCluster, lost } from './cluster.js';

const key = (facts: ReturnType<typeof liveCluster>) => {
  const fact = declaredKeyOf(facts.cluster);
  return fact.kind === 'known' ? fact.value : fact.kind;
};

describe('the declared outbound type', () => {
  it('is the load balancer when nothing is said', () => {
    expect(key(liveCluster({ cluster: { outboundType: undefined } }))).toBe('loadBalancer');
  });

  it('is read in any case of letters, and in the preview spelling', () => {
    expect(key(liveCluster({ cluster: { outboundType: 'UserDefinedRouting' } }))).toBe('userDefinedRouting');
    expect(key(liveCluster({ cluster: { outboundType: 'managedNATGatewayV2' } }))).toBe(
      'managedNATGateway/StandardV2',
    );
  });

  it('is not known for a word of the future, and says which', () => {
    const fact = declaredKeyOf(liveCluster({ cluster: { outboundType: 'tunnel' } }).cluster);
    expect(fact).toMatchObject({ kind: 'unknown', reason: 'odd', because: { args: { type: 'tunnel' } } });
  });

  it('has the sku of its NAT gateway', () => {
    const nat = { cluster: { outboundType: 'managedNATGateway' } };
    expect(key(liveCluster({ ...nat, nat: { sku: 'standardv2' } }))).toBe('managedNATGateway/StandardV2');
    expect(key(liveCluster({ ...nat, nat: undefined }))).toBe('managedNATGateway/Standard');
    expect(key(liveCluster({ ...nat, nat: { sku: lost } }))).toBe('unknown');
  });

  it('has Standard in a file below 2026-06-01, and what the region offers from then on', () => {
    const at = (apiVersion: string) =>
      key(fileCluster({ cluster: { outboundType: 'managedNATGateway', apiVersion } }));
    expect(at('2026-05-01')).toBe('managedNATGateway/Standard');
    expect(at('2026-06-01')).toBe('unknown');
  });

  it('carries the options that are known', () => {
    const facts = fileCluster({ balancer: { managedOutboundIPCount: 3, allocatedOutboundPorts: lost } });
    expect(declaredTargetOf(facts.cluster)).toEqual({
      outboundType: 'loadBalancer',
      managedOutboundIPCount: 3,
    });
    expect(declaredTargetOf(fileCluster({ cluster: { outboundType: lost } }).cluster)).toBeUndefined();
    expect(valueOf(declaredKeyOf(facts.cluster))).toBe('loadBalancer');
  });
});
