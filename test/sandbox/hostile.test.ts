import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectOf } from '../../src/sandbox/json.js';
import { announceUnknown } from '../fakes/unknown-routes.js';
import { callerIn, clusterAt, production, shop } from './caller.js';
import { mutated } from './mutated.js';

const graph = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';
const subnet = `/subscriptions/${production}/resourceGroups/rg-orders-network/providers/Microsoft.Network/virtualNetworks/vnet-orders/subnets/snet-aks?api-version=2025-09-01`;

describe('whatever is sent', () => {
  it('as a body of a cluster is answered, and leaves a cluster that can be read', async () => {
    const azure = await callerIn();
    const body = (await azure.get(shop)).body;
    await fc.assert(
      fc.asyncProperty(mutated(body), async (odd) => {
        const put = await azure.send('PUT', shop, JSON.stringify(odd));
        expect([200, 400, 409, 412]).toContain(put.status);
        azure.clock.advance(200_000);
        const after = await azure.get(shop);
        expect([after.status, typeof after.at('properties', 'networkProfile', 'outboundType')]).toEqual([
          200,
          'string',
        ]);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('as a body of a subnet is answered, and leaves a subnet', async () => {
    const azure = await callerIn();
    const body = (await azure.get(subnet)).body;
    await fc.assert(
      fc.asyncProperty(mutated(body), async (odd) => {
        expect((await azure.send('PUT', subnet, JSON.stringify(odd))).status).toBeLessThan(500);
        azure.clock.advance(20_000);
        expect((await azure.get(subnet)).status).toBe(200);
      }),
      { seed: 12, numRuns: 80 },
    );
  });

  it('as a path is answered with an error of Azure’s shape', async () => {
    announceUnknown(/^/);
    const azure = await callerIn();
    const segment = fc.oneof(
      fc.constantFrom(
        'subscriptions',
        production,
        'providers',
        'Microsoft.Network',
        'resourceGroups',
        'rg-shop',
        'Microsoft.ContainerService',
        'managedClusters',
        '%',
        '%E0%A4%A',
        '..',
        '{s}',
        '__proto__',
        'constructor',
      ),
      fc.string({ maxLength: 6 }).map(encodeURIComponent),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 9 }),
        fc.constantFrom('GET', 'PUT', 'DELETE', 'POST'),
        async (parts, method) => {
          const reply = await azure.send(
            method,
            `/${parts.join('/')}?api-version=2025-09-01`,
            method === 'GET' ? undefined : '{}',
          );
          expect(reply.status).toBeLessThan(500);
          if (reply.status >= 400)
            expect(typeof (reply.at('error', 'code') ?? reply.at('code'))).toBe('string');
        },
      ),
      { seed: 13, numRuns: 250 },
    );
  });

  it('as a question to the graph is answered', async () => {
    const azure = await callerIn();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (query, options) => {
        const reply = await azure.send(
          'POST',
          graph,
          JSON.stringify({ query, options, subscriptions: options }),
        );
        expect([200, 400, 403]).toContain(reply.status);
      }),
      { seed: 14, numRuns: 100 },
    );
  });

  it('under the name of a built-in property is no cluster, no pool and no tag', async () => {
    const azure = await callerIn();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect((await azure.get(clusterAt('rg-shop', name))).status).toBe(404);
      expect(
        (await azure.get(clusterAt('rg-shop', 'shop-prod', { rest: `/agentPools/${name}` }))).status,
      ).toBe(404);
    }
    await azure.send(
      'PUT',
      shop,
      `${JSON.stringify({ ...objectOf((await azure.get(shop)).body), tags: {} }).slice(0, -1)},"__proto__":{"polluted":true}}`,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
