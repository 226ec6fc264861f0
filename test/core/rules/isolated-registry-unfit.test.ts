import { describe, expect, it } from 'vitest';
import { isolatedRegistryUnfit } from '../../../src/core/rules/isolated-registry-unfit.js';
import type { RegistryFacts } from '../../../src/core/surroundings.js';
import { around, said } from '../around.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

const fit: RegistryFacts = {
  name: 'acr',
  sku: said('Premium'),
  publicNetworkAccess: said('Disabled'),
  privateEndpoints: said([{ id: 'pe', status: said('Approved'), dnsZoneIds: said([]) }]),
  cacheRules: said([
    { name: 'aks-managed-mcr', sourceRepository: 'mcr.microsoft.com/*', targetRepository: '*' },
  ]),
  kubeletRoles: said([
    {
      roleName: 'AcrPull',
      principalId: 'kubelet',
      scope: 'acr',
      permissions: said([{ actions: ['Microsoft.ContainerRegistry/registries/pull/read'], notActions: [] }]),
    },
  ]),
};
const brought = (more: Partial<RegistryFacts> = {}) =>
  around(liveCluster(), { registry: said({ ...fit, ...more }) });

describe('aks-isolated-registry-unfit', () => {
  it('blocks for each thing that the registry lacks', () => {
    const faults: readonly Partial<RegistryFacts>[] = [
      { sku: said('Basic') },
      { privateEndpoints: said([{ id: 'pe', status: said('Pending'), dnsZoneIds: said([]) }]) },
      { cacheRules: said([]) },
      { kubeletRoles: said([]) },
    ];
    for (const fault of faults)
      expect(verdict(isolatedRegistryUnfit, brought(fault), targets.none), JSON.stringify(fault)).toBe(
        'block',
      );
  });

  it('passes where nothing is missing, and where AKS keeps the registry itself', () => {
    expect(verdict(isolatedRegistryUnfit, brought(), targets.none)).toBe('pass');
    expect(verdict(isolatedRegistryUnfit, around(liveCluster()), targets.block)).toBe('pass');
  });

  it('cannot tell where something of it may not be read', () => {
    expect(verdict(isolatedRegistryUnfit, brought({ cacheRules: lost }), targets.none)).toBe('unknown');
    expect(verdict(isolatedRegistryUnfit, around(liveCluster(), { registry: lost }), targets.none)).toBe(
      'unknown',
    );
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedRegistryUnfit)).toBe(true);
  });
});
