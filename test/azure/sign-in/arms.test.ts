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

describe('the account for a tenant', () => {
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
    expect(await arms.forTenant('two')).toMatchObject({ account: 'B' });
    expect(arrived).toEqual([]);
  });

  it('is asked of Azure once where accounts do not say, with a token of no special tenant', async () => {
    const { arms, arrived, asked } = armsFor([{ id: 'a', label: 'A' }], tenants('one', 'two'));
    expect(await arms.forTenant('Two')).toMatchObject({ account: 'A' });
    await arms.forTenant('two');
    expect(arrived.map(({ url }) => new URL(url).pathname)).toEqual(['/tenants']);
    expect(asked).toMatchObject([{ tenantId: 'organizations' }]);
  });

  it('is missing in words that a person can act on', async () => {
    await expect(armsFor([], tenants()).arms.forTenant('x')).rejects.toMatchObject({
      problem: { kind: 'signedOut' },
    });
    await expect(
      armsFor([{ id: 'a', label: 'A' }], tenants('one')).arms.forTenant('x'),
    ).rejects.toMatchObject({ problem: { kind: 'expired' } });
    const down = armsFor([{ id: 'a', label: 'A' }], () =>
      json(403, { error: { code: 'Denied', message: 'no' } }),
    );
    await expect(down.arms.forTenant('x')).rejects.toMatchObject({ problem: { kind: 'denied' } });
  });
});
