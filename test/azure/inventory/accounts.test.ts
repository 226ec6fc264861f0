import { describe, expect, it } from 'vitest';
import { createAzure, publicCloud } from '../../../src/azure/entry.js';
import type { AzurePorts, Sessions } from '../../../src/azure/ports.js';
import { manualClock } from '../../fakes/manual-clock.js';
import { journalStore, memoryJournal } from '../../fakes/memory-journal.js';
import { json } from '../../fakes/wire.js';
import { never, sha256 } from '../rig.js';

const ada = { id: 'a-1', label: 'ada@contoso.example' };
const bo = { id: 'b-1', label: 'bo@fabrikam.example' };
const denied = { error: { code: 'AuthorizationFailed', message: 'no' } };
const signInNeeded = (words: string): Error => Object.assign(new Error(words), { name: 'SignInNeeded' });

/** Two accounts; who may do what is decided by the token, which names account and tenant. */
function azureOf(
  answer: (path: string, who: string) => Response | undefined,
  token?: (want: Parameters<Sessions['token']>[0]) => Error | undefined,
) {
  const signedInTo: (string | undefined)[] = [];
  const ports: AzurePorts = {
    sessions: {
      accounts: () => Promise.resolve([ada, bo]),
      signIn: (tenantId) => Promise.resolve(void signedInTo.push(tenantId)),
      token: (want) => {
        const error = token?.(want);
        if (error !== undefined) return Promise.reject(error);
        return Promise.resolve({ token: `${want.accountId} in ${want.tenantId}`, expiresAtInMs: 9e15 });
      },
    },
    clock: manualClock(),
    journal: memoryJournal(journalStore(), 'window'),
    transport: (request) => {
      const who = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
      const path = new URL(request.url).pathname;
      const body = path === '/tenants' ? tenantsOf(who) : subscriptionsOf(path, who);
      return Promise.resolve(answer(path, who) ?? json(200, body));
    },
    mayWrite: () => false,
    digest: sha256,
    newId: () => 'run',
    log: () => undefined,
  };
  return { azure: createAzure(ports, { cloud: publicCloud, kind: 'azure' }), signedInTo };
}

const tenantsOf = (who: string) => ({
  value: (who.startsWith(ada.id) ? ['t-1', 't-2'] : ['t-2', 't-3']).map((tenantId) => ({
    tenantId,
    displayName: `Tenant ${tenantId}`,
  })),
});

const subscriptionsOf = (path: string, who: string) =>
  path === '/subscriptions'
    ? { value: [{ subscriptionId: `s-${who.slice(-1)}`, displayName: 'Production' }] }
    : { value: [], data: [], resultTruncated: 'false' };

const overview = async (azure: ReturnType<typeof azureOf>['azure']) =>
  (await azure.inventory(never())).tenants.map(({ id, account, problem, subscriptions }) => [
    id,
    account,
    problem?.kind ?? subscriptions.map((one) => one.id).join(),
  ]);

describe('several accounts at once', () => {
  it('show all their tenants, and a tenant that both see under the account that came first', async () => {
    const { azure } = azureOf(() => undefined);
    expect(await overview(azure)).toEqual([
      ['t-1', ada.label, 's-1'],
      ['t-2', ada.label, 's-2'],
      ['t-3', bo.label, 's-3'],
    ]);
  });

  it('of which one fails in a tenant hide nothing of the other, which shows it too', async () => {
    const { azure } = azureOf((path, who) =>
      who === `${ada.id} in t-2` && path !== '/tenants' ? json(403, denied) : undefined,
    );
    expect(await overview(azure)).toEqual([
      ['t-1', ada.label, 's-1'],
      ['t-2', ada.label, 'denied'],
      ['t-2', bo.label, 's-2'],
      ['t-3', bo.label, 's-3'],
    ]);
  });

  it('of which one lacks consent say so beside the others, also where the tenant is shown already', async () => {
    const { azure } = azureOf(
      () => undefined,
      ({ accountId, tenantId }) =>
        accountId === bo.id && tenantId === 't-2'
          ? signInNeeded('AADSTS65001: consent is missing')
          : undefined,
    );
    expect(await overview(azure)).toEqual([
      ['t-1', ada.label, 's-1'],
      ['t-2', ada.label, 's-2'],
      ['t-2', bo.label, 'noConsent'],
      ['t-3', bo.label, 's-3'],
    ]);
  });

  it('of which both cannot even list their tenants keep a row each, whose sign-in goes to their own home', async () => {
    const { azure, signedInTo } = azureOf(
      () => undefined,
      () => signInNeeded('expired'),
    );
    const rows = await overview(azure);
    expect(rows).toEqual([
      [ada.id, ada.label, 'expired'],
      [bo.id, bo.label, 'expired'],
    ]);
    await azure.signIn(bo.id);
    await azure.signIn('t-2');
    expect(signedInTo).toEqual(['organizations', 't-2']);
  });
});

describe('two accounts in one tenant, of which one sees no clusters', () => {
  const id = '/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop';
  /** Both are members and see the subscription; only one may see what is in it. */
  const ownedBy = (owner: typeof ada) => {
    const readers: string[] = [];
    const { azure } = azureOf((path, who) => {
      if (path === '/tenants') return json(200, { value: [{ tenantId: 't-1' }] });
      if (path === '/subscriptions') return json(200, { value: [{ subscriptionId: 's-1' }] });
      const mayLook = who.startsWith(owner.id);
      if (path.endsWith('/resources'))
        return json(200, { data: mayLook ? [{ id, name: 'shop', subscriptionId: 's-1' }] : [] });
      if (path === id) readers.push(who);
      return mayLook ? json(200, { id, name: 'shop', properties: {} }) : json(403, denied);
    });
    return { azure, readers };
  };

  it.each([
    ['the first', ada],
    ['the second', bo],
  ])('are read with the account that lists them: %s', async (_which, owner) => {
    const { azure, readers } = ownedBy(owner);
    const { tenants } = await azure.inventory(never());
    expect(tenants.map(({ account, subscriptions }) => [account, subscriptions[0]?.clusters.length])).toEqual(
      [[owner.label, 1]],
    );
    await azure.read({ id, tenantId: 't-1' }, never());
    expect(new Set(readers)).toEqual(new Set([`${owner.id} in t-1`]));
  });
});

describe('subscriptions of which the graph shows nothing', () => {
  const many = (count: number) =>
    azureOf((path, who) => {
      if (path === '/tenants')
        return json(200, { value: who.startsWith(ada.id) ? [{ tenantId: 't-1' }] : [] });
      if (path !== '/subscriptions') return undefined;
      const value = Array.from({ length: count }, (_, index) => ({ subscriptionId: `s-${index}` }));
      return json(200, { value });
    }).azure;

  it('are marked as not looked into where they are many, and asked one by one where they are few', async () => {
    const marks = async (count: number) =>
      (await many(count).inventory(never())).tenants.flatMap(({ subscriptions }) =>
        subscriptions.map(({ isUnchecked }) => isUnchecked === true),
      );
    expect(await marks(3)).toEqual([false, false, false]);
    expect(new Set(await marks(30))).toEqual(new Set([true]));
  });
});
