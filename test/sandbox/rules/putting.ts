import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/sandbox/json.js';
import { merged } from '../../../src/sandbox/json.js';
import { callerIn, clusterAt, withNetwork } from '../caller.js';

const subscription = (number: number): { subscriptionId: string } => ({
  subscriptionId: `5b000000-0000-4000-8000-00000000000${number}`,
});

/** Where the tour's clusters are. */
export const at = {
  shop: clusterAt('rg-shop', 'shop-prod'),
  orders: clusterAt('rg-orders', 'orders-prod'),
  payments: clusterAt('rg-payments', 'payments-prod'),
  edge: clusterAt('rg-edge', 'edge-prod'),
  search: clusterAt('rg-search', 'search-prod'),
  ledger: clusterAt('rg-ledger', 'ledger-prod'),
  vault: clusterAt('rg-vault', 'vault-prod'),
  none: clusterAt('rg-isolated', 'isolated-none', subscription(2)),
  next: clusterAt('rg-isolated', 'isolated-next', subscription(2)),
  automatic: clusterAt('rg-automatic', 'automatic-apps', subscription(2)),
  provisioned: clusterAt('rg-provisioned', 'provisioned-dev', subscription(2)),
  windows: clusterAt('rg-windows', 'windows-staging', subscription(3)),
  kubenet: clusterAt('rg-kubenet', 'kubenet-staging', subscription(3)),
  batch: clusterAt('rg-batch', 'batch-staging', subscription(3)),
  basic: clusterAt('rg-legacy', 'basic-legacy', subscription(4)),
  vmas: clusterAt('rg-legacy', 'vmas-legacy', subscription(4)),
  stopped: clusterAt('rg-dev', 'stopped-dev', subscription(4)),
  failed: clusterAt('rg-dev', 'failed-dev', subscription(4)),
  updating: clusterAt('rg-dev', 'updating-dev', subscription(4)),
};

export type Change = (body: Json | undefined) => JsonObject;

export const network =
  (patch: Readonly<Record<string, unknown>>): Change =>
  (body) =>
    withNetwork(body, patch);
export const type = (outboundType: string, more: Readonly<Record<string, unknown>> = {}): Change =>
  network({ outboundType, loadBalancerProfile: undefined, natGatewayProfile: undefined, ...more });
export const properties =
  (patch: JsonObject): Change =>
  (body) =>
    merged(body, { properties: patch }) as JsonObject;
export const balancer = (profile: JsonObject): Change =>
  network({ outboundType: 'loadBalancer', natGatewayProfile: undefined, loadBalancerProfile: profile });
export const gateway = (profile: JsonObject): Change =>
  network({ outboundType: 'managedNATGateway', loadBalancerProfile: undefined, natGatewayProfile: profile });

export const put = async (target: string, change: Change) => {
  const azure = await callerIn();
  const before = await azure.get(target);
  expect(before.status).toBe(200);
  return azure.send('PUT', target, change(before.body));
};

export type Refused = readonly [what: string, target: string, change: Change, status: number, code: string];

/** One test for each row: the PUT is refused with that status and code, in the shape of AKS. */
export const refuses = (rows: readonly Refused[]): void => {
  it.each(rows)('%s', async (_, target, change, status, code) => {
    const reply = await put(target, change);
    expect([reply.status, reply.at('code')]).toEqual([status, code]);
    // Not wrapped, and told apart from the front door's own errors.
    expect(Object.keys(reply.body as JsonObject).slice(0, 4)).toEqual([
      'code',
      'details',
      'message',
      'subcode',
    ]);
    expect(reply.headers.get('x-ms-failure-cause')).toBeNull();
  });
};
