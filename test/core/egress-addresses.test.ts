import { describe, expect, it } from 'vitest';
import { egressAddressesOf } from '../../src/core/egress-addresses.js';
import { valueOf } from '../../src/core/fact.js';
import { lost, withGateway, withRoute } from './cluster.js';

describe('the egress addresses', () => {
  it("are those of every pool's own path, each with its owner and users", () => {
    const facts = withGateway({
      pools: [{ name: 'apps' }, { name: 'batch', subnetId: 'nodes' }, { name: 'web' }],
    });
    expect(valueOf(egressAddressesOf(facts))).toEqual([
      { address: '203.0.113.17', owner: 'AKS', usedBy: ['apps', 'web'] },
      { address: '198.51.100.4', owner: 'customer', usedBy: ['batch'] },
    ]);
  });

  it("are not known as soon as one pool's are not", () => {
    expect(egressAddressesOf(withRoute()).kind).toBe('unknown');
    expect(egressAddressesOf(withGateway({ addresses: { 'ip-nat': lost } })).kind).toBe('unknown');
  });

  it('name no owner that could not be read', () => {
    const facts = withGateway({ addresses: { 'ip-nat': { address: '198.51.100.4', owner: lost } } });
    expect(valueOf(egressAddressesOf(facts))).toMatchObject([{ owner: 'unknown' }]);
  });
});
