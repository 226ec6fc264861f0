import { outboundTypeOf } from '../change/outbound-type.js';
import { at, objectsOf, textAt, textOf } from '../json.js';
import { badRequest, type Refusal, type Rule } from './refusal.js';

const refuse = (message: string, target: string): Refusal =>
  badRequest('InvalidNetworkIsolatedClusterConfiguration', message, target);

const when = 'When outbound type is none or block';

/** The first sentence is from a public issue (terraform 29808); the rest are limits of AKS docs, Network isolated clusters, read 2026-11-23, in our words. */
export const isIsolatedRight: Rule = ({ before, desired, isNew }) => {
  const type = outboundTypeOf(desired);
  if (type !== 'none' && type !== 'block') return undefined;
  const text = (...path: readonly string[]): string => textAt(desired, 'properties', ...path);
  const isOn = (...path: readonly string[]): boolean => at(desired, 'properties', ...path) === true;
  if (text('bootstrapProfile', 'artifactSource') !== 'Cache')
    return refuse(
      `${when}, bootstrapProfile.artifactSource must be 'Cache'`,
      'bootstrapProfile.artifactSource',
    );
  // Cache first, then the nodes anew, then the type (terraform pull request 32598, June 2026, read 2026-11-23).
  if (
    isNew !== true &&
    outboundTypeOf(before) !== type &&
    textAt(before, 'properties', 'bootstrapProfile', 'artifactSource') !== 'Cache'
  )
    return refuse(
      `${when}, bootstrapProfile.artifactSource must be 'Cache' and all agent pools must be reimaged before the outbound type is changed`,
      'bootstrapProfile.artifactSource',
    );
  if (
    !isOn('apiServerAccessProfile', 'enablePrivateCluster') &&
    !isOn('apiServerAccessProfile', 'enableVnetIntegration')
  )
    return refuse(
      `${when}, the cluster must be private or use API Server VNet Integration`,
      'apiServerAccessProfile',
    );
  if (text('networkProfile', 'networkPlugin') === 'kubenet')
    return refuse(`${when}, network plugin kubenet is not supported`, 'networkProfile.networkPlugin');
  if (text('autoUpgradeProfile', 'nodeOSUpgradeChannel') === 'Unmanaged')
    return refuse(
      `${when}, node OS upgrade channel Unmanaged is not supported`,
      'autoUpgradeProfile.nodeOSUpgradeChannel',
    );
  const windows = objectsOf(at(desired, 'properties', 'agentPoolProfiles')).find(
    ({ osType }) => textOf(osType) === 'Windows',
  );
  if (windows !== undefined)
    return refuse(`${when}, Windows agent pools are not supported`, 'agentPoolProfile.osType');
  return isOldKubernetes(text('currentKubernetesVersion'))
    ? refuse(`${when}, Kubernetes version 1.30 or newer is needed`, 'kubernetesVersion')
    : undefined;
};

function isOldKubernetes(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 1 && minor < 30;
}
