import { describe, expect, it } from 'vitest';
import { natV2PreviewValue } from '../../../src/core/rules/nat-v2-preview-value.js';
import { fileCluster, liveCluster, lost } from '../cluster.js';
import { hasPage, verdict } from './verdict.js';

describe('aks-nat-v2-preview-value', () => {
  it('warns in the previews that have it', () => {
    expect(
      verdict(
        natV2PreviewValue,
        fileCluster({ cluster: { outboundType: 'managedNATGatewayV2', apiVersion: '2026-03-02-preview' } }),
      ),
    ).toBe('warning');
  });

  it('marks it elsewhere as an error', () => {
    expect(
      verdict(natV2PreviewValue, fileCluster({ cluster: { outboundType: 'managedNATGatewayV2' } })),
    ).toBe('error');
  });

  it('explains it of a living cluster', () => {
    expect(
      verdict(natV2PreviewValue, liveCluster({ cluster: { outboundType: 'managedNATGatewayV2' } })),
    ).toBe('info');
  });

  it('passes the spelling that stays', () => {
    expect(verdict(natV2PreviewValue, fileCluster({ cluster: { outboundType: 'managedNATGateway' } }))).toBe(
      'pass',
    );
  });

  it('cannot tell without the API version', () => {
    expect(
      verdict(
        natV2PreviewValue,
        fileCluster({ cluster: { outboundType: 'managedNATGatewayV2', apiVersion: lost } }),
      ),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(natV2PreviewValue)).toBe(true);
  });
});
