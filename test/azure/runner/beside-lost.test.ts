import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import * as own from '../own-network.js';
import { besideTheCluster, staging, stagingId, type TestStep } from '../own-network.js';
import { answerTo, ended, kinds, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const place = staging(stagingId);
const cluster = 'batch-staging';

/** A rig in whose subscription the address and its gateway are there already. */
async function prepared(): Promise<{ world: Rig; window: Window; before: number }> {
  const world = rig();
  const window = world.open();
  await run(world, window, own.createAddress(place), own.createGateway(place));
  return { world, window, before: (await world.sandbox.writes()).length };
}

const run = async (world: Rig, window: Window, ...steps: readonly TestStep[]): Promise<RunRecord> =>
  recordOf(
    await window.azure.runner.start(
      await world.order(window, cluster, besideTheCluster(...steps)),
      watching().watch,
    ),
  );

const accepted = async (world: Rig, from = 0) =>
  (await world.sandbox.writes()).slice(from).filter((write) => write.accepted).length;

const lastStep = (record: RunRecord) => record.events.findLast(({ kind }) => kind === 'stepEnded');
const isAsked = { status: 'asking', question: { question: 'repeat' } } as const;

const acts: readonly (readonly [string, TestStep])[] = [
  ['an association', own.attach(place)],
  ['a new table', own.createTable(place)],
];

describe('a request for a neighbour whose answer never came', () => {
  it.each(acts)('and that Azure took is found done: %s', async (_what, step) => {
    const { world, window, before } = await prepared();
    await world.fault({ kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 });
    const record = await run(world, window, step);
    expect(kinds(record)).toContain('lost');
    expect(lastStep(record)).toMatchObject({ end: 'succeeded', differences: [] });
    expect(await accepted(world, before)).toBe(1);
  });

  it('and that Azure began and gave up is told as failed, not as a thing of somebody else', async () => {
    const world = rig();
    await world.fault({ kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 });
    await world.fault({ kind: 'endOperation', status: 'Failed', error: { code: 'E', message: 'x' } });
    const record = await run(world, world.open(), own.createAddress(place));
    expect(kinds(record)).toContain('lost');
    expect(lastStep(record)).toMatchObject({ end: 'failed' });
  });

  it.each(acts)(
    'and that never arrived is asked about, and repeated only on a yes: %s',
    async (_what, step) => {
      const { world, window, before } = await prepared();
      await world.fault({ kind: 'lost', when: 'beforeAcceptance', method: 'PUT', times: 1 });
      const record = await run(world, window, step);
      expect(foldRun(record)).toMatchObject(isAsked);
      expect(await accepted(world, before)).toBe(0);
      expect(await window.azure.runner.resume(record.runId, watching().watch)).toMatchObject({
        kind: 'open',
      });
      expect(await accepted(world, before)).toBe(0);
      const went = recordOf(await answerTo(window, record.runId, true));
      expect(ended(went)?.end).toBe('succeeded');
      expect(await accepted(world, before)).toBe(1);
    },
  );

  it('repeats under the eTag that was recorded: what moved since is not overwritten', async () => {
    const { world, window, before } = await prepared();
    await world.fault({ kind: 'lost', when: 'beforeAcceptance', method: 'PUT', times: 1 });
    const record = await run(world, window, own.attach(place));
    const other = world.open();
    // Somebody else attaches and detaches meanwhile: the body is as it was, its eTag is not.
    world.store.kept.clear();
    await run(world, other, own.attach(place), own.detach(place));
    world.store.kept.set(record.runId, JSON.stringify(record));
    const went = recordOf(await answerTo(window, record.runId, true));
    expect(lastStep(went)).toMatchObject({ end: 'stale' });
    expect(await accepted(world, before)).toBe(2);
  });

  it('and whose work is refused afterwards is told as failed', async () => {
    const { world, window } = await prepared();
    await world.fault({ kind: 'endOperation', status: 'Failed', error: { code: 'E', message: 'Broken.' } });
    await world.fault({ kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 });
    expect(lastStep(await run(world, window, own.attach(place)))).toMatchObject({ end: 'failed' });
  });

  it('of a removal is judged by what is left', async () => {
    for (const when of ['afterAcceptance', 'beforeAcceptance'] as const) {
      const { world, window, before } = await prepared();
      await world.fault({ kind: 'lost', when, method: 'DELETE', times: 1 });
      const record = await run(world, window, own.removal(place.gateway, 'delete-gateway'));
      if (when === 'afterAcceptance') expect(lastStep(record)).toMatchObject({ end: 'succeeded' });
      else expect(foldRun(record)).toMatchObject(isAsked);
      expect(await accepted(world, before)).toBe(when === 'afterAcceptance' ? 1 : 0);
    }
  });

  it('is watched without an operation where its address is on another host, and nothing goes there', async () => {
    const { world, window, before } = await prepared();
    window.answerWith = (response) => {
      const url = response.headers.get('azure-asyncoperation');
      if (url === null) return response;
      const headers = new Headers(response.headers);
      headers.set('azure-asyncoperation', url.replace(world.sandbox.host, 'https://evil.example'));
      return new Response(response.body, { status: response.status, headers });
    };
    const record = await run(world, window, own.attach(place), own.detach(place));
    expect(ended(record)?.end).toBe('succeeded');
    expect(JSON.stringify(record.events)).not.toContain('evil');
    expect(await accepted(world, before)).toBe(2);
  });

  it('is repeated by itself only after 429, whose wait is shown, and after a new look', async () => {
    const { world, window, before } = await prepared();
    await world.fault({ kind: 'throttle', method: 'PUT', retryAfterInSeconds: 12, times: 1 });
    const record = await run(world, window, own.attach(place));
    const at = record.events.findIndex(({ kind }) => kind === 'waiting');
    const [waiting, look, again] = record.events.slice(at);
    expect(waiting).toMatchObject({ reason: 'throttled', untilInMs: (waiting?.atInMs ?? 0) + 12_000 });
    expect([look?.kind, again?.kind]).toEqual(['reading', 'sending']);
    expect(await accepted(world, before)).toBe(1);
  });
});

describe('a registration', () => {
  it('is told as slow while Azure is at it, and watched until its state is there', async () => {
    const world = rig();
    const record = await run(world, world.open(), own.registerFeature(stagingId));
    expect(record.events).toContainEqual(
      expect.objectContaining({ kind: 'progress', status: 'Registering' }),
    );
    expect(record.events.filter((event) => event.kind === 'waiting')).toMatchObject([{ reason: 'slow' }]);
    expect(lastStep(record)).toMatchObject({ end: 'succeeded' });
  });

  it('that waits for approval is watched until the person detaches, and found again by a resume', async () => {
    const world = rig();
    const window = world.open();
    let isPending = true;
    window.answerWith = async (response, request) => {
      if (!request.url.includes('/features/') || !isPending) return response;
      const body = (await response.clone().json()) as object;
      return Response.json({ ...body, properties: { state: 'Pending' } });
    };
    const seen = watching((record) => {
      const newest = record.events.at(-1);
      if (newest?.kind === 'waiting' && newest.reason === 'slow') seen.stop.abort();
    });
    const order = await world.order(window, cluster, besideTheCluster(own.registerFeature(stagingId)));
    const outcome = await window.azure.runner.start(order, seen.watch);
    expect(outcome).toMatchObject({ kind: 'open' });
    expect(foldRun(recordOf(outcome))).toMatchObject({
      status: 'detached',
      steps: [{ azureStatus: ['Pending'] }],
    });
    isPending = false;
    const { runId } = recordOf(outcome);
    expect(ended(recordOf(await window.azure.runner.resume(runId, watching().watch)))?.end).toBe('succeeded');
    expect(await accepted(world)).toBe(1);
  });

  it('of a feature whose answer never came is judged by its state', async () => {
    for (const when of ['afterAcceptance', 'beforeAcceptance'] as const) {
      const world = rig();
      const window = world.open();
      await world.fault({ kind: 'lost', when, method: 'POST', path: '/register', times: 1 });
      const record = await run(world, window, own.registerFeature(stagingId));
      if (when === 'afterAcceptance') expect(lastStep(record)).toMatchObject({ end: 'succeeded' });
      else expect(foldRun(record)).toMatchObject(isAsked);
      expect(await accepted(world)).toBe(when === 'afterAcceptance' ? 1 : 0);
    }
  });

  it('of a provider, whose state was there before, is repeated only when the person says so', async () => {
    const world = rig();
    const window = world.open();
    // It arrived, and Azure shows nothing of it any more when we look again.
    await world.fault({
      kind: 'lost',
      when: 'beforeAcceptance',
      method: 'POST',
      path: '/register',
      times: 1,
    });
    const record = await run(world, window, own.registerProvider(stagingId));
    expect(foldRun(record)).toMatchObject(isAsked);
    expect(await accepted(world)).toBe(0);
    const went = recordOf(await answerTo(window, record.runId, true));
    expect(ended(went)?.end).toBe('succeeded');
    expect(await accepted(world)).toBe(1);
  });

  it('is refused with the words of Azure, and tells what was not done', async () => {
    const world = rig();
    const azure = { error: { code: 'AuthorizationFailed', message: 'No right to register.' } };
    await world.fault({ kind: 'refuse', method: 'POST', path: '/register', status: 403, body: azure });
    const record = await run(world, world.open(), own.registerFeature(stagingId));
    expect(lastStep(record)).toMatchObject({
      end: 'refused',
      azure: { code: 'AuthorizationFailed', status: 403 },
    });
  });
});

describe('aborting', () => {
  it.each([
    ['a registration', own.registerFeature(stagingId)],
    ['a change of the network', own.createAddress(place)],
  ] as const)('%s is not possible in Azure: that is told, and nothing is sent', async (_what, step) => {
    const world = rig();
    const window = world.open();
    let answer: Promise<unknown> | undefined;
    const { watch } = watching((record) => {
      if (record.events.at(-1)?.kind !== 'accepted') return;
      answer ??= window.azure.runner.abort(record.runId).then(
        () => 'sent',
        (error: unknown) => error,
      );
    });
    const order = await world.order(window, cluster, besideTheCluster(step));
    const record = recordOf(await window.azure.runner.start(order, watch));
    const said: unknown = await answer;
    expect(said).toMatchObject({ name: 'Trouble' });
    expect(String(said)).toContain('It ends by itself');
    expect(kinds(record)).not.toContain('abortRequested');
    expect(ended(record)?.end).toBe('succeeded');
    expect(await accepted(world)).toBe(1);
  });
});
