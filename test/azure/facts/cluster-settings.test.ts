import { describe, expect, it } from 'vitest';
import { clusterSettings } from '../../../src/azure/facts/cluster-settings.js';
import { poolsOf } from '../../../src/azure/facts/pools.js';
import { resource } from '../../../src/azure/facts/resource.js';
import { valueOf } from '../../../src/core/fact.js';
import type { Json } from '../../../src/core/json.js';
import { clusterId, subnetId, usual, wrong } from './odd-bodies.js';

const settingsOf = (body: Json) => clusterSettings(resource(clusterId.toLowerCase(), body));
const identity = (name: string) =>
  `/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

describe("a cluster's settings", () => {
  it('name who acts for it: its own principal, or those of the identities that it was given', () => {
    expect(valueOf(settingsOf(usual).identityPrincipalIds!)).toEqual([
      '00000000-0000-4000-8000-000000000009',
    ]);
    const given = settingsOf({
      identity: {
        type: 'UserAssigned',
        userAssignedIdentities: { [identity('One')]: { principalId: 'p-1' }, [identity('Two')]: {} },
      },
      properties: {
        identityProfile: { kubeletidentity: { objectId: 'k-1' } },
        servicePrincipalProfile: { clientId: 'msi' },
      },
    });
    expect(valueOf(given.identityPrincipalIds!)).toEqual(['p-1']);
    expect(valueOf(given.identityIds!)).toEqual(
      [identity('One'), identity('Two')].map((id) => id.toLowerCase()),
    );
    expect(valueOf(given.kubeletPrincipalId!)).toBe('k-1');
    expect(given.servicePrincipalClientId?.kind).toBe('absent');
  });

  it('do not pretend to know a principal that Azure did not name', () => {
    const unnamed = settingsOf({ identity: { userAssignedIdentities: { [identity('One')]: {} } } });
    expect(unnamed.identityPrincipalIds).toMatchObject({ kind: 'unknown', reason: 'odd' });
    expect(settingsOf({}).identityPrincipalIds?.kind).toBe('absent');
    const principal = { properties: { servicePrincipalProfile: { clientId: 'app' } } };
    expect(valueOf(settingsOf(principal).servicePrincipalClientId!)).toBe('app');
  });

  it('show a proxy without the name and password in its address', () => {
    const proxy = valueOf(
      settingsOf({
        properties: {
          httpProxyConfig: {
            enabled: true,
            httpProxy: 'http://ada:secret@proxy.contoso.example:3128/',
            httpsProxy: 'ada:secret@proxy.contoso.example',
            noProxy: ['localhost'],
          },
        },
      }).httpProxy!,
    );
    expect(valueOf(proxy!.httpProxy)).toBe('http://proxy.contoso.example:3128/');
    expect(valueOf(proxy!.httpsProxy)).toBe('proxy.contoso.example');
    expect(JSON.stringify(proxy)).not.toContain('secret');
  });

  it('tell the rest by the names that Azure has for it', () => {
    const settings = settingsOf({
      properties: {
        fqdn: 'one.hcp.westeurope.azmk8s.io',
        networkProfile: { networkPluginMode: 'overlay', staticEgressGatewayProfile: { enabled: true } },
        apiServerAccessProfile: { privateDNSZone: 'system', subnetId, enablePrivateClusterPublicFQDN: false },
        nodeResourceGroupProfile: { restrictionLevel: 'ReadOnly' },
        bootstrapProfile: { artifactSource: 'Cache', containerRegistryId: null },
        autoUpgradeProfile: { upgradeChannel: 'stable' },
        status: { provisioningError: { code: 'QuotaExceeded', message: 'No cores left.' } },
      },
    });
    expect(settings).toMatchObject({
      fqdn: { value: 'one.hcp.westeurope.azmk8s.io' },
      networkPluginMode: { value: 'overlay' },
      hasStaticEgressGateway: { value: true },
      privateDNSZone: { value: 'system' },
      apiServerSubnetId: { value: subnetId.toLowerCase() },
      enablePrivateClusterPublicFQDN: { value: false },
      nodeResourceGroupRestriction: { value: 'ReadOnly' },
      containerRegistryId: { kind: 'absent' },
      upgradeChannel: { value: 'stable' },
      provisioningError: { value: 'QuotaExceeded: No cores left.' },
      httpProxy: { kind: 'absent' },
    });
  });

  it.each([wrong, null, [], 'text', { identity: 'none', properties: { httpProxyConfig: 'x' } }])(
    'never throw: %#',
    (body) => expect(() => settingsOf(body)).not.toThrow(),
  );
});

describe("a pool's settings", () => {
  it('tell image, size, pods and the prefix of an egress gateway', () => {
    const body: Json = {
      properties: {
        agentPoolProfiles: [
          {
            name: 'gw',
            mode: 'Gateway',
            nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202611.01.0',
            vmSize: 'Standard_D4s_v5',
            maxPods: 30,
            upgradeSettings: { maxUnavailable: '10%' },
            gatewayProfile: { publicIPPrefixSize: 31 },
          },
        ],
      },
    };
    expect(valueOf(poolsOf(resource('c', body)))).toMatchObject([
      {
        nodeImageVersion: { value: 'AKSUbuntu-2204gen2containerd-202611.01.0' },
        vmSize: { value: 'Standard_D4s_v5' },
        maxPods: { value: 30 },
        maxUnavailable: { value: '10%' },
        gatewayPrefixSize: { value: 31 },
        nodePublicIPPrefixId: { kind: 'absent' },
      },
    ]);
  });
});
