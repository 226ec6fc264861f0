import { describe, expect, it } from 'vitest';
import { isolatedKubenet } from '../../../src/core/rules/isolated-kubenet.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-kubenet', () => {
  it('blocks kubenet', () => {
    expect(
      verdict(isolatedKubenet, liveCluster({ cluster: { networkPlugin: 'kubenet' } }), targets.none),
    ).toBe('block');
  });

  it('passes Azure CNI', () => {
    expect(verdict(isolatedKubenet, liveCluster(), targets.none)).toBe('pass');
  });

  it('cannot tell without the plugin', () => {
    expect(verdict(isolatedKubenet, liveCluster({ cluster: { networkPlugin: lost } }), targets.none)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedKubenet)).toBe(true);
  });
});
