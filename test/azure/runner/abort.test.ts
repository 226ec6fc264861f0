import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import { toManagedNatGateway } from '../orders.js';
import { ended, kinds, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

/** Runs the change and asks for an abort, in the given window, when Azure has begun. */
async function runAndAbort(world: Rig, window: Window, from: Window = window) {
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  let asked: Promise<unknown> | undefined;
  const { watch } = watching((record) => {
    if (record.events.at(-1)?.kind === 'progress')
      asked ??= from.azure.runner.abort('run-1').then(
        () => 'done',
        (error: unknown) => error,
      );
  });
  const record = recordOf(await window.azure.runner.start(order, watch));
  return { record, answer: await asked };
}

const aborts = async (world: Rig) =>
  (await world.sandbox.writes()).filter(({ path }) => path.includes('/abort'));

describe('aborting', () => {
  it('asks Azure once to stop; the run ends as canceled when Azure has stopped', async () => {
    const world = rig();
    const { record, answer } = await runAndAbort(world, world.open());
    expect(answer).toBe('done');
    expect(kinds(record)).toContain('abortRequested');
    expect(record.events.find(({ kind }) => kind === 'abortAnswered')).not.toHaveProperty('azure');
    expect(record.events.find(({ kind }) => kind === 'stepEnded')).toMatchObject({
      end: 'canceled',
      azure: { code: 'Canceled' },
    });
    expect(ended(record)).toMatchObject({ end: 'canceled' });
    expect(await aborts(world)).toMatchObject([{ accepted: true }]);
    expect(await world.puts()).toHaveLength(1);
  });

  it('works from another window too', async () => {
    const world = rig();
    const { record } = await runAndAbort(world, world.open(), world.open());
    expect(ended(record)?.end).toBe('canceled');
    expect(await aborts(world)).toHaveLength(1);
  });

  it("that Azure refuses is told with Azure's own words, and the change goes on", async () => {
    const world = rig();
    await world.fault({
      kind: 'refuse',
      status: 409,
      path: '/abort',
      body: { code: 'OperationNotAllowed', message: 'Too late.' },
    });
    const { record } = await runAndAbort(world, world.open());
    expect(foldRun(record)).toMatchObject({ abortRequested: false, abortRefused: { message: 'Too late.' } });
    expect(ended(record)?.end).toBe('succeeded');
    expect(await aborts(world)).toHaveLength(1);
  });

  it('sends nothing where Azure is not working on the run, or changes are off', async () => {
    const world = rig();
    const window = world.open();
    await window.azure.runner.start(
      await world.order(window, 'shop-prod', toManagedNatGateway),
      watching().watch,
    );
    await expect(window.azure.runner.abort('run-1')).rejects.toMatchObject({ name: 'Trouble' });
    window.allowChanges = false;
    await expect(window.azure.runner.abort('run-1')).rejects.toMatchObject({
      problem: { kind: 'changesOff' },
    });
    expect(await aborts(world)).toEqual([]);
  });
});
