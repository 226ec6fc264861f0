import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Credential } from '../sign-in/credential.js';
import { parsed } from './refusal.js';
import { valueAt } from '../../core/json.js';

/**
 * Puts the bearer token on a request, and repeats the request once after a 401 that a new token can heal:
 * a claims challenge, or a token that Azure calls expired before we did. A 401 means that nothing was done,
 * so the repeat is safe for writes too.
 */
export function authorize(credential: Credential, scopes: readonly string[]): PipelinePolicy {
  return {
    name: 'aksEgressAuthorize',
    async sendRequest(request, next) {
      const put = async (options: { claims?: string; fresh?: boolean }) => {
        const abort = request.abortSignal === undefined ? {} : { abortSignal: request.abortSignal };
        const { token } = await credential.getToken([...scopes], { ...abort, ...options });
        request.headers.set('authorization', `Bearer ${token}`);
      };
      await put({});
      const response = await next(request);
      if (response.status !== 401) return response;
      const claims = claimsOf(response.headers.get('www-authenticate'));
      if (claims === undefined && !saysExpired(response)) return response;
      await put(claims === undefined ? { fresh: true } : { claims });
      return next(request);
    },
  };
}

/** The decoded claims of a challenge, or undefined where there is none that can be read. */
export function claimsOf(header: string | undefined): string | undefined {
  const encoded = header === undefined ? undefined : /\bclaims="([^"]+)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

function saysExpired(response: PipelineResponse): boolean {
  const code = valueAt(parsed(response.bodyAsText ?? ''), ['error', 'code']);
  return code === 'ExpiredAuthenticationToken' || code === 'InvalidAuthenticationToken';
}
