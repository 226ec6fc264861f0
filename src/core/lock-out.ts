import type { Dated } from './source.js';

/**
 * How long nodes are without the API server where AKS chooses their new address during the change. The least is one
 * more update of the cluster, which lets the address in, and the most the whole change, that update in the median, and
 * the time until the list applies. Recorded traffic of azure-cli and Azure Service Operator: an update of a cluster took
 * 76 s at least and 114 s in the median of 259, the change from load balancer to managed NAT gateway 172 s.
 */
export const lockOut = {
  what: 'minutes that nodes are without the API server where AKS chooses their address',
  source: 'https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges',
  readOn: '2026-11-23',
  leastInMinutes: 2,
  mostInMinutes: 7,
} as const satisfies Dated & Record<string, unknown>;
