import { describe, expect, it } from 'vitest';
import { isJsonObject, valueAt, type Json } from '../../../src/core/json.js';
import type { Plan } from '../../../src/core/plan.js';
import { foldRun } from '../../../src/core/run.js';
import { rangesThenSwitch, toManagedNatGateway } from '../orders.js';
import { answerTo, ended, recordOf, rig, watching, type Rig } from '../rig.js';

/** Somebody else's request, past our window. */
async function byHand(
  { sandbox }: Rig,
  { clusterId, tenantId }: Plan,
  ask: { readonly method: string; readonly rest: string; readonly body?: Json },
): Promise<Json> {
  const [account] = await sandbox.sessions.accounts();
  const { token } = await sandbox.sessions.token({ accountId: account?.id ?? '', tenantId, scopes: [] });
  const response = await sandbox.handle(
    new Request(`${sandbox.host}${clusterId}${ask.rest}?api-version=2026-05-01`, {
      method: ask.method,
      headers: { authorization: `Bearer ${token}` },
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    }),
  );
  expect(response.ok).toBe(true);
  return (await response.json()) as Json;
}

const countOf = (body: Json): Json | undefined => valueAt(body, ['properties', 'count']);

async function scaleByHand(world: Rig, plan: Plan): Promise<void> {
  const rest = '/agentPools/system';
  const pool = await byHand(world, plan, { method: 'GET', rest });
  const properties = valueAt(pool, ['properties']);
  if (!isJsonObject(pool) || !isJsonObject(properties)) throw new Error('no pool');
  await byHand(world, plan, {
    method: 'PUT',
    rest,
    body: { ...pool, properties: { ...properties, count: 7 } },
  });
}

describe('a pool that somebody scales while a PUT has to wait', () => {
  it.each([
    ['because Azure throttles it', { kind: 'throttle', retryAfterInSeconds: 300, times: 1 }, 429],
    ['because its token is no longer good', { kind: 'claims', times: 1 }, 401],
  ] as const)('%s keeps its size: the PUT is not sent again', async (_, fault, status) => {
    const world = rig();
    const window = world.open();
    const { plan, ...order } = await world.order(window, 'shop-prod', toManagedNatGateway);
    await world.fault({ method: 'PUT', ...fault });
    let isScaled = false;
    window.answerWith = async (response, { method }) => {
      if (method !== 'PUT' || response.status !== status || isScaled) return response;
      isScaled = true;
      await scaleByHand(world, plan);
      return response;
    };
    const record = recordOf(await window.azure.runner.start({ ...order, plan }, watching().watch));
    expect(isScaled).toBe(true);
    expect(ended(record)?.end).toBe('stale');
    expect(window.bodies).toHaveLength(1);
    const step = record.events.find(({ kind }) => kind === 'stepEnded');
    expect(step?.kind === 'stepEnded' && step.differences).not.toEqual([]);
    expect(countOf(await byHand(world, plan, { method: 'GET', rest: '/agentPools/system' }))).toBe(7);
  });

  it('is seen before a repeat that the person asked for and Azure throttled', async () => {
    const world = rig();
    const window = world.open();
    const { plan, ...order } = await world.order(window, 'shop-prod', toManagedNatGateway);
    let tries = 0;
    window.onSending = async ({ method }) => {
      if (method !== 'PUT') return undefined;
      tries += 1;
      if (tries === 1) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      await scaleByHand(world, plan);
      return Response.json({ error: { code: 'TooManyRequests', message: 'x' } }, { status: 429 });
    };
    const asking = recordOf(await window.azure.runner.start({ ...order, plan }, watching().watch));
    expect(foldRun(asking).question).toMatchObject({ question: 'repeat' });
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('stale');
    expect(tries).toBe(2);
    expect(countOf(await byHand(world, plan, { method: 'GET', rest: '/agentPools/system' }))).toBe(7);
  });
});

describe('a right that ends during a run', () => {
  const denied = () =>
    Response.json({ error: { code: 'AuthorizationFailed', message: 'no longer' } }, { status: 403 });

  it('after a request lets the run wait; it goes on when the right is back', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', rangesThenSwitch(['203.0.113.77/32']));
    let isDenied = false;
    window.answerWith = (response, { method }) => {
      if (method === 'PUT') isDenied = true;
      return isDenied && method === 'GET' ? denied() : response;
    };
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)).toBeUndefined();
    expect(foldRun(record).steps[0]).toMatchObject({ status: 'waiting', waiting: { reason: 'denied' } });
    window.answerWith = (response) => response;
    await window.azure.runner.resume('run-1', watching().watch);
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(2);
  });

  it('before a request lets the run wait, with nothing sent', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    window.answerWith = (response, { method }) => (method === 'GET' ? denied() : response);
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(foldRun(record)).toMatchObject({ status: 'asking', steps: [{ waiting: { reason: 'denied' } }] });
    window.answerWith = (response) => response;
    expect(await world.puts()).toHaveLength(0);
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
  });

  it('is not mistaken for a cluster that is gone, which ends the run', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, 'shop-prod', toManagedNatGateway);
    let isGone = false;
    window.answerWith = (response, { method }) => {
      if (method === 'PUT') isGone = true;
      return isGone && method === 'GET'
        ? Response.json({ error: { code: 'ResourceNotFound', message: 'gone' } }, { status: 404 })
        : response;
    };
    const record = recordOf(await window.azure.runner.start(order, watching().watch));
    expect(ended(record)?.end).toBe('unverified');
  });
});
