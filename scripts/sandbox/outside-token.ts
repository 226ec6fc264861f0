import { createHmac } from 'node:crypto';

/** Whom an outside client speaks for. */
export interface Bearer {
  readonly accountId: string;
  readonly label: string;
  readonly tenantId: string;
  /** Set when the token answers a claims challenge. */
  readonly claims?: string;
}

/** A working day and a night: the command line keeps a token that long. Wall time, as the client's own clock goes. */
export const outsideTokenLastsInSeconds = 86_400;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tells our own tokens from others, across restarts; it protects nothing, and nothing here needs protection. */
const signatureOf = (body: string): string =>
  createHmac('sha256', 'aks-egress sandbox').update(body).digest('base64url');

/** A token shaped like Entra's. A managed identity of the command line looks into it for `tid`. */
export function issueOutsideToken(bearer: Bearer, more: { issuer: string; nowInMs: number }): string {
  const iat = Math.floor(more.nowInMs / 1000);
  const payload = {
    iss: more.issuer,
    aud: 'https://management.core.windows.net/',
    tid: bearer.tenantId,
    oid: bearer.accountId,
    upn: bearer.label,
    iat,
    nbf: iat,
    exp: iat + outsideTokenLastsInSeconds,
    ...(bearer.claims === undefined ? {} : { claims: bearer.claims }),
  };
  const body = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(payload)}`;
  return `${body}.${signatureOf(body)}`;
}

/** Whom a token of this server speaks for; undefined for any other, and for one that has run out. Never throws. */
export function readOutsideToken(token: string, nowInMs: number): Bearer | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signatureOf(`${header}.${payload}`) !== signature) return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Readonly<
    Record<string, string | number | undefined>
  >;
  if (Number(claims['exp']) * 1000 <= nowInMs) return undefined;
  return {
    accountId: String(claims['oid']),
    label: String(claims['upn']),
    tenantId: String(claims['tid']),
    ...(claims['claims'] === undefined ? {} : { claims: String(claims['claims']) }),
  };
}
