import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import { folderJournals } from '../../fakes/folder-journal.js';
import { rangesThenSwitch, toManagedNatGateway } from '../orders.js';
import { answerTo, ended, kinds, recordOf, rig, watching } from '../rig.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A change whose process dies when Azure has the PUT and nobody its answer; then the newest file is torn. */
async function tornAfterSending(also: 'onlyTheNewest' | 'theOneBeforeToo') {
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-torn-'));
  folders.push(folder);
  const disk = folderJournals(folder, 'sandbox.aks-egress.invalid');
  const world = rig({ journalOf: () => disk.open() });
  const window = world.open();
  const order = await world.order(window, 'shop-prod', toManagedNatGateway);
  window.onAnswered = ({ method }) => {
    if (method === 'PUT') window.die();
  };
  await expect(window.azure.runner.start(order, watching().watch)).rejects.toThrow();
  expect(disk.tear(0.6, also)).toBe(true);
  return { world, order, next: world.open(), runId: 'run-1' };
}

describe('a run whose newest journal file is torn', () => {
  it('is gone on with from the one before; what Azure took is judged, not sent again', async () => {
    const { world, next, runId } = await tornAfterSending('onlyTheNewest');
    const asking = recordOf(await next.azure.runner.resume(runId, watching().watch));
    expect(kinds(asking)).not.toContain('sending');
    expect(foldRun(asking)).toMatchObject({ question: { question: 'continue', stepId: 'switch' } });
    const record = recordOf(await answerTo(next, runId, true));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect(await world.puts()).toHaveLength(1);
  });

  it('is shown as unreadable where none can be read, and its cluster is not changed until a person decides', async () => {
    const { world, order, next, runId } = await tornAfterSending('theOneBeforeToo');
    expect(await next.azure.runner.records()).toMatchObject([{ kind: 'unreadable', because: 'damaged' }]);
    await expect(next.azure.runner.start(order, watching().watch)).rejects.toThrow(/cannot be read/);
    await next.azure.runner.giveUp(runId);
    const record = recordOf(await next.azure.runner.start(order, watching().watch));
    expect(ended(record)?.end).toBe('stale');
    expect(await world.puts()).toHaveLength(1);
  });

  it('sends nothing again that is there when its steps before are judged as done', async () => {
    const world = rig();
    const first = world.open();
    const order = await world.order(first, 'shop-prod', rangesThenSwitch(['192.0.2.0/24']));
    expect(ended(recordOf(await first.azure.runner.start(order, watching().watch)))?.end).toBe('succeeded');
    expect(await world.puts()).toHaveLength(2);

    // As if the journal of all this were gone, and the same plan begun again by one that dies while it looks.
    const second = world.open();
    second.journal.onKept = ({ events }) => {
      if (events.at(-1)?.kind === 'reading') second.die();
    };
    await expect(second.azure.runner.start(order, watching().watch)).rejects.toThrow();
    const third = world.open();
    await third.azure.runner.resume('run-2', watching().watch);
    const record = recordOf(await answerTo(third, 'run-2', true));
    expect(ended(record)?.end).toBe('succeeded');
    expect(kinds(record)).not.toContain('sending');
    expect(await world.puts()).toHaveLength(2);
  });
});
