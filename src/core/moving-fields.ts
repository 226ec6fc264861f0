import type { Dated } from './source.js';

/**
 * Fields of a managed cluster that move without anybody's intent, so that a comparison leaves them out.
 * Recorded traffic of azure-cli and Azure Service Operator, AKS docs "Use eTags": an update changes the
 * eTag several times, and the cluster autoscaler changes `count`.
 */
export const movingFields = {
  what: 'fields that move by themselves',
  source: 'https://learn.microsoft.com/azure/aks/use-etags',
  readOn: '2026-11-23',
  /** Of the cluster and of each pool, wherever they stand. */
  anywhere: ['eTag', 'etag', 'provisioningState'],
  /** Of a pool with `enableAutoScaling`. */
  ofAutoscaledPools: ['count'],
} as const satisfies Dated & Record<string, unknown>;

/**
 * What AKS fills in or drops by itself when the outbound type or a profile's option is changed.
 * Recorded: load balancer to managed NAT gateway leaves `loadBalancerProfile` reduced to ports, timeout and
 * backend pool type, and fills `natGatewayProfile` with addresses.
 */
export const consequences: readonly {
  readonly whenTouched: readonly string[];
  readonly moves: readonly string[];
}[] = [
  {
    whenTouched: ['properties', 'networkProfile', 'outboundType'],
    moves: ['properties', 'networkProfile', 'loadBalancerProfile'],
  },
  {
    whenTouched: ['properties', 'networkProfile', 'outboundType'],
    moves: ['properties', 'networkProfile', 'natGatewayProfile'],
  },
  {
    whenTouched: ['properties', 'networkProfile', 'natGatewayProfile', 'sku'],
    moves: ['properties', 'networkProfile', 'natGatewayProfile'],
  },
  {
    whenTouched: ['properties', 'networkProfile', 'loadBalancerProfile'],
    moves: ['properties', 'networkProfile', 'loadBalancerProfile', 'effectiveOutboundIPs'],
  },
  {
    whenTouched: ['properties', 'networkProfile', 'natGatewayProfile'],
    moves: ['properties', 'networkProfile', 'natGatewayProfile', 'effectiveOutboundIPs'],
  },
];
