import type { Sandbox } from '../../src/sandbox/entry.js';
import { readOutsideToken } from './outside-token.js';
import { signIn } from './sign-in.js';
import { sandboxToken } from './who.js';

export interface OutsideOptions {
  readonly sandbox: Sandbox;
  /** Port of https, where sign-in happens. */
  readonly httpsPort: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * What clients of somebody else's making need around the sandbox: sign-in documents, links on the server's own
 * address, and hints how often to poll. Rejects as `fetch` does when the connection is to break.
 */
export function outsideOf(options: OutsideOptions): (request: Request) => Promise<Response> {
  const { sandbox, now } = options;
  return async (request) => {
    const url = new URL(request.url);
    const own = url.origin;
    const origins = { own, https: `https://${url.hostname}:${options.httpsPort()}` };
    const path = url.pathname.replace(/^\/+/, '/');
    const isBare = request.method === 'GET' || request.method === 'HEAD';
    const text = isBare ? '' : await request.text();
    const segments = path
      .toLowerCase()
      .split('/')
      .filter((segment) => segment !== '');
    const knock = { method: request.method, segments, query: url.searchParams, text, origins };
    const atDesk = await signIn({ sandbox, now }, knock);
    if (atDesk !== undefined) return atDesk;

    const headers = new Headers(request.headers);
    const authorization = await swapped(sandbox, headers.get('authorization'), now());
    if (authorization !== undefined) headers.set('authorization', authorization);
    const response = await sandbox.handle(
      new Request(`${sandbox.host}${path}${url.search}`, {
        method: request.method,
        headers,
        ...(text === '' ? {} : { body: text }),
        signal: request.signal,
      }),
    );
    return dressed(response, { sandbox, own, isPoll: isOperation(segments) });
  };
}

/** A token of this server stands for a person of the scenario: the sandbox gets its own, freshly made. */
async function swapped(
  sandbox: Sandbox,
  authorization: string | null,
  nowInMs: number,
): Promise<string | undefined> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const bearer = token === undefined ? undefined : readOutsideToken(token, nowInMs);
  if (bearer === undefined) return undefined;
  try {
    return `Bearer ${await sandboxToken(sandbox, bearer)}`;
  } catch {
    // Somebody took the consent away: Azure's own 401 says so.
    return undefined;
  }
}

/** `subscriptions/{s}/providers/{p}/locations/{l}/operations/{id}`, the results beside it, and those of resource groups. */
const isOperation = (segments: readonly string[]): boolean =>
  (segments[4] === 'locations' && ['operations', 'operationresults'].includes(segments[6] ?? '')) ||
  segments[2] === 'operationresults';

/** Milliseconds between two polls of the command line, which waits half a minute where nobody tells it. */
const pollAgainInMs = 200;

async function dressed(
  response: Response,
  { sandbox, own, isPoll }: { readonly sandbox: Sandbox; readonly own: string; readonly isPoll: boolean },
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.set(name, value.replaceAll(sandbox.host, own));
  // Of this machine's other servers a browser would remember that they have https only.
  headers.delete('strict-transport-security');
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null) headers.set('retry-after', await inWallTime(sandbox, Number(retryAfter)));
  if (isPoll) headers.set('retry-after-ms', String(pollAgainInMs));
  const { status } = response;
  if ([204, 205, 304].includes(status)) {
    headers.delete('content-length');
    return new Response(null, { status, headers });
  }
  const body = (await response.text()).replaceAll(sandbox.host, own);
  headers.set('content-length', String(Buffer.byteLength(body)));
  return new Response(body, { status, headers });
}

/** Seconds of the sandbox in seconds of the client's clock: whole ones, and never 0, which clients take for "not told". */
async function inWallTime(sandbox: Sandbox, seconds: number): Promise<string> {
  const { factor } = await sandbox.scenario();
  return String(Math.max(1, Math.ceil(seconds / factor)));
}
