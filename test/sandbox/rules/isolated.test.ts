import { describe, expect, it } from 'vitest';
import { isIsolatedRight } from '../../../src/sandbox/rules/isolated.js';
import { judge, onePool } from './judging.js';
import { merged, type JsonObject } from '../../../src/sandbox/json.js';
import { at, refuses, type } from './putting.js';

describe('Of isolated clusters AKS refuses', () => {
  refuses([
    ['none without a cache', at.shop, type('none'), 400, 'InvalidNetworkIsolatedClusterConfiguration'],
    [
      'none with a public API server',
      at.shop,
      (body) =>
        merged(type('none')(body), {
          properties: { bootstrapProfile: { artifactSource: 'Cache' } },
        }) as JsonObject,
      400,
      'InvalidNetworkIsolatedClusterConfiguration',
    ],
  ]);
});

describe('an isolated cluster', () => {
  const isolated: JsonObject = {
    networkProfile: { outboundType: 'none' },
    bootstrapProfile: { artifactSource: 'Cache' },
    apiServerAccessProfile: { enablePrivateCluster: true },
  };

  const before = { properties: { bootstrapProfile: { artifactSource: 'Cache' } } };

  it('is right with a cache and a private way to its API server', () => {
    expect(judge([isIsolatedRight], { before, desired: { properties: isolated } })).toBeUndefined();
    const integrated = { ...isolated, apiServerAccessProfile: { enableVnetIntegration: true } };
    expect(judge([isIsolatedRight], { before, desired: { properties: integrated } })).toBeUndefined();
  });

  it('is refused where cache and type come in one change: the nodes have to be made anew in between', () => {
    expect(judge([isIsolatedRight], { desired: { properties: isolated } })).toMatchObject({
      status: 400,
      target: 'bootstrapProfile.artifactSource',
    });
  });

  it.each<readonly [string, JsonObject, string]>([
    [
      'kubenet',
      { networkProfile: { outboundType: 'none', networkPlugin: 'kubenet' } },
      'networkProfile.networkPlugin',
    ],
    [
      'nodes that update themselves',
      { autoUpgradeProfile: { nodeOSUpgradeChannel: 'Unmanaged' } },
      'autoUpgradeProfile.nodeOSUpgradeChannel',
    ],
    ['Windows nodes', { agentPoolProfiles: onePool({ osType: 'Windows' }) }, 'agentPoolProfile.osType'],
    ['Kubernetes 1.29', { currentKubernetesVersion: '1.29.9' }, 'kubernetesVersion'],
  ])('is refused with %s', (_, more, target) => {
    const desired = { properties: { ...isolated, ...more } };
    expect(judge([isIsolatedRight], { before, desired })).toMatchObject({ status: 400, target });
  });
});
