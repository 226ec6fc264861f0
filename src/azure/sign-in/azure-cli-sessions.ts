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
    signIn: () => Promise.reject(signInNeeded('Run "az login" in a terminal, then refresh.')),
    async token({ scopes, tenantId, claims, signal }) {
      signal?.throwIfAborted();
      // The Azure CLI cannot answer a challenge by itself: only a new sign-in in the terminal can.
      if (claims !== undefined)
        throw signInNeeded(
          `Azure asks for a stronger sign-in. Run "az login --tenant ${tenantId}" in a terminal.`,
        );
      try {
        return await source(scopes, tenantId === anyTenant ? undefined : tenantId);
      } catch (error) {
        throw signInNeeded(
          error instanceof Error ? withoutSecrets(error.message) : 'Azure CLI gave no token.',
        );
      }
    },
  };
}

const signInNeeded = (message: string): Error => Object.assign(new Error(message), { name: 'SignInNeeded' });

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
