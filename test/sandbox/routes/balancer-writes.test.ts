import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/sandbox/json.js';
import { callerIn, production } from '../caller.js';

const idOf = (path: string): string =>
  `/subscriptions/${production}/resourceGroups/rg-orders-network/providers/Microsoft.Network/${path}`;
const at = (path: string): string => `${idOf(path)}?api-version=2025-09-01`;
const balancer = at('loadBalancers/lb-own');
const body = (address: string): JsonObject => ({
  location: 'switzerlandnorth',
  properties: {
    frontendIPConfigurations: [
      { name: 'front', properties: { publicIPAddress: { id: idOf(`publicIPAddresses/${address}`) } } },
    ],
  },
});

describe('a load balancer of somebody', () => {
  it('is there at once, keeps its address from deletion, and goes', async () => {
    const azure = await callerIn();
    const put = await azure.send('PUT', balancer, body('pip-ng-orders'));
    expect([put.status, put.at('properties', 'provisioningState')]).toEqual([201, 'Succeeded']);
    expect(put.headers.has('azure-asyncoperation')).toBe(true);
    const [front] = put.at('properties', 'frontendIPConfigurations') as JsonObject[];
    expect(front!['id']).toBe(`${idOf('loadBalancers/lb-own')}/frontendIPConfigurations/front`);
    const gone = await azure.send('DELETE', balancer);
    expect([gone.status, gone.headers.get('retry-after')]).toEqual([202, '10']);
    await azure.follow(gone.headers.get('azure-asyncoperation')!);
    expect((await azure.get(balancer)).status).toBe(404);
    expect((await azure.send('DELETE', balancer)).status).toBe(204);
  });

  it('needs an address that is there', async () => {
    const put = await (await callerIn()).send('PUT', balancer, body('none'));
    expect([put.status, put.at('error', 'code')]).toEqual([400, 'InvalidResourceReference']);
  });

  it('takes rules for what comes in, one by one', async () => {
    const azure = await callerIn();
    await azure.send('PUT', balancer, body('pip-ng-orders'));
    const rule = at('loadBalancers/lb-own/inboundNatRules/ssh');
    const sent = { properties: { frontendPort: 22, backendPort: 22 } };
    expect((await azure.send('PUT', rule, sent)).status).toBe(201);
    expect((await azure.send('PUT', rule, sent)).status).toBe(200);
    const read = await azure.get(rule);
    expect(read.headers.get('etag')).toBe(read.at('etag'));
    expect((await azure.send('DELETE', rule)).status).toBe(202);
    expect((await azure.get(rule)).status).toBe(404);
    expect((await azure.send('DELETE', rule)).status).toBe(204);
  });
});
