import type { HttpClient } from '@azure/core-rest-pipeline';
import { say } from '../../core/message.js';
import type { AzurePorts, Cloud } from '../ports.js';
import { createArm, type Arm } from '../wire/arm.js';
import { createSend } from '../wire/client.js';
import { logged } from '../wire/logged.js';
import { refuse, problemOf, trouble } from '../wire/trouble.js';
import { createCredential } from './credential.js';
import { tenantsOf } from './tenants.js';

/** Clients by account and tenant: each with a token of its own. */
export interface Arms {
  of(accountId: string, tenantId: string): Arm;
  /** The account that can act in a tenant, found once. Rejects with a Trouble where there is none. */
  forTenant(tenantId: string, signal?: AbortSignal): Promise<{ readonly arm: Arm; readonly account: string }>;
  /** Told by an inventory: this account saw this tenant. */
  remember(tenantId: string, account: { readonly id: string; readonly label: string }): void;
  forget(): void;
}

export function createArms(ports: AzurePorts, cloud: Cloud, httpClient: HttpClient): Arms {
  const arms = new Map<string, Arm>();
  const seen = new Map<string, { readonly id: string; readonly label: string }>();

  const of = (accountId: string, tenantId: string): Arm => {
    const key = `${accountId}\n${tenantId.toLowerCase()}`;
    const known = arms.get(key);
    if (known !== undefined) return known;
    const credential = createCredential({
      sessions: ports.sessions,
      clock: ports.clock,
      accountId,
      tenantId,
    });
    const send = createSend({
      resourceManager: cloud.resourceManager,
      scopes: cloud.scopes,
      credential,
      httpClient,
      now: () => ports.clock.now(),
    });
    const arm = createArm({
      resourceManager: cloud.resourceManager,
      send: logged(send, ports.log),
      clock: ports.clock,
    });
    arms.set(key, arm);
    return arm;
  };

  const find = async (tenantId: string, signal?: AbortSignal) => {
    const accounts = await ports.sessions.accounts();
    if (accounts.length === 0) throw refuse(say('You are signed out. Sign in to go on.'), 'signedOut');
    const named = accounts.find(({ tenantIds }) => tenantIds?.some((id) => same(id, tenantId)));
    if (named !== undefined) return named;
    const open = accounts.filter(({ tenantIds }) => tenantIds === undefined);
    for (const account of open) {
      const { tenants, failure } = await tenantsOf(account, (tenant) => of(account.id, tenant), signal);
      if (tenants.some(({ id }) => same(id, tenantId))) return account;
      if (failure !== undefined && open.length === 1)
        throw trouble(problemOf(failure, say('The list of tenants')));
    }
    throw refuse(
      say('No account that is signed in can act in tenant {tenant}. Sign in with one that can.', {
        tenant: tenantId,
      }),
      'expired',
    );
  };

  return {
    of,
    async forTenant(tenantId, signal) {
      const account = seen.get(tenantId.toLowerCase()) ?? (await find(tenantId, signal));
      seen.set(tenantId.toLowerCase(), account);
      return { arm: of(account.id, tenantId), account: account.label };
    },
    remember: (tenantId, account) => {
      const key = tenantId.toLowerCase();
      if (!seen.has(key)) seen.set(key, account);
    },
    forget: () => {
      arms.clear();
      seen.clear();
    },
  };
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
