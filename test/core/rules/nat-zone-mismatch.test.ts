import { describe, expect, it } from 'vitest';
import { natZoneMismatch } from '../../../src/core/rules/nat-zone-mismatch.js';
import { lost, withGateway, type Said } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = (zones: Said<readonly string[]>, nodes: readonly string[] = ['1', '2']) =>
  withGateway({
    pools: [{ subnetId: 'nodes', availabilityZones: nodes }],
    gateways: { nat: { location: 'westeurope', addressIds: ['ip-nat'], zones } },
  });

describe('aks-nat-zone-mismatch', () => {
  it('warns where nodes stand in zones that the gateway is not in', () => {
    expect(verdict(natZoneMismatch, cluster(['1']), targets.userNat)).toBe('warn');
  });

  it('passes where the zones fit, or the gateway has none', () => {
    expect(verdict(natZoneMismatch, cluster(['1'], ['1']), targets.userNat)).toBe('pass');
    expect(verdict(natZoneMismatch, cluster(undefined), targets.userNat)).toBe('pass');
  });

  it("cannot tell where the gateway's zones are not known", () => {
    expect(verdict(natZoneMismatch, cluster(lost), targets.userNat)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(natZoneMismatch)).toBe(true);
  });
});
