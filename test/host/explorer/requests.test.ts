import { describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { Explorer } from '../../../src/host/explorer/explorer.js';
import type { Row } from '../../../src/host/explorer/row.js';
import * as looking from '../../../src/host/look/entry.js';
import type { World, WorldChoice } from '../../../src/host/world.js';
import { rig } from '../../azure/rig.js';
import { EventEmitter, Uri } from '../../fakes/vscode/values.js';

/** The side bar over the real client and a scenario of the sandbox, as VS Code would draw it. */
async function sideBar(scenario: string) {
  const window = rig({ scenario }).open();
  const reads = { begun: 0, ended: 0 };
  const world: World = {
    ...window.azure,
    read: (cluster, signal) => {
      reads.begun += 1;
      return window.azure.read(cluster, signal).finally(() => (reads.ended += 1));
    },
  };
  const line = (): void => undefined;
  const explorer = new Explorer({
    world: {
      kind: () => 'sandbox',
      get: () => Promise.resolve(world),
      onDidChange: new EventEmitter<WorldChoice>().event,
    },
    log: { info: line, warn: line, error: line, show: line },
    extensionUri: Uri.file('/extension') as unknown as vscode.Uri,
    timeOfDay: () => '14:02',
    looking: () => Promise.resolve(looking),
    now: () => 0,
    isWatched: () => false,
    onEmptiness: line,
  });
  /** Asks for what stands below every row that starts open. */
  const drawn = async (row?: Row): Promise<readonly Row[]> => {
    const below = await explorer.getChildren(row);
    const open = below.filter(({ startsOpen }) => startsOpen === true);
    return [...below, ...(await Promise.all(open.map((one) => drawn(one)))).flat()];
  };
  const rows = await drawn();
  const listed = window.requests.length;
  return {
    explorer,
    rows,
    reads,
    /** Requests beyond the list of clusters. */
    requests: (): number => window.requests.length - listed,
    writes: (): readonly string[] => window.requests.filter((one) => /^(PUT|PATCH|DELETE)/.test(one)),
  };
}

/** Median of the tour, by `npm run bench`. */
const mostForEach = 12;

describe('what the side bar asks Azure for', () => {
  it('is some ten requests for each cluster that can be seen, on the tour', async () => {
    const { rows, reads, requests, writes, explorer } = await sideBar('tour');
    const clusters = rows.filter(({ cluster }) => cluster !== undefined);
    expect(clusters.length).toBeGreaterThan(10);
    await expect.poll(() => reads.ended, { timeout: 20_000 }).toBe(clusters.length);
    expect(requests()).toBeLessThanOrEqual(mostForEach * clusters.length);
    expect(writes()).toEqual([]);
    const orders = clusters.find(({ label }) => label === 'orders-prod')!;
    const item = explorer.getTreeItem(orders);
    expect(item.description).toMatch(
      /^203\.0\.113\.\d+ · not as declared: through the NAT gateway ng-orders/,
    );
    expect(item.iconPath).toMatchObject({ id: 'warning' });
    expect(explorer.getTreeItem(clusters.find(({ label }) => label === 'shop-prod')!).description).toMatch(
      /^203\.0\.113\.\d+ · Load balancer$/,
    );
    const before = requests();
    for (const row of clusters) await explorer.resolveTreeItem(explorer.getTreeItem(row), row);
    expect(requests()).toBe(before);
  });

  it('is nothing for ten thousand clusters that nobody unfolds, and a screen for what is unfolded', async () => {
    const { rows, reads, requests, explorer } = await sideBar('large');
    expect(rows).toHaveLength(1000);
    expect(reads.begun).toBe(0);
    expect(requests()).toBe(0);
    // The largest has 25 clusters, the others ten or less.
    const [first, second] = rows.filter(({ description }) => description?.args?.['count'] === 25);
    expect(second).toBeUndefined();
    await explorer.getChildren(first);
    explorer.unfolded(first!);
    await expect.poll(() => reads.ended, { timeout: 20_000 }).toBe(25);
    expect(requests()).toBeLessThanOrEqual(mostForEach * 25);
    // Whoever leafs through all of them without waiting has asked for next to nothing.
    for (const row of rows) {
      await explorer.getChildren(row);
      explorer.folded(row);
    }
    await expect.poll(() => reads.begun - reads.ended, { timeout: 20_000 }).toBe(0);
    expect(requests()).toBeLessThanOrEqual(mostForEach * 25);
  });
});
