import { isObject, type JsonObject } from '../../../src/sandbox/json.js';
import type { Rig } from '../rig.js';
import { othersMark, type Chance } from './schedule.js';

/** Something that somebody else did, and after how many lines of the log it was there. */
export interface Done {
  readonly what: 'cluster' | 'pool';
  readonly atLine: number;
}

/** How somebody else's own requests are told from ours. */
export const signature = '&by=somebody';

/** Somebody else at work on the same cluster, with real requests of their own. */
export function somebodyElse(world: Rig, order: { readonly clusterId: string; readonly tenantId: string }) {
  const done: Done[] = [];
  const { sandbox, log } = world;

  async function send(method: string, rest: string, body?: JsonObject): Promise<Response> {
    const [account] = await sandbox.sessions.accounts();
    const { token } = await sandbox.sessions.token({
      accountId: account?.id ?? '',
      tenantId: order.tenantId,
      scopes: [],
    });
    const url = `${sandbox.host}${order.clusterId}${rest}?api-version=2026-05-01${signature}`;
    const response = await sandbox.handle(
      new Request(url, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return response;
  }

  const acts: Readonly<Record<string, () => Promise<void>>> = {
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
      const { ok } = await send('POST', '/agentPools/system/upgradeNodeImageVersion');
      if (ok) done.push({ what: 'pool', atLine: log.lines.length });
    },
  };

  return {
    done,
    /** Does one thing. The line may break for them too: then nothing was done. */
    async act(random: Chance): Promise<string> {
      const name = random.pick(Object.keys(acts));
      await acts[name]?.().catch(() => undefined);
      return name;
    },
  };
}
