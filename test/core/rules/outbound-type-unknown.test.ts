import { describe, expect, it } from 'vitest';
import { outboundTypeUnknown } from '../../../src/core/rules/outbound-type-unknown.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-outbound-type-unknown', () => {
  it('marks a word that is none', () => {
    expect(verdict(outboundTypeUnknown, fileCluster({ cluster: { outboundType: 'natGateway' } }))).toBe(
      'error',
    );
  });

  it('passes the seven', () => {
    expect(verdict(outboundTypeUnknown, fileCluster({ cluster: { outboundType: 'block' } }))).toBe('pass');
  });

  it('leaves wrong letters to another rule', () => {
    expect(verdict(outboundTypeUnknown, fileCluster({ cluster: { outboundType: 'LoadBalancer' } }))).toBe(
      'pass',
    );
  });

  it('leaves the old misspelling to another rule', () => {
    expect(
      verdict(outboundTypeUnknown, fileCluster({ cluster: { outboundType: 'userDefinedNATGateway' } })),
    ).toBe('pass');
  });

  it('passes a file that says nothing', () => {
    expect(verdict(outboundTypeUnknown, fileCluster())).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(verdict(outboundTypeUnknown, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has nothing to say of a living cluster', () => {
    expect(verdict(outboundTypeUnknown, liveCluster({ cluster: { outboundType: 'natGateway' } }))).toBe(
      'silent',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(outboundTypeUnknown)).toBe(true);
  });
});
