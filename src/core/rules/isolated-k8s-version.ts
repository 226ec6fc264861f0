import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P33, isolated-k8s-version. AKS docs, Network isolated clusters (ms.date 2025-06-20), read 2026-11-23. */
export const isolatedK8sVersion = defineRule({
  id: 'aks-isolated-k8s-version',
  title: say('Kubernetes is 1.30 or newer'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    return (
      outboundType && { outboundType, kubernetesVersion: where(facts.cluster.kubernetesVersion, isTooOld) }
    );
  },
  *check({ kubernetesVersion: version }) {
    if (version === undefined) return;
    yield {
      about: 'kubernetesVersion',
      title: say('Azure would refuse: Kubernetes is too old'),
      message: say('Network isolated clusters need Kubernetes 1.30; this one runs {version}.', { version }),
      remedy: { text: say('Upgrade Kubernetes first.') },
    };
  },
});

/** A version without a minor part, or none that can be read, is not called old. */
function isTooOld(version: string): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return (
    major !== undefined && minor !== undefined && (Number(major) < 1 || (major === '1' && Number(minor) < 30))
  );
}
