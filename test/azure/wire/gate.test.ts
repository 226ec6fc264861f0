import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/azure/wire/gate.js';
import { armHost, json, wire } from '../../fakes/wire.js';

const cluster = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c';
const network = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network';
const feature =
  '/subscriptions/s/providers/Microsoft.Features/providers/Microsoft.ContainerService/features/f';
const verdict = (method: string, path: string, mayWrite = true) =>
  judge({ method, url: `${armHost}${path}` }, armHost, () => mayWrite);

describe('the gate', () => {
  it.each([
    ['PUT', `${cluster}?api-version=2026-05-01`],
    ['PUT', cluster.replace('resourceGroups', 'resourcegroups')],
    ['POST', `${cluster}/abort?api-version=2026-05-01`],
    ['POST', `${cluster}/agentPools/p/upgradeNodeImageVersion?api-version=2026-05-01`],
    ['PUT', `${network}/publicIPAddresses/p?api-version=2025-09-01`],
    ['PUT', `${network}/publicIPPrefixes/p`],
    ['PUT', `${network}/natGateways/n`],
    ['PUT', `${network}/routeTables/r`],
    ['PUT', `${network}/routeTables/r/routes/default`],
    ['PUT', `${network}/virtualNetworks/v/subnets/s`],
    ['DELETE', `${network}/publicIPAddresses/p`],
    ['DELETE', `${network}/natGateways/n`],
    ['DELETE', `${network}/routeTables/r/routes/default`],
    ['POST', `${feature}/register`],
    ['POST', '/subscriptions/s/providers/Microsoft.ContainerService/register'],
    ['POST', '/subscriptions/s/providers/Microsoft.Network/register'],
  ])('lets %s %s pass, and holds it back where changes are off', (method, path) => {
    expect(verdict(method, path)).toBe('pass');
    expect(verdict(method, path, false)).toBe('changesOff');
  });

  it('lets questions pass whatever the setting says', () => {
    expect(verdict('GET', cluster, false)).toBe('pass');
    expect(
      verdict('POST', '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', false),
    ).toBe('pass');
    const policies =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.PolicyInsights/checkPolicyRestrictions';
    expect(verdict('POST', policies, false)).toBe('pass');
    expect(verdict('PUT', policies)).toBe('notAllowed');
    expect(verdict('POST', `${policies}/x`)).toBe('notAllowed');
  });

  it.each([
    ['DELETE', cluster],
    ['PATCH', cluster],
    ['POST', `${cluster}/stop`],
    ['POST', `${cluster}/listClusterAdminCredential`],
    ['POST', `${cluster}/runCommand`],
    ['PUT', `${cluster}/agentPools/p`],
    ['PUT', `${cluster}/agentPools/p/upgradeNodeImageVersion`],
    ['POST', `${cluster}/agentPools/p/abort`],
    ['POST', `${cluster}/agentPools/p/upgradeNodeImageVersion/x`],
    ['PUT', '/subscriptions/s/resourceGroups/g'],
    ['PUT', `${network}/virtualNetworks/v`],
    ['DELETE', `${network}/virtualNetworks/v`],
    ['DELETE', `${network}/virtualNetworks/v/subnets/s`],
    ['PUT', `${network}/virtualNetworks/v/virtualNetworkPeerings/p`],
    ['PUT', `${network}/networkSecurityGroups/n`],
    ['PUT', `${network}/loadBalancers/l`],
    ['PUT', `${network}/routeTables/r/subnets/s`],
    ['PATCH', `${network}/publicIPAddresses/p`],
    ['POST', `${network}/publicIPAddresses/p`],
    ['POST', '/subscriptions/s/providers/Microsoft.Compute/register'],
    ['POST', '/subscriptions/s/providers/Microsoft.ContainerService/unregister'],
    ['POST', `${feature}/unregister`],
    ['POST', `${feature.replace('Microsoft.ContainerService', 'Microsoft.Compute')}/register`],
    ['PUT', feature],
    ['PUT', `${cluster}/../../../x`],
    ['put', `${cluster}/abort`],
  ])('holds %s %s back', (method, path) => expect(verdict(method, path)).toBe('notAllowed'));

  it('lets no write through that no plan may send, however it is spelt', async () => {
    const word = fc.constantFrom(
      'subscriptions',
      'resourceGroups',
      'g',
      'providers',
      'Microsoft.ContainerService',
      'managedClusters',
      'c',
      'abort',
      'stop',
      '..',
      '%2e%2e',
      'agentPools',
      'Microsoft.Network',
      'Microsoft.Features',
      'features',
      'register',
      'virtualNetworks',
      'subnets',
      'routeTables',
      'routes',
      '',
    );
    const { send, arrived } = wire(() => json(200, {}));
    const group = '^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/';
    const allowed: readonly (readonly [string, string])[] = [
      ['PUT', `${group}Microsoft.ContainerService/managedClusters/[^/]+$`],
      ['POST', `${group}Microsoft.ContainerService/managedClusters/[^/]+/abort$`],
      ['PUT', `${group}Microsoft.Network/routeTables/[^/]+(/routes/[^/]+)?$`],
      ['DELETE', `${group}Microsoft.Network/routeTables/[^/]+(/routes/[^/]+)?$`],
      ['PUT', `${group}Microsoft.Network/virtualNetworks/[^/]+/subnets/[^/]+$`],
      ['POST', '^/subscriptions/[^/]+/providers/Microsoft.(ContainerService|Network)/register$'],
      [
        'POST',
        '^/subscriptions/[^/]+/providers/Microsoft.Features/providers/Microsoft.ContainerService/features/[^/]+/register$',
      ],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PUT' as const, 'POST' as const, 'DELETE' as const),
        fc.array(word, { maxLength: 11 }),
        async (method, words) => {
          await send({ method, url: `${armHost}/${words.join('/')}`, body: {} });
        },
      ),
      { seed: 4, numRuns: 400 },
    );
    for (const { method, url } of arrived) {
      const { pathname } = new URL(url);
      const isAllowed = allowed.some(
        ([verb, path]) => verb === method && new RegExp(path, 'i').test(pathname),
      );
      expect([method, pathname, isAllowed]).toEqual([method, pathname, true]);
    }
  });
});
