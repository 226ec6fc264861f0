import { format, say } from '../../core/message.js';
import type { Sessions } from '../ports.js';
import { withoutSecrets } from '../wire/redact.js';
import { anyTenant } from './credential.js';

type TokenSource = (
  scopes: readonly string[],
  tenantId: string | undefined,
) => Promise<{ readonly token: string; readonly expiresAtInMs: number }>;

/**
 * The account that `az login` left behind, for containers, WSL and SSH. It never prompts: signing in happens in
 * a terminal. It runs a program, so the host offers it in trusted workspaces only.
 */
export function azureCliSessions(options: {
  readonly scopes: readonly string[];
  /** Where tokens come from, unless it is `az` itself. */
  readonly source?: TokenSource;
}): Sessions {
  const source: TokenSource =
    options.source ??
    (async (scopes, tenantId) => {
      const { tokenFromAzureCli } = await import('./azure-cli-credential.js');
      return tokenFromAzureCli(scopes, tenantId);
    });
  return {
    async accounts() {
      try {
        const { token } = await source(options.scopes, undefined);
        return [{ id: 'azure-cli', label: nameIn(token) ?? 'Azure CLI' }];
      } catch {
        return [];
      }
    },
    async signIn(tenantId) {
      const tenant = tenantId === anyTenant ? undefined : tenantId;
      // Somebody may have run it meanwhile: then there is nothing left to do.
      const because = await source(options.scopes, tenant).then(
        () => undefined,
        (error: unknown) => wordsOf(error),
      );
      if (because !== undefined) throw signInNeeded(because, tenant);
    },
    async token({ scopes, tenantId, claims, signal }) {
      signal?.throwIfAborted();
      const tenant = tenantId === anyTenant ? undefined : tenantId;
      // The Azure CLI cannot answer a challenge by itself: only a new sign-in in the terminal can.
      if (claims !== undefined) throw signInNeeded(format(say('Azure asks for a stronger sign-in.')), tenant);
      try {
        return await source(scopes, tenant);
      } catch (error) {
        throw signInNeeded(wordsOf(error), tenant);
      }
    },
  };
}

/** Why there is no token, in the Azure CLI's own words, and what to run in a terminal. */
function signInNeeded(because: string, tenantId: string | undefined): Error {
  const command = tenantId === undefined ? 'az login' : `az login --tenant ${tenantId}`;
  const words = say('{because} Run "{command}" in a terminal, then refresh.', { because, command });
  return Object.assign(new Error(format(words)), { name: 'SignInNeeded' });
}

const wordsOf = (error: unknown): string =>
  error instanceof Error && error.message !== ''
    ? withoutSecrets(error.message).trim()
    : format(say('The Azure CLI gave no token.'));

/** The person's name as the token tells it; only for the label, nothing is decided by it. */
function nameIn(token: string): string | undefined {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims = JSON.parse(atob(part)) as Readonly<Record<string, unknown>>;
    const name = claims['upn'] ?? claims['unique_name'] ?? claims['preferred_username'];
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}
