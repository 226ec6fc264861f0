import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Credential, TokenOptions } from '../sign-in/credential.js';
import { isSignInNeeded } from './failure.js';
import { isQuestion } from './question.js';
import { parsed } from './refusal.js';
import { valueAt } from '../../core/json.js';

/**
 * Puts the bearer token on a request, and repeats the request once after a 401 that a new token can heal:
 * a claims challenge, or a token that Azure calls expired before we did. Only a write may have the person asked:
 * they have just confirmed it; a question that nobody asked for never opens a sign-in. A write that had to wait for a
 * new token is not sent, or not again: a person takes minutes to sign in, and what it was made from may have changed.
 * It fails as `renewed`, and whoever sends it looks anew.
 */
export function authorize(credential: Credential, scopes: readonly string[]): PipelinePolicy {
  return {
    name: 'aksEgressAuthorize',
    async sendRequest(request, next) {
      const isWrite = !isQuestion(request.method, request.url);
      const mayPrompt = isWrite ? { mayPrompt: true } : {};
      const signal = request.abortSignal as AbortSignal | undefined;
      const sent = new Set<string>();
      const put = async (options: TokenOptions) => {
        const asked = credential.getToken([...scopes], options);
        const { token } = await orAborted(signal, asked).catch((error: unknown) => {
          throw withoutToken(error);
        });
        sent.add(token);
        request.headers.set('authorization', `Bearer ${token}`);
      };
      const answered = async () => withoutTokens(await next(request), sent);
      await put({}).catch(async (error: unknown) => {
        if (!isWrite || !isSignInNeeded(error)) throw error;
        await put(mayPrompt);
        throw renewed();
      });
      const response = await answered();
      if (response.status !== 401) return response;
      const claims = claimsOf(response.headers.get('www-authenticate'));
      if (claims === undefined && !saysExpired(response)) return response;
      await put({ ...(claims === undefined ? { fresh: true } : { claims }), ...mayPrompt });
      if (isWrite) throw renewed();
      return answered();
    },
  };
}

/** Something in between that shows a request back shows no token: answers are kept, logged and exported. */
function withoutTokens(response: PipelineResponse, tokens: ReadonlySet<string>): PipelineResponse {
  const text = response.bodyAsText ?? '';
  const shown = [...tokens].filter((token) => token !== '' && text.includes(token));
  if (shown.length === 0) return response;
  return {
    ...response,
    bodyAsText: shown.reduce((left, token) => left.replaceAll(token, '(token left out)'), text),
  };
}

/** Who stops waiting does not wait for a token either; it may come when nobody needs it any more. */
function orAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

/** Without a token nothing was sent, whatever the reason; after a 401 nothing was done. */
function withoutToken(error: unknown): Error {
  const cause = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(cause.message, { cause }), {
    name: cause.name,
    neverSent: true,
    ...('code' in cause ? { code: cause.code } : {}),
  });
}

/** Nothing was done, and a new token is there: after a new look the same change can be sent. */
const renewed = (): Error =>
  Object.assign(new Error('a new token was needed'), {
    name: 'SignInNeeded',
    neverSent: true,
    renewed: true,
  });

/** The decoded claims of a challenge, or undefined where there is none that can be read. */
export function claimsOf(header: string | undefined): string | undefined {
  const encoded = header === undefined ? undefined : /\bclaims="([^"]+)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function saysExpired(response: PipelineResponse): boolean {
  const code = valueAt(parsed(response.bodyAsText ?? ''), ['error', 'code']);
  return code === 'ExpiredAuthenticationToken' || code === 'InvalidAuthenticationToken';
}
