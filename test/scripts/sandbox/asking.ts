import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { serveSandbox, type SandboxServer } from '../../../scripts/sandbox/server.js';
import { memoryLog } from '../../fakes/memory-log.js';
import { at, textAt, type Json } from '../../../src/sandbox/json.js';

/** So fast that an operation of minutes is over at the second look. */
export const fast = 2_000;

/** A server for one test, gone at its end. */
export async function serverFor(
  options: {
    readonly scenario?: string;
    readonly speed?: number;
    readonly tell?: (line: string) => void;
  } = {},
): Promise<SandboxServer> {
  const within = mkdtempSync(path.join(tmpdir(), 'aks-egress-server-'));
  const { scenario = 'tour', speed = fast, tell } = options;
  const server = await serveSandbox(
    { httpsPort: 0, httpPort: 0, scenario, speed, seed: 7 },
    { within, log: memoryLog(), ...(tell === undefined ? {} : { tell }) },
  );
  onTestFinished(async () => {
    await server.stop();
    rmSync(within, { recursive: true, force: true });
  });
  return server;
}

export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The value at a path of the JSON body. */
  at(...path: readonly string[]): Json | undefined;
  /** The text at a path of the JSON body; empty where there is none. */
  words(...path: readonly string[]): string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The certificate to trust; without it those of the machine count. */
  readonly trust?: string;
}

/** One request with Node's own https or http, as an outside client makes it. Rejects when the connection breaks. */
export const ask = (url: string, question: Question = {}): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, trust } = question;
    const isPlain = url.startsWith('http:');
    const options: RequestOptions & { readonly ca?: string } = {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      agent: false,
      ...(trust === undefined ? {} : { ca: trust }),
    };
    const sent = (isPlain ? httpRequest : httpsRequest)(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          at: (...keys) => at(JSON.parse(text) as Json, ...keys),
          words: (...keys) => textAt(JSON.parse(text) as Json, ...keys),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Asks for a token as a client does; the form's fields over those of a service principal. */
export const signIn = (
  server: SandboxServer,
  form: Readonly<Record<string, string>> = {},
  authority = 'adfs',
): Promise<Heard> =>
  ask(`${server.https}/${authority}/oauth2/token`, {
    method: 'POST',
    trust: server.certificate,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'dev',
      client_secret: 'any',
      ...form,
    }).toString(),
  });

export interface Client {
  readonly server: SandboxServer;
  /** A path of the server, or a whole URL. */
  readonly get: (target: string) => Promise<Heard>;
  readonly send: (
    method: string,
    target: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Heard>;
}

/** Somebody signed in to a server of their own. */
export async function clientOf(
  server: SandboxServer,
  form: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const token = (await signIn(server, form)).words('access_token');
  const send: Client['send'] = (method, target, body, headers = {}) =>
    ask(target.startsWith('/') ? `${server.https}${target}` : target, {
      method,
      trust: server.certificate,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { server, send, get: (target) => send('GET', target) };
}

/** GETs an operation until it has ended; its last status. */
export async function ended(client: Client, url: string): Promise<string> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    const status = (await client.get(url)).words('status');
    if (['Succeeded', 'Failed', 'Canceled'].includes(status)) return status;
  }
  throw new Error('The operation did not end.');
}
