import { describe, expect, it } from 'vitest';
import { isolatedReimage } from '../../../src/core/rules/isolated-reimage.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-reimage', () => {
  it('warns that only the person knows', () => {
    expect(
      verdict(isolatedReimage, liveCluster({ cluster: { artifactSource: 'Cache' } }), targets.none),
    ).toBe('warn');
  });

  it('passes where another rule blocks already', () => {
    expect(verdict(isolatedReimage, liveCluster(), targets.none)).toBe('pass');
  });

  it('has nothing to say of other targets', () => {
    expect(verdict(isolatedReimage, liveCluster(), targets.managedNat)).toBe('silent');
  });

  it('cannot tell without the artifact source', () => {
    expect(verdict(isolatedReimage, liveCluster({ cluster: { artifactSource: lost } }), targets.none)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedReimage)).toBe(true);
  });
});
