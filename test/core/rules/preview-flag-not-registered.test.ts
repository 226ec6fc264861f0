import { describe, expect, it } from 'vitest';
import { previewFlagNotRegistered } from '../../../src/core/rules/preview-flag-not-registered.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const cluster = liveCluster();
const flags = (state: string) => ({
  features: said({ OutboundTypeBlockPreview: state, 'AKS-NATGatewayPreview': 'NotRegistered' }),
});

describe('aks-preview-flag-not-registered', () => {
  it('warns of a flag whose name speaks of blocked outbound', () => {
    expect(verdict(previewFlagNotRegistered, around(cluster, flags('NotRegistered')), targets.block)).toBe(
      'warn',
    );
  });

  it('passes where it is registered or Azure lists none, and is silent for other types', () => {
    expect(verdict(previewFlagNotRegistered, around(cluster, flags('Registered')), targets.block)).toBe(
      'pass',
    );
    expect(verdict(previewFlagNotRegistered, around(cluster), targets.block)).toBe('pass');
    expect(verdict(previewFlagNotRegistered, around(cluster, flags('NotRegistered')), targets.none)).toBe(
      'silent',
    );
  });

  it('cannot tell where the flags may not be read', () => {
    expect(verdict(previewFlagNotRegistered, around(cluster, { features: lost }), targets.block)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(previewFlagNotRegistered)).toBe(true);
  });
});
