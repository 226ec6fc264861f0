import { hexOf } from '../chance.js';
import { textAt } from '../json.js';
import { fromAks, type Answer } from '../wire/answer.js';
import { aksType } from '../wire/versions.js';
import { clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import type { Call, Route } from './route.js';

/** A file that kubectl can read and that leads nowhere: the API server's name is made up, like its key. */
const kubeconfig = (order: {
  readonly server: string;
  readonly cluster: string;
  readonly user: string;
  readonly key: string;
}): string =>
  [
    'apiVersion: v1',
    'kind: Config',
    'preferences: {}',
    'clusters:',
    `- name: ${order.cluster}`,
    `  cluster: { server: "https://${order.server}:443", certificate-authority-data: "${order.key}" }`,
    'contexts:',
    `- name: ${order.cluster}`,
    `  context: { cluster: ${order.cluster}, user: ${order.user} }`,
    `current-context: ${order.cluster}`,
    'users:',
    `- name: ${order.user}`,
    `  user: { token: "${order.key}" }`,
    '',
  ].join('\n');

const credential =
  (name: 'clusterUser' | 'clusterAdmin') =>
  (call: Call): Answer => {
    const body = clusterNow(call, clusterIdIn(call));
    if (body === undefined) return clusterMissing(call);
    const cluster = textAt(body, 'name');
    const server = textAt(body, 'properties', 'fqdn') || textAt(body, 'properties', 'privateFQDN');
    const user = `${name}_${call.params['g'] ?? ''}_${cluster}`;
    const key = btoa(`sandbox ${hexOf(32, call.azure.head.seed, 'key', cluster)}`);
    return fromAks(200, {
      kubeconfigs: [{ name, value: btoa(kubeconfig({ server, cluster, user, key })) }],
    });
  };

const cluster =
  'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}';

/** POSTs that ask and change nothing. */
export const credentialRoutes: readonly Route[] = (['User', 'Admin'] as const).map((who): Route => ({
  method: 'POST',
  path: `${cluster}/listcluster${who.toLowerCase()}credential`,
  type: aksType('managedClusters'),
  read: credential(`cluster${who}`),
}));
