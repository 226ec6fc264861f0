import { guidOf } from './chance.js';
import type { Ledger } from './ledger.js';
import type { AccountSeed } from './scenarios/scenario.js';
import type { Azure } from './state/azure.js';
import { issueToken, tokenLastsInMs } from './token.js';

export interface SandboxAccount {
  readonly id: string;
  readonly label: string;
  readonly tenantIds: readonly string[];
}

/** The accounts and tenants of the scenario. Fits the port of the same shape that Azure code declares. */
export interface SandboxSessions {
  accounts(): Promise<readonly SandboxAccount[]>;
  signIn(tenantId?: string): Promise<void>;
  /** Throws an error named SignInNeeded when only a person could give one. */
  token(want: {
    readonly accountId: string;
    readonly tenantId: string;
    readonly scopes: readonly string[];
    readonly claims?: string;
    readonly fresh?: boolean;
    readonly signal?: AbortSignal;
  }): Promise<{ readonly token: string; readonly expiresAtInMs: number }>;
}

export function createSessions(ledger: Ledger): SandboxSessions {
  return {
    accounts: () =>
      ledger.read(({ azure }) =>
        visible(azure).map(({ id, label, tenantIds }) => ({ id, label, tenantIds })),
      ),
    signIn: (tenantId) =>
      ledger.write(({ nowInMs }) => ({
        kind: 'signedIn',
        atInMs: nowInMs,
        ...(tenantId === undefined ? {} : { tenantId }),
      })),
    token: (want) =>
      ledger.read(({ azure, nowInMs }) => {
        want.signal?.throwIfAborted();
        const account = visible(azure).find(({ id }) => id === want.accountId);
        if (account === undefined) throw signInNeeded('The account is not signed in.');
        // As Entra's endpoint of that name does: the account's own tenant.
        const tenantId = want.tenantId === 'organizations' ? (account.tenantIds[0] ?? '') : want.tenantId;
        if (!account.tenantIds.includes(tenantId))
          throw signInNeeded(
            `AADSTS90072: User account '${account.label}' does not exist in tenant '${tenantId}'.`,
          );
        demandConsent(azure, tenantId);
        const expiresAtInMs = nowInMs + tokenLastsInMs;
        const caller = {
          accountId: account.id,
          label: account.label,
          tenantId,
          objectId: guidOf('object', account.id, tenantId),
          issuedAtInMs: nowInMs,
          expiresAtInMs,
          hasClaims: want.claims !== undefined,
          generation: azure.head.generation,
        };
        return { token: issueToken(caller), expiresAtInMs };
      }),
  };
}

const hasSignedIn = (azure: Azure, tenantId: string): boolean =>
  azure.signIns.has('') || azure.signIns.has(tenantId.toLowerCase());

const visible = (azure: Azure): readonly AccountSeed[] =>
  azure.scenario.accounts.filter(({ isSignedIn }) => isSignedIn || azure.signIns.size > 0);

/** Entra's own words (AADSTS65001, AADSTS700082). Consent must be given by somebody; a new sign-in is enough when it ran out. */
function demandConsent(azure: Azure, tenantId: string): void {
  const tenant = azure.scenario.tenants.find(({ id }) => id === tenantId);
  if (tenant?.consent === 'missing' && !azure.signIns.has(tenantId.toLowerCase()))
    throw signInNeeded(
      `AADSTS65001: The user or administrator has not consented to use the application with ID 'aebc6443-996d-45c2-90f0-388ff96faa56' named 'Visual Studio Code' in tenant '${tenantId}'. Send an interactive authorization request for this user and resource.`,
    );
  if (tenant?.consent === 'expired' && !hasSignedIn(azure, tenantId))
    throw signInNeeded('AADSTS700082: The refresh token has expired due to inactivity.');
}

const signInNeeded = (message: string): Error => Object.assign(new Error(message), { name: 'SignInNeeded' });
