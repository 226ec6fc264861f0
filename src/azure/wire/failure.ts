import type { Refusal } from '../../core/refusal.js';
import type { NoSuccess } from './reply.js';
import { withoutSecrets } from './redact.js';

/**
 * Codes of a connection that was never made, or whose certificate was not accepted: nothing of the request can have
 * arrived. (Node.js, "TLS/SSL: X509 certificate error codes" and "Errors", read 2026-11-25.)
 */
const neverMade = new RegExp(
  `^(${[
    'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_PROXY_TUNNEL',
    'UNABLE_TO_(GET|DECRYPT|DECODE|VERIFY)_\\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\\w*|(CERT|CRL)_\\w+|ERROR_IN_\\w+',
    'INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_\\w+|ERR_SSL_WRONG_VERSION_NUMBER',
  ].join('|')})$`,
);

/** What a request that failed without an answer amounts to. An abort by the caller is not a failure: it is thrown on. */
export function failureOf(error: unknown): NoSuccess {
  const refusal: Refusal = { isOurs: true, message: withoutSecrets(wordsOf(error)), ...codeOf(error) };
  const verdict = property(error, 'verdict');
  if (verdict === 'foreignHost' || verdict === 'notAllowed' || verdict === 'changesOff')
    return { kind: 'heldBack', because: verdict, refusal };
  if (isSignInNeeded(error))
    return {
      kind: 'signInNeeded',
      refusal,
      ...(property(error, 'renewed') === true ? { renewed: true } : {}),
    };
  const neverSent = property(error, 'neverSent') === true || isNeverMade(error);
  return { kind: 'noAnswer', neverSent, refusal };
}

/** The error's name decides, because nothing compares identity across bundles. */
export function isSignInNeeded(error: unknown): boolean {
  const name = property(error, 'name');
  return (
    name === 'SignInNeeded' || name === 'AuthenticationRequiredError' || name === 'CredentialUnavailableError'
  );
}

/** A host with several addresses fails with one error for each: then none of them was reached. */
function isNeverMade(error: unknown): boolean {
  if (neverMade.test(codeOf(error).code ?? '')) return true;
  const several = property(error, 'errors') ?? property(property(error, 'cause'), 'errors');
  return Array.isArray(several) && several.length > 0 && several.every(isNeverMade);
}

function codeOf(error: unknown): { readonly code?: string } {
  const own = property(error, 'code');
  const code =
    typeof own === 'string' && own !== 'REQUEST_SEND_ERROR'
      ? own
      : property(property(error, 'cause'), 'code');
  return typeof code === 'string' ? { code } : {};
}

function wordsOf(error: unknown): string {
  const message = property(error, 'message');
  return typeof message === 'string' && message !== '' ? message : 'no answer';
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
