import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/message.js';
import { earlyPreview, tableChanges } from '../../src/core/migration-history.js';
import { cellFor } from '../../src/core/migration-matrix.js';
import { targetKeys } from '../../src/core/outbound-type.js';

const counted = (network: 'managed' | 'own') => {
  const all = targetKeys.flatMap((from) => targetKeys.map((to) => cellFor(network, from, to).support));
  const count = (support: string) => all.filter((one) => one === support).length;
  return { same: count('same'), supported: count('supported'), contradictory: count('contradictory') };
};

describe('the migration matrix', () => {
  it('has as many supported cells as the page of 5 August 2026', () => {
    expect(counted('managed')).toEqual({ same: 7, supported: 15, contradictory: 1 });
    expect(counted('own')).toEqual({ same: 7, supported: 12, contradictory: 0 });
  });

  it('tells both sides where the page contradicts itself', () => {
    const cell = cellFor('managed', 'managedNATGateway/Standard', 'loadBalancer');
    expect(cell.support).toBe('contradictory');
    expect(cell.sources).toHaveLength(2);
  });

  it('lets a Standard gateway become StandardV2 and nothing follow that', () => {
    expect(cellFor('managed', 'managedNATGateway/Standard', 'managedNATGateway/StandardV2').support).toBe(
      'supported',
    );
    for (const to of targetKeys.filter((key) => key !== 'managedNATGateway/StandardV2'))
      expect(cellFor('managed', 'managedNATGateway/StandardV2', to).support).toBe('notSupported');
  });

  it('refuses a type of the other kind of network, and says why', () => {
    expect(format(cellFor('managed', 'loadBalancer', 'userDefinedRouting').reason)).toContain(
      'own virtual network',
    );
    expect(format(cellFor('own', 'loadBalancer', 'managedNATGateway/Standard').reason)).toContain(
      'that AKS made',
    );
    expect(cellFor('managed', 'userDefinedRouting', 'loadBalancer').support).toBe('notSupported');
  });

  it('names source and day of every cell but the same', () => {
    for (const network of ['managed', 'own'] as const)
      for (const from of targetKeys)
        for (const to of targetKeys.filter((key) => key !== from))
          expect(cellFor(network, from, to).sources).not.toHaveLength(0);
    for (const { url, readOn } of cellFor('own', 'loadBalancer', 'none').sources) {
      expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
      expect(readOn).toBe('2026-11-23');
    }
  });

  it('keeps the preview of early 2023 for people who come with the old page', () => {
    expect(earlyPreview.managed['managedNATGateway/Standard'].loadBalancer).toBe('yes');
    expect(format(earlyPreview.explained)).toContain('AKS-OutBoundTypeMigrationPreview');
    expect(tableChanges.map(({ on }) => on)).toEqual(tableChanges.map(({ on }) => on).sort());
  });
});
