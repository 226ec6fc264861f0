import { describe, expect, it } from 'vitest';
import { ownAddressesUnfit } from '../../../src/core/rules/own-addresses-unfit.js';
import type { ClusterSketch } from '../cluster.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

type AddressSketch = NonNullable<ClusterSketch['addresses']>[string];

const target = { outboundType: 'loadBalancer', outboundIPIds: ['ip-own'] } as const;
const bringing = (own: AddressSketch) => liveCluster({ addresses: { 'ip-own': own } });
const good = { address: '198.51.100.4', sku: 'Standard', owner: 'customer' } as const;

describe('aks-own-addresses-unfit', () => {
  it('blocks an address of another sku, and one that AKS made itself', () => {
    expect(verdict(ownAddressesUnfit, bringing({ ...good, sku: 'Basic' }), target)).toBe('block');
    expect(verdict(ownAddressesUnfit, bringing({ ...good, owner: 'AKS' }), target)).toBe('block');
  });

  it('passes a fitting one, and where none is brought', () => {
    expect(verdict(ownAddressesUnfit, bringing(good), target)).toBe('pass');
    expect(verdict(ownAddressesUnfit, liveCluster(), targets.loadBalancer)).toBe('pass');
  });

  it('cannot tell of an address that was not read', () => {
    expect(verdict(ownAddressesUnfit, bringing(lost), target)).toBe('unknown');
    expect(verdict(ownAddressesUnfit, liveCluster(), target)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(ownAddressesUnfit)).toBe(true);
  });
});
