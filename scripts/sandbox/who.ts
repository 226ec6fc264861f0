import type { Sandbox } from '../../src/sandbox/entry.js';
import type { Bearer } from './outside-token.js';

/** What a client says about itself when it asks for a token. */
export interface Asking {
  /** A user's name, or an application's id: `alex@fabrikam.example` chooses Fabrikam. */
  readonly name: string;
  /** Part of the token endpoint's path, where there is one. */
  readonly tenant?: string;
  readonly claims?: string;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whom a sign-in is for: the scenario's first account, in the tenant that was asked for or else its first one. A
 * scenario where nobody is signed in takes it as the sign-in. Rejects with an error named SignInNeeded, and Entra's
 * own words, when Entra would not have it.
 */
export async function whoSignsIn(sandbox: Sandbox, asking: Asking): Promise<Bearer> {
  const { sessions } = sandbox;
  if ((await sessions.accounts()).length === 0) await sessions.signIn();
  const accounts = await sessions.accounts();
  const account =
    accounts.find(({ label }) => label.toLowerCase() === asking.name.toLowerCase()) ?? accounts[0];
  if (account === undefined) throw signInNeeded('AADSTS50020: There is no account in this scenario.');
  const [first = ''] = account.tenantIds;
  const wanted = asking.tenant ?? asking.name.split('@')[1];
  const isKnown = wanted === undefined || guid.test(wanted);
  const tenantId = isKnown
    ? (wanted ?? first)
    : await tenantOf(sandbox, { accountId: account.id, first, domain: wanted });
  const bearer: Bearer = {
    accountId: account.id,
    label: account.label,
    tenantId,
    ...(asking.claims === undefined ? {} : { claims: asking.claims }),
  };
  await sandboxToken(sandbox, bearer);
  return bearer;
}

/** The tenant of a domain; Entra's refusal for a domain that is nobody's. */
async function tenantOf(
  sandbox: Sandbox,
  { accountId, first, domain }: { accountId: string; first: string; domain: string },
): Promise<string> {
  const token = await sandboxToken(sandbox, { accountId, tenantId: first });
  const response = await sandbox.handle(
    new Request(`${sandbox.host}/tenants?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  const { value = [] } = (await response.json()) as {
    readonly value?: readonly { readonly tenantId: string; readonly defaultDomain: string }[];
  };
  const found = value.find(({ defaultDomain }) => defaultDomain.toLowerCase() === domain.toLowerCase());
  if (found === undefined) throw signInNeeded(`AADSTS90002: Tenant '${domain}' not found.`);
  return found.tenantId;
}

/** A token of the sandbox's own, good for the next request. */
export async function sandboxToken(
  sandbox: Sandbox,
  { accountId, tenantId, claims }: Pick<Bearer, 'accountId' | 'tenantId' | 'claims'>,
): Promise<string> {
  const { token } = await sandbox.sessions.token({
    accountId,
    tenantId,
    scopes: [],
    ...(claims === undefined ? {} : { claims }),
  });
  return token;
}

const signInNeeded = (message: string): Error => Object.assign(new Error(message), { name: 'SignInNeeded' });
