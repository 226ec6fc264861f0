import { describe, expect, it } from 'vitest';
import { outboundTypeCasing } from '../../../src/core/rules/outbound-type-casing.js';
import { fileCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-outbound-type-casing', () => {
  it('warns of wrong letters', () => {
    expect(verdict(outboundTypeCasing, fileCluster({ cluster: { outboundType: 'LoadBalancer' } }))).toBe(
      'warning',
    );
  });

  it('passes right ones', () => {
    expect(verdict(outboundTypeCasing, fileCluster({ cluster: { outboundType: 'loadBalancer' } }))).toBe(
      'pass',
    );
  });

  it('leaves unknown words to another rule', () => {
    expect(verdict(outboundTypeCasing, fileCluster({ cluster: { outboundType: 'natGateway' } }))).toBe(
      'pass',
    );
  });

  it('cannot tell a parameter', () => {
    expect(verdict(outboundTypeCasing, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(outboundTypeCasing)).toBe(true);
  });
});
