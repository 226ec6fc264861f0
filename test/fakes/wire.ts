import type { AzurePorts, Clock, Sessions } from '../../src/azure/ports.js';
import { createArm, type Arm } from '../../src/azure/wire/arm.js';
import { createSend, type Send } from '../../src/azure/wire/client.js';
import { createTransport } from '../../src/azure/wire/transport.js';
import { createCredential } from '../../src/azure/sign-in/credential.js';

export const armHost = 'https://management.example.invalid';

/** A request as it arrived at the other end. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Answering = (request: Arrived, count: number) => Response | Error;

export interface Wire {
  readonly arrived: Arrived[];
  readonly slept: number[];
  readonly asked: Parameters<Sessions['token']>[0][];
  readonly arm: Arm;
  readonly send: Send;
  readonly ports: Pick<AzurePorts, 'sessions' | 'clock' | 'transport'>;
}

/** The whole way from a call to the other end and back, where `answering` plays Azure. Sleeping takes no time. */
export function wire(
  answering: Answering,
  options: { readonly mayWrite?: () => boolean; readonly token?: Sessions['token'] } = {},
): Wire {
  const arrived: Arrived[] = [];
  const slept: number[] = [];
  const asked: Parameters<Sessions['token']>[0][] = [];
  let nowInMs = Date.UTC(2026, 10, 24, 9);
  const clock: Clock = {
    now: () => nowInMs,
    sleep: (delayInMs, signal) => {
      signal?.throwIfAborted();
      slept.push(delayInMs);
      nowInMs += delayInMs;
      return Promise.resolve();
    },
  };
  const sessions: Sessions = {
    accounts: () => Promise.resolve([{ id: 'ada', label: 'ada@contoso.example' }]),
    signIn: () => Promise.resolve(),
    token: (want) => {
      asked.push(want);
      if (options.token !== undefined) return options.token(want);
      return Promise.resolve({ token: `token-${asked.length}`, expiresAtInMs: nowInMs + 3_600_000 });
    },
  };
  const transport = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const text = await request.text();
    const seen: Arrived = {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: text === '' ? undefined : JSON.parse(text),
    };
    arrived.push(seen);
    const answer = answering(seen, arrived.length);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const send = createSend({
    resourceManager: armHost,
    scopes: [`${armHost}/.default`],
    credential: createCredential({ sessions, clock, accountId: 'ada', tenantId: 'contoso' }),
    httpClient: createTransport({
      resourceManager: armHost,
      mayWrite: options.mayWrite ?? (() => true),
      transport,
    }),
    now: () => nowInMs,
  });
  const arm = createArm({ resourceManager: armHost, send, clock });
  return { arrived, slept, asked, arm, send, ports: { sessions, clock, transport } };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A connection that fails as Node's own does. */
export const failing = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });
