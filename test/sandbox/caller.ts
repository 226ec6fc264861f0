import { createSandbox, type Sandbox } from '../../src/sandbox/entry.js';
import { at, textAt, type Json, type JsonObject } from '../../src/sandbox/json.js';
import { manualClock, type ManualClock } from '../fakes/manual-clock.js';
import { memoryLog, type MemoryLog } from '../fakes/memory-log.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the answer is no JSON. */
  readonly body: Json | undefined;
  /** The value at a path of the body. */
  at(...path: readonly string[]): Json | undefined;
}

export interface CallerIn {
  readonly sandbox: Sandbox;
  readonly log: MemoryLog;
  readonly clock: ManualClock;
  get(target: string): Promise<Reply>;
  send(
    method: string,
    target: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** GETs an operation until it has ended; the statuses seen, each once. */
  follow(url: string): Promise<readonly string[]>;
}

/** Somebody signed in to a sandbox, whose waiting takes no time. Targets are paths of the sandbox or whole URLs. */
export async function callerIn(
  options: {
    readonly scenario?: string;
    readonly log?: MemoryLog;
    readonly clock?: ManualClock;
    readonly factor?: number;
    readonly tenantId?: string;
    readonly seed?: number;
  } = {},
): Promise<CallerIn> {
  const { scenario = 'tour', log = memoryLog(), clock = manualClock(), factor = 1, seed = 7 } = options;
  const sandbox = createSandbox({ log, wallClock: clock }, { scenario, factor, seed });
  const [account] = await sandbox.sessions.accounts();
  const tenantId = options.tenantId ?? account?.tenantIds[0] ?? '';

  const send: CallerIn['send'] = async (method, target, body, headers = {}) => {
    const { token } = await sandbox.sessions.token({ accountId: account?.id ?? '', tenantId, scopes: [] });
    const response = await sandbox.handle(
      new Request(target.startsWith('/') ? `${sandbox.host}${target}` : target, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    return replyOf(response);
  };

  const get: CallerIn['get'] = (target) => send('GET', target);

  return {
    sandbox,
    log,
    clock,
    send,
    get,
    async follow(url) {
      const seen: string[] = [];
      for (let turn = 0; turn < 100; turn += 1) {
        const status = textAt((await get(url)).body, 'status');
        if (seen.at(-1) !== status) seen.push(status);
        if (['Succeeded', 'Failed', 'Canceled'].includes(status)) return seen;
        await sandbox.clock.sleep(5_000);
      }
      throw new Error(`The operation did not end: ${seen.join(', ')}`);
    },
  };
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = isJson ? (JSON.parse(text) as Json) : undefined;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    at: (...path) => at(body, ...path),
  };
}

export const production = '5b000000-0000-4000-8000-000000000001';

/** Path and query of a cluster; those of the tour's production subscription unless told otherwise. */
export const clusterAt = (
  group: string,
  name: string,
  options: { readonly subscriptionId?: string; readonly apiVersion?: string; readonly rest?: string } = {},
): string =>
  `/subscriptions/${options.subscriptionId ?? production}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}${options.rest ?? ''}?api-version=${options.apiVersion ?? '2026-06-01'}`;

export const shop = clusterAt('rg-shop', 'shop-prod');

/** The body of a GET as it is sent back with another network profile; undefined leaves a key out. */
export function withNetwork(body: Json | undefined, patch: Readonly<Record<string, unknown>>): JsonObject {
  const whole = body as JsonObject;
  const properties = whole['properties'] as JsonObject;
  const network = { ...(properties['networkProfile'] as JsonObject), ...patch };
  return JSON.parse(
    JSON.stringify({ ...whole, properties: { ...properties, networkProfile: network } }),
  ) as JsonObject;
}

/** A PUT from load balancer to managed NAT gateway, as the Azure CLI would make it. */
export const toManagedNat = (body: Json | undefined): JsonObject =>
  withNetwork(body, { outboundType: 'managedNATGateway', loadBalancerProfile: undefined });
