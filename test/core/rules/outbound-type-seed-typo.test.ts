import { describe, expect, it } from 'vitest';
import { outboundTypeSeedTypo } from '../../../src/core/rules/outbound-type-seed-typo.js';
import { fileCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-outbound-type-seed-typo', () => {
  it('marks the misspelling', () => {
    expect(
      verdict(outboundTypeSeedTypo, fileCluster({ cluster: { outboundType: 'userDefinedNATGateway' } })),
    ).toBe('error');
  });

  it('passes the right value', () => {
    expect(
      verdict(outboundTypeSeedTypo, fileCluster({ cluster: { outboundType: 'userAssignedNATGateway' } })),
    ).toBe('pass');
  });

  it('cannot tell a parameter', () => {
    expect(verdict(outboundTypeSeedTypo, fileCluster({ cluster: { outboundType: lost } }))).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(outboundTypeSeedTypo)).toBe(true);
  });
});
