import { describe, expect, it } from 'vitest';
import { isolatedExtensions } from '../../../src/core/rules/isolated-extensions.js';
import type { Fact } from '../../../src/core/fact.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const extension = (type: Fact<string>) =>
  around(liveCluster(), {
    extensions: said([{ name: 'gitops', type, provisioningState: said('Succeeded') }]),
  });

describe('aks-isolated-extensions', () => {
  it('blocks where an extension needs the internet', () => {
    for (const type of ['microsoft.flux', 'Microsoft.Dapr'])
      expect(verdict(isolatedExtensions, extension(said(type)), targets.none)).toBe('block');
  });

  it('passes with others and without any', () => {
    expect(verdict(isolatedExtensions, extension(said('contoso.other')), targets.none)).toBe('pass');
    expect(verdict(isolatedExtensions, around(liveCluster()), targets.block)).toBe('pass');
  });

  it('cannot tell where they may not be read, or of what type one is', () => {
    expect(verdict(isolatedExtensions, around(liveCluster(), { extensions: lost }), targets.none)).toBe(
      'unknown',
    );
    expect(verdict(isolatedExtensions, extension(lost), targets.none)).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedExtensions)).toBe(true);
  });
});
