import { describe, expect, it } from 'vitest';
import { isolatedK8sVersion } from '../../../src/core/rules/isolated-k8s-version.js';
import { liveCluster, lost } from '../cluster.js';
import { hasPage, targets, verdict } from './verdict.js';

describe('aks-isolated-k8s-version', () => {
  it('blocks 1.29', () => {
    expect(
      verdict(isolatedK8sVersion, liveCluster({ cluster: { kubernetesVersion: '1.29.12' } }), targets.none),
    ).toBe('block');
  });

  it('passes 1.30', () => {
    expect(
      verdict(isolatedK8sVersion, liveCluster({ cluster: { kubernetesVersion: '1.30' } }), targets.none),
    ).toBe('pass');
  });

  it('passes a version without minor part, which means the newest', () => {
    expect(
      verdict(isolatedK8sVersion, liveCluster({ cluster: { kubernetesVersion: '1' } }), targets.none),
    ).toBe('pass');
  });

  it('cannot tell without the version', () => {
    expect(
      verdict(isolatedK8sVersion, liveCluster({ cluster: { kubernetesVersion: lost } }), targets.none),
    ).toBe('unknown');
  });

  it('has a page with its source', () => {
    expect(hasPage(isolatedK8sVersion)).toBe(true);
  });
});
