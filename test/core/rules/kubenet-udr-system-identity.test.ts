import { describe, expect, it } from 'vitest';
import { kubenetUdrSystemIdentity } from '../../../src/core/rules/kubenet-udr-system-identity.js';
import { lost, withRoute } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-kubenet-udr-system-identity', () => {
  it('blocks kubenet with a system-assigned identity', () => {
    expect(
      verdict(
        kubenetUdrSystemIdentity,
        withRoute({ cluster: { networkPlugin: 'kubenet', identityType: 'SystemAssigned' } }),
        targets.udr,
      ),
    ).toBe('block');
  });

  it('passes another identity', () => {
    expect(
      verdict(kubenetUdrSystemIdentity, withRoute({ cluster: { networkPlugin: 'kubenet' } }), targets.udr),
    ).toBe('pass');
  });

  it('passes another plugin', () => {
    expect(
      verdict(
        kubenetUdrSystemIdentity,
        withRoute({ cluster: { identityType: 'SystemAssigned' } }),
        targets.udr,
      ),
    ).toBe('pass');
  });

  it('cannot tell without the identity', () => {
    expect(
      verdict(
        kubenetUdrSystemIdentity,
        withRoute({ cluster: { networkPlugin: 'kubenet', identityType: lost } }),
        targets.udr,
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(kubenetUdrSystemIdentity)).toBe(true);
  });
});
