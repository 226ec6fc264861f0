import { beforeEach, describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { say } from '../../../src/core/message.js';
import { Explorer } from '../../../src/host/explorer/explorer.js';
import { mostOfOneLook } from '../../../src/host/explorer/rows-in-sight.js';
import type { Emptiness } from '../../../src/host/explorer/welcome.js';
import type { Row } from '../../../src/host/explorer/row.js';
import { summarize } from '../../../src/host/look/summary.js';
import * as looking from '../../../src/host/look/entry.js';
import type { WorldChoice } from '../../../src/host/world.js';
import { managedLoadBalancer, managedNatGateway, ownWithGateway } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
import { desk } from '../../fakes/vscode/desk.js';
import { EventEmitter, Uri } from '../../fakes/vscode/values.js';
import { aListing, fakeWorld, inventoryOf, troubleOf, type FakeWorld } from '../../fakes/world.js';

describe('the explorer', () => {
  let world: FakeWorld;
  let explorer: Explorer;
  let why: Emptiness[];
  let chosen: WorldChoice;
  const watched = new Set<string>();
  const shop = aListing('shop-test');

  beforeEach(() => {
    desk.reset();
    why = [];
    chosen = 'sandbox';
    watched.clear();
    world = fakeWorld();
    world.listed = inventoryOf([shop, aListing('other')]);
    world.readings.set(shop.id.toLowerCase(), readingOf(managedLoadBalancer));
    const line = (): void => undefined;
    explorer = new Explorer({
      world: {
        kind: () => chosen,
        get: () => Promise.resolve(world),
        onDidChange: new EventEmitter<WorldChoice>().event,
      },
      log: { info: line, warn: line, error: line, show: line },
      extensionUri: Uri.file('/extension') as unknown as vscode.Uri,
      timeOfDay: () => '14:02',
      looking: () => Promise.resolve(looking),
      now: () => 0,
      isWatched: (id) => watched.has(id),
      onEmptiness: (one) => void why.push(one),
    });
  });

  const shopRow = async (): Promise<Row> => {
    const [subscription] = await explorer.getChildren();
    const rows = await explorer.getChildren(subscription);
    return rows.find(({ label }) => label === 'shop-test')!;
  };

  /** Fulfilled when the row has more to tell. */
  const drawnAgain = (label: string): Promise<void> =>
    new Promise((done) => {
      explorer.onDidChangeTreeData((row) => {
        if (row?.label === label) done();
      });
    });
  const reads = (): readonly string[] => world.calls.filter((call) => call.startsWith('read'));

  it('reads what is unfolded, each cluster once, and then tells addresses on the folded row', async () => {
    await explorer.getChildren();
    expect(world.calls).toEqual(['inventory']);
    const drawn = drawnAgain('shop-test');
    const row = await shopRow();
    await drawn;
    expect(explorer.getTreeItem(row).description).toBe('203.0.113.61 · Load balancer');
    const details = await explorer.getChildren(row);
    await explorer.getChildren(row);
    expect(reads().filter((call) => call === 'read shop-test')).toHaveLength(1);
    expect(details.map(({ context }) => context)).toEqual(['declared', 'pools', 'addresses']);
  });

  it('warns on the folded row of a cluster whose packets leave another way than declared', async () => {
    world.readings.set(shop.id.toLowerCase(), readingOf(ownWithGateway));
    const drawn = drawnAgain('shop-test');
    const row = await shopRow();
    await drawn;
    const item = explorer.getTreeItem(row);
    expect(item.description).toMatch(/^[\d.]+.* · not as declared: through the NAT gateway/);
    expect(item.iconPath).toMatchObject({ id: 'warning' });
  });

  it('reads no more of what was folded, and goes on where it is unfolded again', async () => {
    world.listed = inventoryOf(Array.from({ length: 9 }, (_, n) => aListing(`c-${n}`)));
    const [subscription] = await explorer.getChildren();
    await explorer.getChildren(subscription);
    explorer.folded(subscription!);
    await explorer.clusters();
    expect(reads().length).toBeLessThanOrEqual(3);
    explorer.unfolded(subscription!);
    await expect.poll(() => new Set(reads()).size).toBe(9);
  });

  it('tries again to read what failed in passing, once a person opens the row', async () => {
    world.readings.delete(shop.id.toLowerCase());
    const row = await shopRow();
    await expect.poll(reads).toContain('read shop-test');
    world.readings.set(shop.id.toLowerCase(), readingOf(managedLoadBalancer));
    await expect
      .poll(async () => (await explorer.getChildren(row)).map(({ context }) => context))
      .toEqual(['declared', 'pools', 'addresses']);
  });

  it('offers to stop or abort only on the row whose operation is watched', async () => {
    watched.add(shop.id);
    const [subscription] = await explorer.getChildren();
    const rows = await explorer.getChildren(subscription);
    expect(rows.map((row) => [row.label, explorer.getTreeItem(row).contextValue])).toEqual([
      ['other', 'cluster'],
      ['shop-test', 'cluster.watched'],
    ]);
  });

  it('says that it reads, before it says that there is nothing', async () => {
    world.listed = inventoryOf([]);
    await explorer.getChildren();
    explorer.refresh();
    await explorer.getChildren();
    expect(why.map(({ kind }) => kind)).toEqual(['noClusters', 'reading', 'noClusters']);
  });

  it('reads a cluster on whose row somebody rests, and tells its newest version and state', async () => {
    const row = await shopRow();
    const { tooltip } = await explorer.resolveTreeItem(explorer.getTreeItem(row), row);
    const { value } = tooltip as vscode.MarkdownString;
    const { kubernetesVersion } = summarize(readingOf(managedLoadBalancer)).seen;
    expect(kubernetesVersion).toBeDefined();
    expect(value.replaceAll('\\', '')).toContain(kubernetesVersion);
    expect(value).toContain('shop\\-test');
  });

  it('shows why a cluster could not be read, below its row', async () => {
    world.readings.set(
      shop.id.toLowerCase(),
      troubleOf({ kind: 'offline', message: say('Azure is not reachable.') }),
    );
    const details = await explorer.getChildren(await shopRow());
    expect(details).toMatchObject([{ context: 'problem', problem: { problem: { kind: 'offline' } } }]);
  });

  it('reads a refreshed cluster again, and only that one', async () => {
    const row = await shopRow();
    await explorer.getChildren(row);
    await expect.poll(reads).toHaveLength(2);
    const redrawn: (Row | undefined)[] = [];
    explorer.onDidChangeTreeData((one) => void redrawn.push(one));
    explorer.refreshCluster(shop.id.toUpperCase());
    expect(redrawn).toEqual([row]);
    await explorer.getChildren(row);
    expect(world.calls.filter((call) => call === 'read shop-test')).toHaveLength(2);
    expect(world.calls.filter((call) => call === 'inventory')).toHaveLength(1);
  });

  it('tells on the row itself what a change has made of a cluster, though nobody opens the row', async () => {
    const row = await shopRow();
    await explorer.getChildren(row);
    world.readings.set(shop.id.toLowerCase(), readingOf({ ...managedNatGateway, name: 'shop-test' }));
    expect(explorer.getTreeItem(row).description).toMatch(/Load balancer$/);
    explorer.refreshCluster(shop.id);
    await expect.poll(() => explorer.getTreeItem(row).description).toMatch(/AKS NAT gateway$/);
    expect(world.calls.filter((call) => call === 'read shop-test')).toHaveLength(2);
    expect(world.calls.filter((call) => call === 'inventory')).toHaveLength(1);
  });

  it('is empty, and says so, when nobody is signed in', async () => {
    world.signedIn = false;
    expect(await explorer.getChildren()).toEqual([]);
    expect(why).toEqual([{ kind: 'signedOut' }]);
    expect(world.calls).toEqual([]);
  });

  it('is empty, and reads nothing, when no Azure is chosen', async () => {
    chosen = 'none';
    expect(await explorer.getChildren()).toEqual([]);
    expect(why).toEqual([{ kind: 'notChosen' }]);
    expect(world.calls).toEqual([]);
  });

  it('keeps the reason when nothing could be listed, and tries again when asked', async () => {
    world.listed = troubleOf({ kind: 'throttled', message: say('Too many requests.') });
    expect(await explorer.getChildren()).toEqual([]);
    expect(why.at(-1)).toMatchObject({ kind: 'trouble', problem: { kind: 'throttled' } });
    expect(explorer.trouble?.kind).toBe('throttled');
    world.listed = inventoryOf([shop]);
    explorer.refresh();
    expect(await explorer.getChildren()).toHaveLength(1);
    expect(why.at(-1)).toEqual({ kind: 'filled' });
    expect(explorer.trouble).toBeUndefined();
  });

  it('forgets an answer that came after a refresh', async () => {
    const first = explorer.getChildren();
    explorer.refresh();
    world.listed = inventoryOf([]);
    await first;
    expect(await explorer.getChildren()).toEqual([]);
    expect(why.at(-1)).toEqual({ kind: 'noClusters' });
  });

  it('lists ten thousand clusters and reads no more of them than a screen shows', async () => {
    world.listed = inventoryOf(Array.from({ length: 10_000 }, (_, n) => aListing(`c-${n}`)));
    const [subscription] = await explorer.getChildren();
    expect(await explorer.getChildren(subscription)).toHaveLength(10_000);
    expect(await explorer.clusters()).toHaveLength(10_000);
    await expect.poll(reads).toHaveLength(mostOfOneLook);
    explorer.unfolded(subscription!);
    explorer.refresh();
    await explorer.getChildren();
    expect(world.calls.filter((call) => call === 'inventory')).toHaveLength(2);
  });
});
