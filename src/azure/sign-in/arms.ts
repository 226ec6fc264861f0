import type { HttpClient } from '@azure/core-rest-pipeline';
import { say } from '../../core/message.js';
import { apiVersions } from '../api-versions.js';
import type { Account, AzurePorts, Cloud } from '../ports.js';
import { createArm, type Arm } from '../wire/arm.js';
import { createSend } from '../wire/client.js';
import { logged } from '../wire/logged.js';
import type { NoSuccess } from '../wire/reply.js';
import { refuse, problemOf, trouble } from '../wire/trouble.js';
import { createCredential } from './credential.js';
import { tenantsOf } from './tenants.js';

/** Clients by account and tenant: each with a token of its own. */
export interface Arms {
  of(accountId: string, tenantId: string): Arm;
  /** The account under which a cluster is listed, or that can act on it. Rejects with a Trouble where there is none. */
  forCluster(
    of: ClusterOwner,
    signal?: AbortSignal,
  ): Promise<{ readonly arm: Arm; readonly account: string }>;
  /** Told by an inventory: under which account each subscription is listed. */
  remember(accounts: ReadonlyMap<string, string>): void;
  forget(): void;
}

/** Whose account is wanted. */
export interface ClusterOwner {
  readonly tenantId: string;
  readonly subscriptionId: string;
  /** The label of the account that began a run: it goes on with it while it is signed in. */
  readonly account?: string;
}

export function createArms(ports: AzurePorts, cloud: Cloud, httpClient: HttpClient): Arms {
  const arms = new Map<string, Arm>();
  /** Account ids by subscription. Two accounts may see one tenant, and not with the same rights. */
  const seen = new Map<string, string>();

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

  /**
   * Accounts that can act in a tenant, in the order in which they are signed in. Where none is found and one could not
   * be asked, that is told: it may be the one.
   */
  const allOf = async (accounts: readonly Account[], tenantId: string, signal?: AbortSignal) => {
    const named = accounts.filter(({ tenantIds }) => tenantIds?.some((id) => same(id, tenantId)));
    const open = accounts.filter(({ tenantIds }) => tenantIds === undefined);
    const found = [...named];
    const failures: NoSuccess[] = [];
    for (const account of open) {
      const { tenants, failure } = await tenantsOf(account, (tenant) => of(account.id, tenant), signal);
      if (tenants.some(({ id }) => same(id, tenantId))) found.push(account);
      else if (failure !== undefined) failures.push(failure);
    }
    const [failure] = failures;
    if (found.length === 0 && failure !== undefined)
      throw trouble(problemOf(failure, say('The list of tenants')));
    return found;
  };

  /**
   * Of several, the first that may see the subscription: membership of a tenant says nothing of rights. Where none of
   * them answers it is the first for now, and not for good.
   */
  const find = async (
    accounts: readonly Account[],
    { tenantId, subscriptionId }: ClusterOwner,
    signal?: AbortSignal,
  ): Promise<{ readonly account: Account; readonly isSure: boolean }> => {
    const able = await allOf(accounts, tenantId, signal);
    const [first, ...others] = able;
    if (first === undefined)
      throw refuse(
        say('No account that is signed in can act in tenant {tenant}. Sign in with one that can.', {
          tenant: tenantId,
        }),
        'expired',
      );
    if (others.length === 0) return { account: first, isSure: true };
    for (const account of able) {
      const arm = of(account.id, tenantId);
      const reply = await arm.read(
        arm.url(`/subscriptions/${subscriptionId}`, apiVersions.subscriptions),
        signal,
      );
      if (reply.kind === 'answer') return { account, isSure: true };
    }
    return { account: first, isSure: false };
  };

  return {
    of,
    async forCluster(owner, signal) {
      const accounts = await ports.sessions.accounts();
      if (accounts.length === 0) throw refuse(say('You are signed out. Sign in to go on.'), 'signedOut');
      const key = owner.subscriptionId.toLowerCase();
      // Who signed out meanwhile is not asked any more.
      const known =
        accounts.find(({ label }) => label === owner.account) ??
        accounts.find(({ id }) => id === seen.get(key));
      const { account, isSure } =
        known === undefined ? await find(accounts, owner, signal) : { account: known, isSure: true };
      if (owner.account === undefined && isSure) seen.set(key, account.id);
      return { arm: of(account.id, owner.tenantId), account: account.label };
    },
    remember: (listed) => {
      for (const [subscriptionId, accountId] of listed) seen.set(subscriptionId.toLowerCase(), accountId);
    },
    forget: () => {
      arms.clear();
      seen.clear();
    },
  };
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
