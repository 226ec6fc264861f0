import { describe, expect, it } from 'vitest';
import { merged, type JsonObject } from '../../../src/sandbox/json.js';
import { at, network, properties, put, refuses } from './putting.js';

describe('Whatever the type, AKS refuses', () => {
  refuses([
    ['a network profile that is none', at.shop, properties({ networkProfile: 5 }), 400, 'UnmarshalError'],
    ['pools that are no list', at.shop, properties({ agentPoolProfiles: 'x' }), 400, 'UnmarshalError'],
    [
      'another subnet of a pool',
      at.ledger,
      properties({ agentPoolProfiles: [{ name: 'system', vnetSubnetID: '/subscriptions/x' }] }),
      400,
      'PropertyChangeNotAllowed',
    ],
    [
      'another service CIDR',
      at.shop,
      network({ serviceCidr: '10.99.0.0/16' }),
      400,
      'PropertyChangeNotAllowed',
    ],
  ]);

  it('another location, in the words of the front door', async () => {
    const reply = await put(at.shop, (body) => merged(body, { location: 'westus' }) as JsonObject);
    expect([reply.status, reply.at('error', 'code')]).toEqual([409, 'InvalidResourceLocation']);
  });
});
