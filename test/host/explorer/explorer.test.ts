import { beforeEach, describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { say } from '../../../src/core/message.js';
import { Explorer } from '../../../src/host/explorer/explorer.js';
import type { Emptiness } from '../../../src/host/explorer/welcome.js';
import type { Row } from '../../../src/host/explorer/row.js';
import { summarize } from '../../../src/host/look/summary.js';
import * as looking from '../../../src/host/look/entry.js';
import type { WorldChoice } from '../../../src/host/world.js';
import { managedLoadBalancer, managedNatGateway } from '../../fakes/clusters.js';
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

  it('reads a cluster only when its row opens, once, and then tells its addresses', async () => {
    const row = await shopRow();
    expect(world.calls).toEqual(['inventory']);
    expect(explorer.getTreeItem(row).description).toBe('Load balancer');
    const details = await explorer.getChildren(row);
    await explorer.getChildren(row);
    expect(world.calls).toEqual(['inventory', 'read shop-test']);
    expect(details.map(({ context }) => context)).toEqual(['declared', 'pools', 'addresses']);
    expect(explorer.getTreeItem(row).description).toBe('Load balancer · 203.0.113.61');
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

  it('tells the newest version and state of a cluster that was read', async () => {
    const row = await shopRow();
    await explorer.getChildren(row);
    const { value } = explorer.resolveTreeItem(explorer.getTreeItem(row), row)
      .tooltip as vscode.MarkdownString;
    const { kubernetesVersion } = summarize(readingOf(managedLoadBalancer)).seen;
    expect(kubernetesVersion).toBeDefined();
    expect(value.replaceAll('\\', '')).toContain(kubernetesVersion);
  });

  it('says in the tooltip what was not read yet, and shows names as they are', async () => {
    const row = await shopRow();
    const item = explorer.resolveTreeItem(explorer.getTreeItem(row), row);
    const { value } = item.tooltip as vscode.MarkdownString;
    expect(value).toContain('Not read yet');
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
    world.readings.set(shop.id.toLowerCase(), readingOf({ ...managedNatGateway, name: 'shop-test' }));
    expect(explorer.getTreeItem(row).description).toBe('Load balancer');
    const redrawn = new Promise<void>((done) => {
      let count = 0;
      explorer.onDidChangeTreeData(() => {
        count += 1;
        if (count === 2) done();
      });
    });
    explorer.refreshCluster(shop.id);
    await redrawn;
    expect(explorer.getTreeItem(row).description).toMatch(/^NAT gateway run by AKS/);
    expect(world.calls.filter((call) => call === 'read shop-test')).toHaveLength(1);
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

  it('lists ten thousand clusters without reading one', async () => {
    world.listed = inventoryOf(Array.from({ length: 10_000 }, (_, n) => aListing(`c-${n}`)));
    const [subscription] = await explorer.getChildren();
    expect(await explorer.getChildren(subscription)).toHaveLength(10_000);
    expect(await explorer.clusters()).toHaveLength(10_000);
    expect(world.calls).toEqual(['inventory']);
  });
});
