import { describe, expect, it } from 'vitest';
import { type Fact } from '../../../src/core/fact.js';
import type { Part } from '../../../src/core/surroundings-wanted.js';
import { readAround } from '../../../src/azure/around/read-around.js';
import { json, wire } from '../../fakes/wire.js';
import { around, denied, pathsOf, registryId, subject, subscription } from './neighbourhood.js';
import { wavesOf } from './waves.js';

const everything: readonly Part[] = [
  ...(['locks', 'permissions', 'identityRoles', 'policies', 'networkUsages', 'computeUsages'] as const),
  ...(['providers', 'features', 'maintenance', 'loadBalancers', 'networks', 'firewalls'] as const),
  ...(['dependencies', 'extensions', 'registry'] as const),
];

describe('what stands around a cluster', () => {
  it('is read only as far as somebody asks', async () => {
    const { read, arrived } = around({});
    expect(await read()).toEqual({});
    expect(arrived).toEqual([]);
    await read('maintenance', 'maintenance');
    expect(pathsOf(arrived)).toHaveLength(1);
  });

  it('tells quotas, registrations, flags and planned maintenance', async () => {
    const { read } = around({
      '/providers/microsoft.network/locations/westeurope/usages': {
        value: [{ name: { value: 'StandardSkuPublicIpAddresses' }, currentValue: 18, limit: '20' }, {}],
      },
      '/providers/microsoft.compute/locations/westeurope/usages': { value: [] },
      '/providers/microsoft.network': { registrationState: 'Registering' },
      '/providers/microsoft.containerservice': { registrationState: 'Registered' },
      '/microsoft.containerservice/features': {
        value: [{ name: 'Microsoft.ContainerService/SomePreview', properties: { state: 'NotRegistered' } }],
      },
      '/maintenanceconfigurations': {
        value: [
          {
            name: 'aksManagedAutoUpgradeSchedule',
            properties: {
              maintenanceWindow: {
                durationHours: 4,
                startTime: '02:00',
                utcOffset: '+01:00',
                schedule: { weekly: { dayOfWeek: 'Sunday', intervalWeeks: 1 } },
                notAllowedDates: [{ start: '2026-12-20', end: '2027-01-02' }],
              },
            },
          },
        ],
      },
    });
    const read1 = await read('networkUsages', 'computeUsages', 'providers', 'features', 'maintenance');
    expect(read1).toMatchObject({
      networkUsages: { value: [{ name: 'StandardSkuPublicIpAddresses', current: 18, limit: 20 }] },
      computeUsages: { value: [] },
      providers: {
        'Microsoft.ContainerService': { value: 'Registered' },
        'Microsoft.Network': { value: 'Registering' },
      },
      features: { value: { SomePreview: 'NotRegistered' } },
      maintenance: {
        value: [
          {
            name: 'aksManagedAutoUpgradeSchedule',
            durationInHours: 4,
            startTime: '02:00',
            utcOffset: '+01:00',
            dayOfWeek: 'Sunday',
            notAllowed: [{ start: '2026-12-20', end: '2027-01-02' }],
          },
        ],
      },
    });
  });

  it('tells what the cluster must reach, its extensions, and the registry that it pulls from', async () => {
    const endpoint = `${subscription}/resourcegroups/g/providers/microsoft.network/privateendpoints/pe`;
    const zone = `${subscription}/resourcegroups/g/providers/microsoft.network/privatednszones/privatelink.azurecr.io`;
    const { read } = around({
      '/outboundnetworkdependenciesendpoints': {
        value: [
          {
            category: 'azure-resource-management',
            endpoints: [
              { domainName: 'management.azure.com', endpointDetails: [{ port: 443, protocol: 'Https' }] },
              { domainName: 7 },
            ],
          },
        ],
      },
      '/extensions': { value: [{ name: 'flux', properties: { extensionType: 'microsoft.flux' } }] },
      [registryId]: {
        name: 'images',
        sku: { name: 'Premium' },
        properties: {
          publicNetworkAccess: 'Disabled',
          privateEndpointConnections: [
            {
              properties: {
                privateEndpoint: { id: endpoint },
                privateLinkServiceConnectionState: { status: 'Approved' },
              },
            },
          ],
        },
      },
      '/cacherules': {
        value: [
          {
            name: 'aks-managed-mcr',
            properties: {
              sourceRepository: 'mcr.microsoft.com/*',
              targetRepository: 'aks-managed-repository/*',
            },
          },
        ],
      },
      '/privatednszonegroups': {
        value: [{ properties: { privateDnsZoneConfigs: [{ properties: { privateDnsZoneId: zone } }] } }],
      },
      '/roleassignments': denied,
    });
    expect(await read('dependencies', 'extensions', 'registry')).toMatchObject({
      dependencies: {
        value: [{ category: 'azure-resource-management', domainName: 'management.azure.com', ports: [443] }],
      },
      extensions: { value: [{ name: 'flux', type: { value: 'microsoft.flux' } }] },
      registry: {
        value: {
          sku: { value: 'Premium' },
          privateEndpoints: {
            value: [{ id: endpoint, status: { value: 'Approved' }, dnsZoneIds: { value: [zone] } }],
          },
          cacheRules: { value: [{ name: 'aks-managed-mcr' }] },
          kubeletRoles: { kind: 'unknown', reason: 'denied' },
        },
      },
    });
    const without = await around({}, subject({ properties: {} })).read('registry');
    expect(without.registry?.kind).toBe('absent');
  });

  it.each([
    ['denied', denied, 'denied'],
    ['gone', () => json(404, { error: { code: 'ResourceNotFound', message: 'no' } }), 'notFound'],
    ['a page of a proxy', () => new Response('<html>', { status: 200 }), 'failed'],
  ] as const)(
    "that is %s is unknown with Azure's words in its place, and nothing throws",
    async (_, answer, reason) => {
      const answers = { '': answer };
      const found = await around(answers).read(...everything);
      const facts = factsIn(found);
      expect(facts.length).toBeGreaterThan(12);
      const reasons = new Set(facts.map((fact) => (fact.kind === 'unknown' ? fact.reason : fact.kind)));
      expect([...reasons].filter((one) => one !== reason && one !== 'odd')).toEqual([]);
    },
  );

  it.each(everything)('%s takes at most three waves of requests', async (part) => {
    const waves = await wavesOf(part);
    expect(waves).toBeGreaterThan(0);
    expect(waves).toBeLessThanOrEqual(part === 'firewalls' ? 3 : 2);
  });

  it('stops when nobody waits any more', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const { arm } = wire(() => json(200, { value: [] }));
    await expect(
      readAround({ arm, facts: subject(), parts: ['locks'], signal: stop.signal }),
    ).rejects.toThrow('enough');
  });
});

/** Every fact of the first level: parts that are one fact, and the members of parts that are several. */
const factsIn = (found: object): readonly Fact<unknown>[] =>
  Object.values(found).flatMap((part: object) =>
    'kind' in part ? [part as Fact<unknown>] : (Object.values(part) as Fact<unknown>[]),
  );
