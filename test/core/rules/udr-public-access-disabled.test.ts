import { describe, expect, it } from 'vitest';
import { udrPublicAccessDisabled } from '../../../src/core/rules/udr-public-access-disabled.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-udr-public-access-disabled', () => {
  it('warns without public network access', () => {
    expect(
      verdict(
        udrPublicAccessDisabled,
        withRoute({ cluster: { publicNetworkAccess: 'Disabled' } }),
        targets.udr,
      ),
    ).toBe('warn');
  });

  it('passes where nothing is said', () => {
    expect(verdict(udrPublicAccessDisabled, withRoute(), targets.udr)).toBe('pass');
  });

  it('cannot tell when it was not read', () => {
    expect(
      verdict(udrPublicAccessDisabled, withRoute({ cluster: { publicNetworkAccess: lost } }), targets.udr),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(udrPublicAccessDisabled)).toBe(true);
  });
});
