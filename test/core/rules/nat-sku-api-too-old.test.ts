import { describe, expect, it } from 'vitest';
import { natSkuApiTooOld } from '../../../src/core/rules/nat-sku-api-too-old.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-nat-sku-api-too-old', () => {
  it('blocks StandardV2 below 2026-06-01', () => {
    expect(
      verdict(natSkuApiTooOld, liveCluster({ cluster: { apiVersion: '2026-05-01' } }), targets.managedNatV2),
    ).toBe('block');
  });

  it('marks a sku in an old file as an error', () => {
    expect(
      verdict(
        natSkuApiTooOld,
        fileCluster({ cluster: { outboundType: 'managedNATGateway' }, nat: { sku: 'Standard' } }),
        targets.managedNat,
      ),
    ).toBe('error');
  });

  it('does not know the sku in a preview below 2026-06-02', () => {
    expect(
      verdict(
        natSkuApiTooOld,
        fileCluster({
          cluster: { apiVersion: '2026-06-01-preview', outboundType: 'managedNATGateway' },
          nat: { sku: 'StandardV2' },
        }),
        targets.managedNatV2,
      ),
    ).toBe('error');
  });

  it('passes a Standard gateway, whose sku is not written', () => {
    expect(
      verdict(natSkuApiTooOld, liveCluster({ cluster: { apiVersion: '2026-05-01' } }), targets.managedNat),
    ).toBe('pass');
  });

  it('passes StandardV2 from 2026-06-01', () => {
    expect(verdict(natSkuApiTooOld, liveCluster(), targets.managedNatV2)).toBe('pass');
  });

  it('cannot tell without the version', () => {
    expect(
      verdict(natSkuApiTooOld, liveCluster({ cluster: { apiVersion: lost } }), targets.managedNatV2),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(natSkuApiTooOld)).toBe(true);
  });
});
