import { describe, expect, it } from 'vitest';
import { isolatedNodePublicIp } from '../../../src/core/rules/isolated-node-public-ip.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-node-public-ip', () => {
  it('warns of node public addresses', () => {
    expect(
      verdict(isolatedNodePublicIp, liveCluster({ pools: [{ enableNodePublicIP: true }] }), targets.none),
    ).toBe('warn');
  });

  it('passes without', () => {
    expect(verdict(isolatedNodePublicIp, liveCluster(), targets.none)).toBe('pass');
  });

  it('has nothing to say of block, which denies them too', () => {
    expect(
      verdict(isolatedNodePublicIp, liveCluster({ pools: [{ enableNodePublicIP: true }] }), targets.block),
    ).toBe('silent');
  });

  it('cannot tell when it was not read', () => {
    expect(
      verdict(isolatedNodePublicIp, liveCluster({ pools: [{ enableNodePublicIP: lost }] }), targets.none),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedNodePublicIp)).toBe(true);
  });
});
