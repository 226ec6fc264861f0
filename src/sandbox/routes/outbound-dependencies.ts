import type { JsonObject } from '../json.js';
import { textAt } from '../json.js';
import { fromAks, type Answer } from '../wire/answer.js';
import { aksType } from '../wire/versions.js';
import { clusterIdIn, clusterMissing, clusterNow } from './cluster-here.js';
import type { Call, Route } from './route.js';

/**
 * What a cluster must reach (AKS docs, Outbound network and FQDN rules for AKS clusters, read 2026-11-23).
 * `{location}` stands for the cluster's region.
 */
const required: readonly (readonly [category: string, domains: readonly string[]])[] = [
  ['azure-resource-management', ['management.azure.com', 'login.microsoftonline.com']],
  ['images', ['mcr.microsoft.com', '*.data.mcr.microsoft.com', 'mcr-0001.mcr-msedge.net']],
  ['artifacts', ['packages.microsoft.com', 'acs-mirror.azureedge.net', 'packages.aks.azure.com']],
];

const endpoint = (domainName: string, port: number, protocol: string): JsonObject => ({
  domainName,
  endpointDetails: [{ port, protocol }],
});

function list(call: Call): Answer {
  const cluster = clusterNow(call, clusterIdIn(call));
  if (cluster === undefined) return clusterMissing(call);
  const own = textAt(cluster, 'properties', 'fqdn') || textAt(cluster, 'properties', 'privateFQDN');
  return fromAks(200, {
    value: [
      ...required.map(([category, domains]) => ({
        category,
        endpoints: domains.map((domain) => endpoint(domain, 443, 'Https')),
      })),
      { category: 'apiserver', endpoints: [endpoint(own, 443, 'Https')] },
      { category: 'time-sync', endpoints: [endpoint('ntp.ubuntu.com', 123, 'UDP')] },
    ],
  });
}

export const outboundDependencyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.containerservice/managedclusters/{n}/outboundnetworkdependenciesendpoints',
    type: aksType('managedClusters'),
    read: list,
  },
];
