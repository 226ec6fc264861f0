import { describe, expect, it } from 'vitest';
import { merged, type JsonObject } from '../../../src/sandbox/json.js';
import { at, gateway, properties, put, type, type Change } from './putting.js';

describe('AKS accepts', () => {
  it.each<readonly [what: string, target: string, change: Change]>([
    ['a body that nothing was changed in', at.shop, (body) => body as JsonObject],
    [
      'the same location in the words of a portal',
      at.shop,
      (body) => merged(body, { location: 'Switzerland North' }) as JsonObject,
    ],
    ['a managed gateway in place of a load balancer', at.shop, type('managedNATGateway')],
    ["a customer's gateway that is on the subnet", at.orders, type('userAssignedNATGateway')],
    ['routes to a firewall', at.payments, type('userDefinedRouting')],
    ['a load balancer while a gateway is on the subnet', at.ledger, type('loadBalancer')],
    ['managed gateway back to load balancer', at.edge, type('loadBalancer')],
    ['Standard up to StandardV2', at.edge, gateway({ sku: 'StandardV2' })],
    ['none for an isolated cluster', at.next, type('none')],
    ['block for an isolated cluster on a network that AKS made', at.next, type('block')],
    ['none back to load balancer', at.none, type('loadBalancer')],
    [
      'ranges',
      at.shop,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.1', '203.0.113.0/24'] } }),
    ],
    ['a cluster whose last operation failed', at.failed, type('managedNATGateway')],
  ])('%s', async (_, target, change) => {
    const reply = await put(target, change);
    expect([reply.at('code'), reply.status]).toEqual([undefined, 200]);
  });
});
