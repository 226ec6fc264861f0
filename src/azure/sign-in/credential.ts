import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Clock, Sessions } from '../ports.js';

/** A token this close to its end is not used any more. */
const marginInMs = 120_000;

/** The tenant to name where no tenant is known yet: it lists the tenants of an account. */
export const anyTenant = 'organizations';

/** A credential that can also be told to forget its token, after Azure called that one expired. */
export interface Credential extends TokenCredential {
  getToken(
    scopes: string | string[],
    options?: GetTokenOptions & { readonly fresh?: boolean },
  ): Promise<AccessToken>;
}

/**
 * One account in one tenant, over the `Sessions` port: silent first, the same token until shortly before its
 * end, a claims challenge passed on. Rejects with what the port rejects with (`SignInNeeded`).
 */
export function createCredential(want: {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly accountId: string;
  readonly tenantId: string;
}): Credential {
  let kept: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  const ask = async (scopes: readonly string[], options: GetTokenOptions & { fresh?: boolean }) => {
    const { token, expiresAtInMs } = await want.sessions.token({
      accountId: want.accountId,
      tenantId: want.tenantId,
      scopes,
      ...(options.claims === undefined ? {} : { claims: options.claims }),
      ...(options.fresh === true ? { fresh: true } : {}),
    });
    kept = { token, expiresOnTimestamp: expiresAtInMs };
    return kept;
  };

  return {
    async getToken(scopes, options = {}) {
      const list = typeof scopes === 'string' ? [scopes] : scopes;
      if (options.claims !== undefined || options.fresh === true) return ask(list, options);
      if (kept !== undefined && kept.expiresOnTimestamp - marginInMs > want.clock.now()) return kept;
      asking ??= ask(list, options).finally(() => (asking = undefined));
      return asking;
    },
  };
}
