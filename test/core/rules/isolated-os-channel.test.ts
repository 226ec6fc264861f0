import { describe, expect, it } from 'vitest';
import { isolatedOsChannel } from '../../../src/core/rules/isolated-os-channel.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-os-channel', () => {
  it('blocks Unmanaged', () => {
    expect(
      verdict(
        isolatedOsChannel,
        liveCluster({ cluster: { nodeOSUpgradeChannel: 'Unmanaged' } }),
        targets.none,
      ),
    ).toBe('block');
  });

  it('warns of SecurityPatch', () => {
    expect(
      verdict(
        isolatedOsChannel,
        liveCluster({ cluster: { nodeOSUpgradeChannel: 'SecurityPatch' } }),
        targets.none,
      ),
    ).toBe('warn');
  });

  it('passes NodeImage', () => {
    expect(
      verdict(
        isolatedOsChannel,
        liveCluster({ cluster: { nodeOSUpgradeChannel: 'NodeImage' } }),
        targets.none,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the channel', () => {
    expect(
      verdict(isolatedOsChannel, liveCluster({ cluster: { nodeOSUpgradeChannel: lost } }), targets.none),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedOsChannel)).toBe(true);
  });
});
