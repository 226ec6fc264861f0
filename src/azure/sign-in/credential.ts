import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Clock, Sessions } from '../ports.js';

/** A token this close to its end is not used any more. */
const marginInMs = 120_000;

/** The tenant to name where no tenant is known yet: it lists the tenants of an account. */
export const anyTenant = 'organizations';

/** What a token is wanted for, beside its scopes. */
export interface TokenOptions extends GetTokenOptions {
  /** Azure called the token expired that we have. */
  readonly fresh?: boolean;
  /** It is for a change that a person has confirmed: they are there, and may be asked. */
  readonly mayPrompt?: boolean;
}

/** A credential that can also be told to forget its token, after Azure called that one expired. */
export interface Credential extends TokenCredential {
  getToken(scopes: string | string[], options?: TokenOptions): Promise<AccessToken>;
}

/**
 * One account in one tenant, over the `Sessions` port: silent first, the same token until shortly before its
 * end, a claims challenge passed on. The same question that many requests have at once is asked once.
 * Rejects with what the port rejects with (`SignInNeeded`).
 */
export function createCredential(want: {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly accountId: string;
  readonly tenantId: string;
}): Credential {
  let kept: AccessToken | undefined;
  const asking = new Map<string, Promise<AccessToken>>();

  const ask = async (scopes: readonly string[], { claims, fresh, mayPrompt }: TokenOptions) => {
    const { token, expiresAtInMs } = await want.sessions.token({
      accountId: want.accountId,
      tenantId: want.tenantId,
      scopes,
      ...(claims === undefined ? {} : { claims }),
      ...(mayPrompt === true ? { mayPrompt } : {}),
      ...(fresh === true ? { fresh } : {}),
    });
    kept = { token, expiresOnTimestamp: expiresAtInMs };
    return kept;
  };

  return {
    async getToken(scopes, options = {}) {
      const list = typeof scopes === 'string' ? [scopes] : scopes;
      const { claims, fresh, mayPrompt } = options;
      const isNew = claims !== undefined || fresh === true;
      if (!isNew && kept !== undefined && kept.expiresOnTimestamp - marginInMs > want.clock.now())
        return kept;
      const question = JSON.stringify([claims, fresh === true, mayPrompt === true]);
      const pending = asking.get(question) ?? ask(list, options).finally(() => void asking.delete(question));
      asking.set(question, pending);
      return pending;
    },
  };
}
