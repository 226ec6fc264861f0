import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.mjs';

/** Only this machine can reach it. */
const loopback = '127.0.0.1';

/** Names by which this machine calls itself; a page of the web that made its own name point here is turned away. */
const ownNames = [loopback, 'localhost'];

/** Bytes. Azure takes 4 MiB (ARM docs, Azure subscription and service limits, read 2026-11-25). */
const longestBody = 4 * 1024 * 1024;

export interface Listening {
  readonly httpsPort: number;
  readonly httpPort: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly certificate: Certificate;
  /** 0 takes any free port. */
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly answer: (request: Request) => Promise<Response>;
  /** What became of each request: a status, or undefined for a connection that was broken. */
  readonly onAnswered?: (request: { method: string; path: string }, status: number | undefined) => void;
}

/** Serves on loopback, https and http. Rejects with Node's own error (EADDRINUSE, EACCES) when a port cannot be had. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { certificate } = options;
  const tls = createHttpsServer(
    { key: certificate.key, cert: certificate.certificate },
    listener('https', options),
  );
  const plain = createHttpServer(listener('http', options));
  const httpsPort = await bound(tls, options.httpsPort);
  try {
    const httpPort = await bound(plain, options.httpPort);
    return {
      httpsPort,
      httpPort,
      close: async () => {
        await Promise.all([closed(tls), closed(plain)]);
      },
    };
  } catch (error) {
    await closed(tls);
    throw error;
  }
}

const bound = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

const listener =
  (scheme: 'https' | 'http', options: ListenOptions) =>
  (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    void serve(scheme, options, { incoming, outgoing }).catch(() => {
      // The sandbox broke the connection, as Azure's does at times; or the client went away.
      options.onAnswered?.(lineOf(incoming), undefined);
      outgoing.destroy();
    });
  };

const lineOf = ({ method = '', url = '' }: IncomingMessage): { method: string; path: string } => ({
  method,
  path: url,
});

async function serve(
  scheme: 'https' | 'http',
  { answer, onAnswered }: ListenOptions,
  { incoming, outgoing }: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse },
): Promise<void> {
  const host = incoming.headers.host ?? '';
  const port = incoming.socket.localPort ?? 0;
  if (!ownNames.some((name) => host.toLowerCase() === `${name}:${port}`)) {
    outgoing
      .writeHead(421, { 'content-type': 'text/plain' })
      .end(`This is ${loopback}:${port}, not ${host}.\n`);
    onAnswered?.(lineOf(incoming), 421);
    return;
  }
  const gone = new AbortController();
  outgoing.once('close', () => {
    gone.abort();
  });
  const body = await bodyOf(incoming);
  const { method = 'GET', url = '/' } = incoming;
  const isBare = method === 'GET' || method === 'HEAD';
  const response = await answer(
    new Request(`${scheme}://${host}${url.startsWith('/') ? '' : '/'}${url}`, {
      method,
      headers: headersOf(incoming),
      ...(isBare || body.length === 0 ? {} : { body: new Uint8Array(body) }),
      signal: gone.signal,
    }),
  );
  onAnswered?.(lineOf(incoming), response.status);
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/** Headers that belong to the connection stay behind. */
const ofTheConnection = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'expect',
  'upgrade',
];

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !ofTheConnection.includes(name))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming) {
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > longestBody) throw new RangeError('The body is longer than Azure takes.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
