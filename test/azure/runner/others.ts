import { isObject, type JsonObject } from '../../../src/sandbox/json.js';
import type { Rig } from '../rig.js';
import type { Family } from './families.js';
import { othersMark, type Chance } from './schedule.js';

/** Something that somebody else did, and after how many lines of the log it was there. */
export interface Done {
  readonly what: 'cluster' | 'pool' | 'neighbour';
  readonly atLine: number;
  /** Of a neighbour. */
  readonly id?: string;
}

/** How somebody else's own requests are told from ours. */
export const signature = '&by=somebody';

/** Somebody else at work on the same cluster, with real requests of their own. */
export function somebodyElse(
  world: Rig,
  order: { readonly clusterId: string; readonly tenantId: string },
  { neighbours, pool }: Pick<Family, 'neighbours' | 'pool'>,
) {
  const done: Done[] = [];
  const { sandbox, log } = world;

  const send = (method: string, rest: string, body?: JsonObject): Promise<Response> =>
    request({ method, target: `${order.clusterId}${rest}?api-version=2026-05-01${signature}`, body });
  const sendBeside = (method: string, id: string, body?: JsonObject, eTag?: string): Promise<Response> =>
    request({ method, target: `${id}?api-version=2025-09-01${signature}`, body, eTag });

  async function request({
    method,
    target,
    body,
    eTag,
  }: {
    readonly method: string;
    readonly target: string;
    readonly body: JsonObject | undefined;
    readonly eTag?: string | undefined;
  }): Promise<Response> {
    const [account] = await sandbox.sessions.accounts();
    const { token } = await sandbox.sessions.token({
      accountId: account?.id ?? '',
      tenantId: order.tenantId,
      scopes: [],
    });
    const response = await sandbox.handle(
      new Request(`${sandbox.host}${target}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(eTag === undefined ? {} : { 'if-match': eTag }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return response;
  }

  /** A body as it stands at an id now; undefined where nothing is, or nobody may know. */
  async function bodyAt(id: string): Promise<JsonObject | undefined> {
    const response = await sendBeside('GET', id);
    const body: unknown = response.ok ? await response.json() : undefined;
    return isObject(body) ? body : undefined;
  }

  /** Leaves a mark on a neighbour that is there, or makes one of that name that is another than ours. */
  async function mark({ id, made }: Family['neighbours'][number]): Promise<void> {
    const body = await bodyAt(id);
    const properties = isObject(body?.['properties']) ? body['properties'] : {};
    const marked = id.includes('/routes/')
      ? { ...body, properties: { ...properties, nextHopIpAddress: '10.99.99.99' } }
      : { ...body, properties: { ...properties, serviceEndpoints: [{ service: 'Microsoft.Storage' }] } };
    const isThere = body !== undefined;
    if (!isThere && made === undefined) return;
    // Theirs stays as we have made it, once it is ours.
    if (isThere && made !== undefined) return;
    const eTag = typeof body?.['etag'] === 'string' ? body['etag'] : undefined;
    const { ok } = await sendBeside('PUT', id, isThere ? marked : (made as JsonObject), eTag);
    if (ok) done.push({ what: 'neighbour', atLine: log.lines.length, id });
  }

  const acts: Readonly<Record<string, () => Promise<void>>> = {
    ...Object.fromEntries(
      neighbours.map((one, index) => [`neighbour ${index + 1}`, () => mark(one)] as const),
    ),
    async tags() {
      const { ok } = await send('PATCH', '', othersMark);
      if (ok) done.push({ what: 'cluster', atLine: log.lines.length });
    },
    async put() {
      const body: unknown = await (await send('GET', '')).json();
      if (!isObject(body) || body['properties'] === undefined) return;
      const { ok } = await send('PUT', '', { ...body, ...othersMark });
      if (ok) done.push({ what: 'cluster', atLine: log.lines.length });
    },
    async reimage() {
      const { ok } = await send('POST', `/agentPools/${pool}/upgradeNodeImageVersion`);
      if (ok) done.push({ what: 'pool', atLine: log.lines.length });
    },
  };

  return {
    done,
    bodyAt,
    /** Does one thing. The line may break for them too: then nothing was done. */
    async act(random: Chance): Promise<string> {
      const name = random.pick(Object.keys(acts));
      await acts[name]?.().catch(() => undefined);
      return name;
    },
  };
}
