import { describe, expect, it } from 'vitest';
import { isolatedWindows } from '../../../src/core/rules/isolated-windows.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-windows', () => {
  it('blocks a Windows pool', () => {
    expect(verdict(isolatedWindows, liveCluster({ pools: [{}, { osType: 'Windows' }] }), targets.none)).toBe(
      'block',
    );
  });

  it('passes Linux', () => {
    expect(verdict(isolatedWindows, liveCluster(), targets.none)).toBe('pass');
  });

  it('cannot tell without the system of a pool', () => {
    expect(verdict(isolatedWindows, liveCluster({ pools: [{ osType: lost }] }), targets.none)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedWindows)).toBe(true);
  });
});
