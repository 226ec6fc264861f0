import type { Step } from '../../src/core/plan.js';
import { toManagedNatGateway, type Change } from './orders.js';
import type { TestStep } from './own-network.js';

/** `shop-prod` of the sandbox's tour, whose pools are `system` and `web`. */
export const shopId =
  '/subscriptions/5b000000-0000-4000-8000-000000000001/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/shop-prod';

/** Every node of a pool made anew. */
export const reimage = (pool: string, clusterId = shopId): TestStep => ({
  id: `reimage-${pool}`,
  isCutOver: false,
  verify: [{ kind: 'equals', path: ['properties', 'provisioningState'], value: 'Succeeded' }],
  send: {
    kind: 'reimage',
    method: 'POST',
    resourceId: `${clusterId}/agentPools/${pool}`,
    apiVersion: '2026-05-01',
  },
});

/** Pools made anew, and then the type where a switch is among the steps. */
export const reimaging = (...steps: readonly TestStep[]): Change => ({ ...toManagedNatGateway, steps });

export const thenSwitch = toManagedNatGateway.steps as readonly Pick<Step, 'id' | 'verify'>[];
