import { describe, expect, it } from 'vitest';
import { isolatedNeedsPrivateApi } from '../../../src/core/rules/isolated-needs-private-api.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-needs-private-api', () => {
  it('blocks a public API server', () => {
    expect(verdict(isolatedNeedsPrivateApi, liveCluster(), targets.none)).toBe('block');
  });

  it('warns of it in a file', () => {
    expect(verdict(isolatedNeedsPrivateApi, fileCluster({ cluster: { outboundType: 'none' } }))).toBe(
      'warning',
    );
  });

  it('passes a private cluster, whatever else is not known', () => {
    expect(
      verdict(
        isolatedNeedsPrivateApi,
        liveCluster({ cluster: { enablePrivateCluster: true, enableVnetIntegration: lost } }),
        targets.none,
      ),
    ).toBe('pass');
  });

  it('passes API Server VNet Integration', () => {
    expect(
      verdict(
        isolatedNeedsPrivateApi,
        liveCluster({ cluster: { enableVnetIntegration: true } }),
        targets.block,
      ),
    ).toBe('pass');
  });

  it('cannot tell when it was not read', () => {
    expect(
      verdict(
        isolatedNeedsPrivateApi,
        liveCluster({ cluster: { enableVnetIntegration: lost } }),
        targets.none,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedNeedsPrivateApi)).toBe(true);
  });
});
