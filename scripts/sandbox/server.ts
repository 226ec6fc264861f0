import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSandbox, type Sandbox } from '../../src/sandbox/entry.js';
import type { WriteLog } from '../../src/sandbox/ports.js';
import { machineClock } from '../../src/host/node/clock.js';
import { makeCertificate } from './certificate.mjs';
import { listen } from './listening.js';
import { memoryLog } from './memory-log.js';
import type { Order } from './order.js';
import { outsideOf } from './outside.js';

export interface SandboxServer {
  readonly sandbox: Sandbox;
  /** `https://127.0.0.1:PORT` and `http://127.0.0.1:PORT`. */
  readonly https: string;
  readonly http: string;
  /** What a client is told to trust. */
  readonly certificate: string;
  /** A file of it, beside room for a client's own files; gone when the server has stopped. */
  readonly certificateFile: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * The sandbox behind https and http on this machine's loopback address. `within` is an existing folder. Rejects with a
 * RangeError for an unknown scenario, and with Node's own error when a port cannot be had.
 */
export async function serveSandbox(
  order: Omit<Order, 'isTelling'>,
  {
    within,
    tell,
    log = memoryLog(),
  }: { readonly within: string; readonly tell?: (line: string) => void; readonly log?: WriteLog },
): Promise<SandboxServer> {
  const { scenario, speed, seed } = order;
  const beginning = { scenario, factor: speed, ...(seed === undefined ? {} : { seed }) };
  const sandbox = createSandbox({ log, wallClock: machineClock }, beginning, {
    anyApiVersion: true,
    onUnknown: (request) => tell?.(`The sandbox knows no answer to ${request}`),
  });
  if (!sandbox.scenarios.some(({ name }) => name === scenario))
    throw new RangeError(
      `There is no scenario '${scenario}'. There are: ${sandbox.scenarios.map(({ name }) => name).join(', ')}.`,
    );
  const certificate = await makeCertificate(machineClock.now());
  const ports = { https: 0 };
  const listening = await listen({
    certificate,
    httpsPort: order.httpsPort,
    httpPort: order.httpPort,
    answer: outsideOf({
      sandbox,
      httpsPort: () => ports.https,
      now: () => machineClock.now(),
    }),
    onAnswered: ({ method, path: target }, status) =>
      tell?.(`${String(status ?? 'cut')} ${method} ${shown(target)}`),
  });
  ports.https = listening.httpsPort;
  const folder = mkdtempSync(path.join(within, 'sandbox-'));
  const certificateFile = path.join(folder, 'certificate.pem');
  writeFileSync(certificateFile, certificate.certificate);
  return {
    sandbox,
    https: `https://127.0.0.1:${listening.httpsPort}`,
    http: `http://127.0.0.1:${listening.httpPort}`,
    certificate: certificate.certificate,
    certificateFile,
    folder,
    async stop() {
      await listening.close();
      // A client may still write its own files.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** A path with its api-version; an operation's URL has a signature that nobody needs to read. */
function shown(target: string): string {
  const [path = '', search = ''] = target.split('?');
  const version = new URLSearchParams(search).get('api-version');
  return version === null ? path : `${path}?api-version=${version}`;
}
