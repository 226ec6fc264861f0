import { describe, expect, it } from 'vitest';
import { isolationEnds } from '../../../src/core/rules/isolation-ends.js';
import { liveCluster, lost, ownNetworkCluster, withGateway } from '../cluster.js';
import { hasPage, targets, verdict, words } from './verdict.js';

const isolated = liveCluster({ cluster: { outboundType: 'none' } });
const blocked = liveCluster({ cluster: { outboundType: 'block' } });

describe('aks-isolation-ends', () => {
  it('warns when a cluster without a way out gets one, and says from which pools', () => {
    expect(verdict(isolationEnds, isolated, targets.loadBalancer)).toBe('warn');
    expect(verdict(isolationEnds, blocked, targets.managedNat)).toBe('warn');
    expect(words(isolationEnds, isolated, targets.loadBalancer)).toContain(
      'Nothing leaves from pool1 today.',
    );
  });

  it('says that the firewall decides where the way out leads through it', () => {
    const own = ownNetworkCluster({ cluster: { outboundType: 'none' } });
    expect(words(isolationEnds, own, targets.udr)).toContain('whatever your firewall lets through');
  });

  it('passes where a gateway on the subnet was a way out already', () => {
    expect(
      verdict(isolationEnds, withGateway({ cluster: { outboundType: 'none' } }), targets.loadBalancer),
    ).toBe('pass');
  });

  it('has nothing to say from one closed type to the other, or where a way out is declared', () => {
    expect(verdict(isolationEnds, isolated, targets.block)).toBe('silent');
    expect(verdict(isolationEnds, blocked, targets.none)).toBe('silent');
    expect(verdict(isolationEnds, liveCluster(), targets.managedNat)).toBe('silent');
  });

  it('cannot tell without the outbound type, or without the pools', () => {
    expect(verdict(isolationEnds, liveCluster({ cluster: { outboundType: lost } }), targets.managedNat)).toBe(
      'unknown',
    );
    expect(
      verdict(
        isolationEnds,
        liveCluster({ cluster: { outboundType: 'none' }, pools: lost }),
        targets.managedNat,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolationEnds)).toBe(true);
  });
});
