import type { RunEvent, RunRecord } from '../../src/core/run-record.js';

export const clusterId =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/shop-prod';

/** A run of the journal; a test states what matters. */
export function aRun(given: Partial<RunRecord> = {}): RunRecord {
  const id = given.clusterId ?? clusterId;
  return {
    version: 1,
    runId: 'run-1',
    world: 'sandbox',
    cloud: 'sandbox',
    armHost: 'https://sandbox.aks-egress.invalid',
    account: 'ada@contoso.example',
    tenantId: 'tenant',
    clusterId: id,
    clusterName: 'shop-prod',
    plan: {
      version: 1,
      clusterId: id,
      clusterName: 'shop-prod',
      subscriptionId: '00000000-0000-0000-0000-000000000001',
      tenantId: 'tenant',
      from: { outboundType: 'loadBalancer', key: 'loadBalancer' },
      target: { outboundType: 'managedNATGateway', sku: 'Standard' },
      steps: [],
      basis: { apiVersion: '2026-05-01', bodyDigest: 'b', poolETags: {} },
      stays: [],
      wayBack: { exists: true, message: { template: 'Back.' } },
      needsTypedName: false,
    },
    digest: 'd',
    before: { body: {}, outboundType: 'loadBalancer', addresses: ['203.0.113.7'] },
    events: [{ kind: 'started', atInMs: 1 }],
    ...given,
  };
}

export const ended: RunEvent = { kind: 'ended', atInMs: 2, end: 'succeeded' };
