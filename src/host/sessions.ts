import * as vscode from 'vscode';
import { say } from '../core/message.js';
import { expiryOf } from './token-expiry.js';

/** The accounts and tenants of VS Code's own Microsoft sign-in; fits azure's `Sessions` by shape. */
export interface EditorSessions {
  accounts(): Promise<readonly { readonly id: string; readonly label: string }[]>;
  signIn(tenantId?: string): Promise<void>;
  token(want: TokenWish): Promise<{ readonly token: string; readonly expiresAtInMs: number }>;
}

export interface TokenWish {
  readonly accountId: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  /** A decoded claims challenge. */
  readonly claims?: string;
  /** The person has just confirmed a change: they may be asked. */
  readonly mayPrompt?: boolean;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}

export interface SessionsOptions {
  /** `microsoft`, or `microsoft-sovereign-cloud`. */
  readonly providerId: string;
  /** Asked for when a person signs in: the cloud's own. */
  readonly scopes: readonly string[];
  readonly now: () => number;
}

/**
 * Sign-in through VS Code. Tokens come silently, answers to a claims challenge too where VS Code has one; only
 * `signIn` and a change that was confirmed may ask the person. A challenge that waits for them is kept, so that
 * their next sign-in to that tenant answers it. No token is kept here: VS Code keeps and renews them.
 */
export function editorSessions({ providerId, scopes, now }: SessionsOptions): EditorSessions {
  const waiting = new Map<string, Challenged>();
  return {
    accounts: async () => {
      const accounts = await accountsOf(providerId);
      return accounts.map(({ id, label }) => ({ id, label }));
    },
    signIn: async (tenantId) => {
      const challenged = waiting.get(tenantId?.toLowerCase() ?? '');
      if (challenged !== undefined) {
        const { want, account } = challenged;
        await orCanceled(askedFor(providerId, want, { createIfNone: true, account }));
        waiting.delete(want.tenantId.toLowerCase());
        return;
      }
      // Without the cleared preference VS Code would silently take the account that was chosen before.
      const options = { createIfNone: true, clearSessionPreference: true } as const;
      await orCanceled(vscode.authentication.getSession(providerId, scopesFor(scopes, tenantId), options));
    },
    token: async (want) => {
      const accounts = await accountsOf(providerId);
      const account = accounts.find(({ id }) => id === want.accountId);
      if (account === undefined) throw signInNeeded(want.tenantId);
      const session = await sessionFor(providerId, want, account);
      if (session === undefined) {
        if (want.claims !== undefined) waiting.set(want.tenantId.toLowerCase(), { want, account });
        throw signInNeeded(want.tenantId);
      }
      // Whatever waited for the person is answered.
      if (want.claims !== undefined) waiting.delete(want.tenantId.toLowerCase());
      want.signal?.throwIfAborted();
      return { token: session.accessToken, expiresAtInMs: expiryOf(session.accessToken, now()) };
    },
  };
}

/** Editors without Microsoft's sign-in answer with an error of words: that is told, with the other way in. */
async function accountsOf(providerId: string): Promise<readonly EditorAccount[]> {
  try {
    return await vscode.authentication.getAccounts(providerId);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    const message = say(
      'This editor offers no Microsoft sign-in ({words}). Set {setting} to {value} to use the account of the Azure CLI, or choose the sandbox.',
      { words, setting: 'aksEgress.signIn', value: 'azureCli' },
    );
    throw Object.assign(new Error(words, { cause }), {
      name: 'Trouble',
      problem: { kind: 'failed', message },
    });
  }
}

type EditorAccount = vscode.AuthenticationSessionAccountInformation;

/** A challenge that only the person can answer. */
interface Challenged {
  readonly want: TokenWish;
  readonly account: EditorAccount;
}

async function sessionFor(
  providerId: string,
  want: TokenWish,
  account: EditorAccount,
): Promise<vscode.AuthenticationSession | undefined> {
  const silently = await askedFor(providerId, want, { silent: true, account });
  if (silently !== undefined || want.claims === undefined || want.mayPrompt !== true) return silently;
  return orNothing(askedFor(providerId, want, { createIfNone: true, account }));
}

/** The question to VS Code: a tenant's session, or the one that answers Azure's own challenge. */
const askedFor = (
  providerId: string,
  { scopes, tenantId, claims }: TokenWish,
  options: vscode.AuthenticationGetSessionOptions,
): Thenable<vscode.AuthenticationSession | undefined> => {
  const wanted = scopesFor(scopes, tenantId);
  const request =
    claims === undefined ? wanted : { wwwAuthenticate: challengeOf(claims), fallbackScopes: wanted };
  return vscode.authentication.getSession(providerId, request, options);
};

/** VS Code tells a closed question by an error of words alone; changing one's mind is no error. */
const isClosedQuestion = (cause: unknown): boolean =>
  cause instanceof Error && /did not consent|cancell?ed/i.test(cause.message);

async function orCanceled<T>(asking: Thenable<T>): Promise<T> {
  try {
    return await asking;
  } catch (cause) {
    if (!isClosedQuestion(cause)) throw cause;
    throw Object.assign(new Error('Signing in was canceled.', { cause }), { name: 'Canceled' });
  }
}

/** A challenge that the person closed leaves them where they were: not signed in far enough. */
async function orNothing<T>(asking: Thenable<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (cause) {
    if (!isClosedQuestion(cause)) throw cause;
    return undefined;
  }
}

/** The tenant is a scope of its own for VS Code's provider. */
const scopesFor = (scopes: readonly string[], tenantId: string | undefined): string[] =>
  tenantId === undefined ? [...scopes] : [...scopes, `VSCODE_TENANT:${tenantId}`];

/** The header that Azure Resource Manager answered with, made again from its decoded claims. */
const challengeOf = (claims: string): string =>
  `Bearer error="insufficient_claims", claims="${btoa(String.fromCharCode(...new TextEncoder().encode(claims)))}"`;

/** Told by name across bundles: only a prompt could give a token. */
const signInNeeded = (tenantId: string): Error =>
  Object.assign(new Error(`Sign in to tenant ${tenantId}.`), { name: 'SignInNeeded', tenantId });
