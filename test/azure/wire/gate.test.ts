import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/azure/wire/gate.js';
import { armHost, json, wire } from '../../fakes/wire.js';

const cluster = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c';
const verdict = (method: string, path: string, mayWrite = true) =>
  judge({ method, url: `${armHost}${path}` }, armHost, () => mayWrite);

describe('the gate', () => {
  it.each([
    ['PUT', `${cluster}?api-version=2026-05-01`],
    ['PUT', cluster.replace('resourceGroups', 'resourcegroups')],
    ['POST', `${cluster}/abort?api-version=2026-05-01`],
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
    ['PUT', '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/routeTables/r'],
    ['PUT', '/subscriptions/s/resourceGroups/g'],
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
      '',
    );
    const { send, arrived } = wire(() => json(200, {}));
    const allowed =
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft[.]ContainerService\/managedClusters\/[^/]+(\/abort)?$/i;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PUT' as const, 'POST' as const),
        fc.array(word, { maxLength: 11 }),
        async (method, words) => {
          await send({ method, url: `${armHost}/${words.join('/')}`, body: {} });
        },
      ),
      { seed: 4, numRuns: 400 },
    );
    for (const { url } of arrived) expect(new URL(url).pathname).toMatch(allowed);
  });
});
