import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/sandbox/json.js';
import { callerIn, shop, toManagedNat } from './caller.js';

const network = ['properties', 'networkProfile'] as const;

describe('a change from load balancer to managed NAT gateway', () => {
  it('shows the old addresses until it ends, and new ones then', async () => {
    const azure = await callerIn();
    const before = await azure.get(shop);
    const put = await azure.send('PUT', shop, toManagedNat(before.body), {
      'if-match': textAt(before.body, 'eTag'),
    });
    expect(put.status).toBe(200);
    expect(put.at('properties', 'provisioningState')).toBe('Updating');
    expect(put.at(...network, 'outboundType')).toBe('managedNATGateway');
    expect(put.at(...network, 'loadBalancerProfile')).toEqual(before.at(...network, 'loadBalancerProfile'));
    expect(put.at(...network, 'natGatewayProfile', 'effectiveOutboundIPs')).toBeUndefined();

    expect(await azure.follow(put.headers.get('azure-asyncoperation')!)).toEqual([
      ...['InProgress', 'ProvisioningNetworkResources', 'ProvisioningControlPlane', 'ReconcilingAddons'],
      'Succeeded',
    ]);

    const after = await azure.get(shop);
    expect(after.at('properties', 'provisioningState')).toBe('Succeeded');
    expect(after.at(...network, 'loadBalancerProfile')).toEqual({
      backendPoolType: 'nodeIPConfiguration',
      idleTimeoutInMinutes: 30,
    });
    const [address] = after.at(...network, 'natGatewayProfile', 'effectiveOutboundIPs') as { id: string }[];
    const found = await azure.get(`${address!.id}?api-version=2025-09-01`);
    expect(found.at('properties', 'ipAddress')).toMatch(/^198\.51\.100\./);
  });
});
