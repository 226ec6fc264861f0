import { hexOf } from './chance.js';
import { isObject, textAt } from './json.js';

/** Who a demo token speaks for. */
export interface Caller {
  readonly accountId: string;
  readonly label: string;
  readonly tenantId: string;
  readonly objectId: string;
  /** Sandbox time. */
  readonly issuedAtInMs: number;
  readonly expiresAtInMs: number;
  /** True when the token answers a claims challenge. */
  readonly hasClaims: boolean;
  /** Of the log's head: a token from before a reset has run out. */
  readonly generation: number;
}

/** As long as Microsoft Entra's usual hour, in sandbox time. */
export const tokenLastsInMs = 3_600_000;

const encode = (text: string): string =>
  btoa(unescapeToBytes(text)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const decode = (text: string): string => atob(text.replaceAll('-', '+').replaceAll('_', '/'));

/** `btoa` takes bytes: anything beyond Latin-1 is written as an escape that JSON reads back. */
const unescapeToBytes = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Tells our own tokens from others; it protects nothing, and nothing here needs protection. */
const signatureOf = (body: string): string => hexOf(43, 'sandbox', body);

/** A token shaped like Entra's (header, claims, signature) that no other Azure would take. */
export function issueToken(caller: Caller): string {
  const payload = {
    aud: 'https://sandbox.aks-egress.invalid',
    tid: caller.tenantId,
    oid: caller.objectId,
    acct: caller.accountId,
    upn: caller.label,
    iat: caller.issuedAtInMs / 1000,
    exp: caller.expiresAtInMs / 1000,
    gen: caller.generation,
    ...(caller.hasClaims ? { acrs: 'c1' } : {}),
  };
  const body = `${encode(JSON.stringify({ typ: 'JWT', alg: 'none' }))}.${encode(JSON.stringify(payload))}`;
  return `${body}.${signatureOf(body)}`;
}

/** The caller of a token of this sandbox, or undefined. Never throws. */
export function readToken(token: string): Caller | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signatureOf(`${header}.${payload}`) !== signature) return undefined;
  try {
    const claims = JSON.parse(decode(payload)) as unknown;
    if (!isObject(claims)) return undefined;
    return {
      accountId: textAt(claims, 'acct'),
      label: textAt(claims, 'upn'),
      tenantId: textAt(claims, 'tid'),
      objectId: textAt(claims, 'oid'),
      issuedAtInMs: Number(claims['iat']) * 1000,
      expiresAtInMs: Number(claims['exp']) * 1000,
      hasClaims: 'acrs' in claims,
      generation: Number(claims['gen']),
    };
  } catch {
    return undefined;
  }
}
