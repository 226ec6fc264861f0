import { describe, expect, it } from 'vitest';
import { createArms } from '../../../src/azure/sign-in/arms.js';
import { createTransport } from '../../../src/azure/wire/transport.js';
import type { Account, AzurePorts, Cloud } from '../../../src/azure/ports.js';
import { armHost, json, wire, type Answering } from '../../fakes/wire.js';

const cloud: Cloud = {
  name: 'Test',
  resourceManager: armHost,
  scopes: [`${armHost}/.default`],
  portal: armHost,
};

const armsFor = (accounts: readonly Account[], answering: Answering) => {
  const { ports, arrived, asked } = wire(answering);
  const sessions = { ...ports.sessions, accounts: () => Promise.resolve(accounts) };
  const httpClient = createTransport({ resourceManager: armHost, mayWrite: () => false, ...ports });
  return {
    arrived,
    asked,
    arms: createArms(
      { ...ports, sessions, log: () => undefined } as unknown as AzurePorts,
      cloud,
      httpClient,
    ),
  };
};

describe('the account for a cluster', () => {
  const tenants =
    (...ids: string[]): Answering =>
    () =>
      json(200, { value: ids.map((tenantId) => ({ tenantId })) });

  it('is the one that knows it, without asking Azure', async () => {
    const { arms, arrived } = armsFor(
      [
        { id: 'a', label: 'A', tenantIds: ['one'] },
        { id: 'b', label: 'B', tenantIds: ['TWO'] },
      ],
      tenants(),
    );
    expect(await arms.forCluster({ tenantId: 'two', subscriptionId: 's-1' })).toMatchObject({ account: 'B' });
    expect(arrived).toEqual([]);
  });

  it('is asked of Azure once where accounts do not say, with a token of no special tenant', async () => {
    const { arms, arrived, asked } = armsFor([{ id: 'a', label: 'A' }], tenants('one', 'two'));
    expect(await arms.forCluster({ tenantId: 'Two', subscriptionId: 's-1' })).toMatchObject({ account: 'A' });
    await arms.forCluster({ tenantId: 'two', subscriptionId: 's-1' });
    expect(arrived.map(({ url }) => new URL(url).pathname)).toEqual(['/tenants']);
    expect(asked).toMatchObject([{ tenantId: 'organizations' }]);
  });

  it('is missing in words that a person can act on', async () => {
    await expect(
      armsFor([], tenants()).arms.forCluster({ tenantId: 'x', subscriptionId: 's-1' }),
    ).rejects.toMatchObject({
      problem: { kind: 'signedOut' },
    });
    await expect(
      armsFor([{ id: 'a', label: 'A' }], tenants('one')).arms.forCluster({
        tenantId: 'x',
        subscriptionId: 's-1',
      }),
    ).rejects.toMatchObject({ problem: { kind: 'expired' } });
    const down = armsFor([{ id: 'a', label: 'A' }], () =>
      json(403, { error: { code: 'Denied', message: 'no' } }),
    );
    await expect(down.arms.forCluster({ tenantId: 'x', subscriptionId: 's-1' })).rejects.toMatchObject({
      problem: { kind: 'denied' },
    });
  });

  const both = [
    { id: 'a', label: 'A', tenantIds: ['one'] },
    { id: 'b', label: 'B', tenantIds: ['one'] },
  ];

  it('is, of several in its tenant, the first that may see its subscription', async () => {
    // The first token is A's.
    const { arms, arrived } = armsFor(both, ({ headers }) =>
      headers['authorization'] === 'Bearer token-1'
        ? json(403, { error: { code: 'AuthorizationFailed', message: 'no' } })
        : json(200, { subscriptionId: 's-1' }),
    );
    expect(await arms.forCluster({ tenantId: 'one', subscriptionId: 's-1' })).toMatchObject({ account: 'B' });
    expect(arrived.map(({ url }) => new URL(url).pathname)).toEqual([
      '/subscriptions/s-1',
      '/subscriptions/s-1',
    ]);
  });

  it('is asked for again where nobody could tell who may see the subscription', async () => {
    let isDown = true;
    const { arms } = armsFor(both, ({ headers }) => {
      if (isDown) return json(503, { error: { code: 'ServiceUnavailable', message: 'no' } });
      return headers['authorization'] === 'Bearer token-1' ? json(403, {}) : json(200, {});
    });
    const owner = { tenantId: 'one', subscriptionId: 's-1' };
    await arms.forCluster(owner);
    isDown = false;
    expect(await arms.forCluster(owner)).toMatchObject({ account: 'B' });
  });

  it('is not told to be missing where no account could be asked', async () => {
    const { arms } = armsFor(
      [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      () => {
        throw new TypeError('fetch failed');
      },
    );
    await expect(arms.forCluster({ tenantId: 'one', subscriptionId: 's-1' })).rejects.toMatchObject({
      problem: { kind: 'offline' },
    });
  });

  it('is the one under which it is listed, as long as that is signed in', async () => {
    const signedIn = [...both];
    const { arms } = armsFor(signedIn, () => json(200, {}));
    arms.remember(new Map([['S-1', 'b']]));
    const owner = { tenantId: 'one', subscriptionId: 's-1' };
    expect(await arms.forCluster(owner)).toMatchObject({ account: 'B' });
    signedIn.pop();
    expect(await arms.forCluster(owner)).toMatchObject({ account: 'A' });
  });

  it('is the one that began a run, whatever is listed, and another only where that one is gone', async () => {
    const { arms } = armsFor(both, () => json(200, {}));
    arms.remember(new Map([['s-1', 'a']]));
    const owner = { tenantId: 'one', subscriptionId: 's-1' };
    expect(await arms.forCluster({ ...owner, account: 'B' })).toMatchObject({ account: 'B' });
    expect(await arms.forCluster({ ...owner, account: 'C' })).toMatchObject({ account: 'A' });
  });
});
