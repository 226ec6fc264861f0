import { describe, expect, it } from 'vitest';
import { etagMissing } from '../../../src/core/rules/etag-missing.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-etag-missing', () => {
  it('warns of an answer without eTag', () => {
    expect(verdict(etagMissing, liveCluster({ cluster: { eTag: undefined } }), targets.managedNat)).toBe(
      'warn',
    );
  });

  it('passes one with', () => {
    expect(verdict(etagMissing, liveCluster(), targets.managedNat)).toBe('pass');
  });

  it('cannot tell when it was not read', () => {
    expect(verdict(etagMissing, liveCluster({ cluster: { eTag: lost } }), targets.managedNat)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(etagMissing)).toBe(true);
  });
});
