import { describe, expect, it } from 'vitest';
import { blockPreview } from '../../../src/core/rules/block-preview.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-block-preview', () => {
  it('warns of a preview', () => {
    expect(verdict(blockPreview, liveCluster(), targets.block)).toBe('warn');
  });

  it('warns in a file', () => {
    expect(verdict(blockPreview, fileCluster({ cluster: { outboundType: 'block' } }))).toBe('warning');
  });

  it('has nothing to say of other types', () => {
    expect(verdict(blockPreview, liveCluster(), targets.none)).toBe('silent');
  });

  it('cannot tell where the outbound type is not known', () => {
    expect(verdict(blockPreview, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(blockPreview)).toBe(true);
  });
});
