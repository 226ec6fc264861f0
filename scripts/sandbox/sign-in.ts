import type { Sandbox } from '../../src/sandbox/entry.js';
import { cloudDocument, openIdDocument, type Origins } from './documents.js';
import { issueOutsideToken, outsideTokenLastsInSeconds, type Bearer } from './outside-token.js';
import { whoSignsIn, type Asking } from './who.js';

/** A request outside of Azure Resource Manager's own paths. */
export interface Knock {
  readonly method: string;
  /** Lower case, without empty segments. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly text: string;
  readonly origins: Origins;
}

/** What sign-in needs of the world. */
export interface Desk {
  readonly sandbox: Sandbox;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const json = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** What clients ask before they ask for resources; undefined for a path that is not of that kind. */
export async function signIn(desk: Desk, knock: Knock): Promise<Response | undefined> {
  const { segments, query, origins } = knock;
  const [first, ...rest] = segments;
  const path = segments.join('/');
  if (path === 'metadata/endpoints') return json(cloudDocument(origins, query.get('api-version') ?? ''));
  if (path === 'metadata/identity/oauth2/token' || path === 'msi/token') return managedIdentity(desk, knock);
  if (first !== 'adfs') return undefined;
  if (path === 'adfs/discovery/keys') return json({ keys: [] });
  return authority(desk, knock, rest);
}

/** Everything below `/adfs`, with or without a tenant between. */
async function authority(desk: Desk, knock: Knock, rest: readonly string[]): Promise<Response> {
  const isRoot = ['.well-known', 'oauth2', 'v2.0'].includes(rest[0] ?? '');
  const tenant = isRoot ? undefined : rest[0];
  const place = (isRoot ? rest : rest.slice(1)).filter((segment) => segment !== 'v2.0').join('/');
  if (place === '.well-known/openid-configuration') return json(openIdDocument(knock.origins, tenant));
  const form = new URLSearchParams(knock.text);
  const asking: Asking = {
    name: form.get('username') ?? form.get('client_id') ?? '',
    ...(tenant === undefined || tenant === 'adfs' ? {} : { tenant }),
    ...claimsIn(form.get('claims')),
  };
  if (knock.method === 'POST' && place === 'oauth2/token') return token(desk, knock, { form, asking });
  if (knock.method === 'POST' && place === 'oauth2/devicecode') return deviceCode(knock.origins);
  return json({ error: 'invalid_request', error_description: `There is nothing at ${place}.` }, 404);
}

/** Only what a challenge asked for: every client says of itself that it can take one (`xms_cc`). */
function claimsIn(text: string | null): { readonly claims?: string } {
  return text === null || !/"acrs"|"nbf"/.test(text) ? {} : { claims: text };
}

async function token(
  desk: Desk,
  knock: Knock,
  { form, asking }: { readonly form: URLSearchParams; readonly asking: Asking },
): Promise<Response> {
  const grant = form.get('grant_type') ?? '';
  const isPerson = grant === 'password' || grant === 'refresh_token' || grant.includes('device_code');
  if (!isPerson && grant !== 'client_credentials')
    return json(
      { error: 'unsupported_grant_type', error_description: `The sandbox knows no grant '${grant}'.` },
      400,
    );
  const named =
    grant === 'refresh_token' ? { ...asking, name: nameIn(form.get('refresh_token') ?? '') } : asking;
  // An application's id is no account's name, but it may say which tenant.
  return tokenOr(desk, named, (bearer) => {
    const access = issueOutsideToken(bearer, { issuer: `${knock.origins.https}/adfs`, nowInMs: desk.now() });
    return json({
      token_type: 'Bearer',
      expires_in: outsideTokenLastsInSeconds,
      access_token: access,
      resource: 'https://management.core.windows.net/',
      ...(isPerson ? person(bearer, { form, access, nowInMs: desk.now(), origins: knock.origins }) : {}),
    });
  });
}

/** Answers with the caller, or as Entra does when it will not sign somebody in. */
async function tokenOr(desk: Desk, asking: Asking, answer: (bearer: Bearer) => Response): Promise<Response> {
  try {
    return answer(await whoSignsIn(desk.sandbox, asking));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SignInNeeded') throw error;
    return json({ error: 'invalid_grant', error_description: error.message }, 400);
  }
}

/** The refresh token only carries the name. */
const refreshFor = (bearer: Bearer): string => Buffer.from(bearer.label).toString('base64url');
const nameIn = (refresh: string): string => Buffer.from(refresh, 'base64url').toString('utf8');

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a person's client reads besides the token: who it was. */
function person(
  bearer: Bearer,
  more: { form: URLSearchParams; access: string; nowInMs: number; origins: Origins },
): object {
  const iat = Math.floor(more.nowInMs / 1000);
  const claims = {
    iss: `${more.origins.https}/adfs`,
    aud: more.form.get('client_id') ?? '',
    tid: bearer.tenantId,
    oid: bearer.accountId,
    sub: bearer.accountId,
    upn: bearer.label,
    preferred_username: bearer.label,
    iat,
    exp: iat + outsideTokenLastsInSeconds,
  };
  return {
    id_token: `${part({ typ: 'JWT', alg: 'none' })}.${part(claims)}.`,
    client_info: part({ uid: bearer.accountId, utid: bearer.tenantId }),
    refresh_token: refreshFor(bearer),
    refresh_token_expires_in: outsideTokenLastsInSeconds,
    scope: more.form.get('scope') ?? '',
  };
}

/** Nobody needs to go anywhere: the next poll gets the token. */
const deviceCode = ({ https }: Origins): Response =>
  json({
    device_code: 'sandbox',
    user_code: 'SANDBOX',
    verification_uri: `${https}/adfs/oauth2/deviceauth`,
    expires_in: 900,
    interval: 1,
    message: 'The sandbox needs no code: it signs you in by itself.',
  });

/** The token of a machine's own identity, asked as App Service, Azure ML and the instance metadata service do. */
function managedIdentity(desk: Desk, { query, text, origins }: Knock): Promise<Response> {
  const form = new URLSearchParams(text);
  const resource = query.get('resource') ?? form.get('resource') ?? 'https://management.core.windows.net/';
  return tokenOr(desk, { name: '' }, (bearer) => {
    const nowInMs = desk.now();
    const expiresOn = String(Math.floor(nowInMs / 1000) + outsideTokenLastsInSeconds);
    return json({
      access_token: issueOutsideToken(bearer, { issuer: `${origins.https}/adfs`, nowInMs }),
      expires_in: String(outsideTokenLastsInSeconds),
      expires_on: expiresOn,
      resource,
      token_type: 'Bearer',
    });
  });
}
