import { describe, expect, it } from 'vitest';
import { objectOf } from '../../src/sandbox/json.js';
import { callerIn, clusterAt, shop } from './caller.js';

// Written by hand from the published resource types, so that shapes are watched where the schemas are not at hand.

const clusterKeys = [
  'id',
  'location',
  'name',
  'type',
  'kind',
  'tags',
  'properties',
  'identity',
  'sku',
  'eTag',
];

const alwaysThere = [
  ...[
    'provisioningState',
    'powerState',
    'kubernetesVersion',
    'azurePortalFQDN',
    'nodeResourceGroup',
    'enableRBAC',
  ],
  ...[
    'networkProfile',
    'maxAgentPools',
    'servicePrincipalProfile',
    'dnsPrefix',
    'fqdn',
    'currentKubernetesVersion',
  ],
  ...[
    'securityProfile',
    'storageProfile',
    'oidcIssuerProfile',
    'workloadAutoScalerProfile',
    'supportPlan',
    'identityProfile',
  ],
];

describe('the shape of a managed cluster', () => {
  it('has the top level of the wire, and the properties that are always there', async () => {
    const { body, at } = objectsIn(await (await callerIn()).get(shop));
    expect(Object.keys(body)).toEqual(clusterKeys);
    expect(alwaysThere.filter((key) => !(key in at('properties')))).toEqual([]);
    expect(Object.keys(at('properties', 'networkProfile', 'loadBalancerProfile'))).toEqual([
      ...['managedOutboundIPs', 'effectiveOutboundIPs', 'idleTimeoutInMinutes', 'backendPoolType'],
    ]);
  });

  it('has no null and nothing undefined anywhere', async () => {
    const azure = await callerIn();
    for (const target of [shop, clusterAt('rg-edge', 'edge-prod'), clusterAt('rg-vault', 'vault-prod')])
      expect((await azure.get(target)).text).not.toMatch(/: null|undefined/);
  });

  it('of a private cluster has a private name only', async () => {
    const reply = await (await callerIn()).get(clusterAt('rg-vault', 'vault-prod'));
    expect([reply.at('properties', 'fqdn'), typeof reply.at('properties', 'privateFQDN')]).toEqual([
      undefined,
      'string',
    ]);
  });
});

function objectsIn(reply: Awaited<ReturnType<Awaited<ReturnType<typeof callerIn>>['get']>>) {
  return {
    body: objectOf(reply.body),
    at: (...path: readonly string[]) => objectOf(reply.at(...path)),
  };
}
