import { describe, expect, it } from 'vitest';
import { isolatedNeedsCache } from '../../../src/core/rules/isolated-needs-cache.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-needs-cache', () => {
  it('blocks where nothing is said, which means Direct', () => {
    expect(verdict(isolatedNeedsCache, liveCluster(), targets.none)).toBe('block');
  });

  it('marks Direct in a file as an error', () => {
    expect(
      verdict(
        isolatedNeedsCache,
        fileCluster({ cluster: { outboundType: 'none', artifactSource: 'Direct' } }),
      ),
    ).toBe('error');
  });

  it('passes Cache', () => {
    expect(
      verdict(isolatedNeedsCache, liveCluster({ cluster: { artifactSource: 'Cache' } }), targets.none),
    ).toBe('pass');
  });

  it('cannot tell when it was not read', () => {
    expect(
      verdict(isolatedNeedsCache, liveCluster({ cluster: { artifactSource: lost } }), targets.block),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedNeedsCache)).toBe(true);
  });
});
