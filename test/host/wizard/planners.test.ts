import { beforeEach, describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { keptOf, openSession, parseIntent, step, view } from '../../../src/wizard/entry.js';
import type { CurrentSettings } from '../../../src/host/current-settings.js';
import { sha256 } from '../../../src/host/node/digest.js';
import type { PlannerRoom, Rooms } from '../../../src/host/rooms.js';
import { narrowSettings, type Settings } from '../../../src/host/settings.js';
import type { OpenedCluster } from '../../../src/host/opened-cluster.js';
import { Documents } from '../../../src/host/wizard/documents.js';
import { Planners } from '../../../src/host/wizard/planners.js';
import type { PlannerState } from '../../../src/wizard/state.js';
import { managedLoadBalancer } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
import { desk } from '../../fakes/vscode/desk.js';
import { EventEmitter, Uri } from '../../fakes/vscode/values.js';
import type { FakePanel } from '../../fakes/vscode/panel.js';
import { fakeWorld, recordListing, type FakeWorld } from '../../fakes/world.js';
import { aRun, ended } from '../run-record.js';

describe('the planner in VS Code', () => {
  let world: FakeWorld;
  let planners: Planners;
  let warned: string[];
  let settings: Settings;
  const worldChanged = new EventEmitter<'azure' | 'sandbox'>();
  const settingsChanged = new EventEmitter<Settings>();
  const reading = readingOf(managedLoadBalancer);
  const { id, name } = reading.facts;
  const cluster: OpenedCluster = {
    id,
    name,
    resourceGroup: 'rg',
    subscriptionId: 's',
    tenantId: reading.tenantId,
  };

  beforeEach(() => {
    desk.reset();
    warned = [];
    world = fakeWorld();
    world.readings.set(id.toLowerCase(), reading);
    settings = narrowSettings(() => undefined).settings;
    const warn = (line: string): void => void warned.push(line);
    const planner = { openSession, step, view, parseIntent, keptOf } as unknown as PlannerRoom;
    const digest = (text: string): Promise<string> => Promise.resolve(sha256(text));
    const rooms: Rooms = {
      world: () => Promise.resolve(world),
      clock: () => Promise.resolve({ now: () => 0 }),
      sandbox: () => Promise.reject(new Error('not used')),
      planner: () => Promise.resolve(planner),
      bicep: () => Promise.reject(new Error('not used')),
      look: () => Promise.reject(new Error('not used')),
      mayHaveUnfinishedRun: () => Promise.resolve(true),
      digest,
      clusterKey: () => Promise.resolve('key'),
    };
    const current: CurrentSettings = {
      now: () => settings,
      onDidChange: (listener) => settingsChanged.event((now) => listener(now, settings)),
    };
    planners = new Planners({
      rooms,
      world: {
        kind: () => world.kind,
        get: () => Promise.resolve(world),
        onDidChange: worldChanged.event,
      },
      settings: current,
      extensionUri: Uri.file('/extension') as unknown as vscode.Uri,
      timeOfDay: () => '14:02',
      hands: {
        documents: new Documents(),
        log: { info: () => undefined, warn, error: warn, show: () => undefined },
        digest,
        showRule: () => Promise.resolve(),
        guard: (_what, work) => work(),
      },
      onRead: () => undefined,
      onRunReturned: () => undefined,
    });
  });

  const panel = (): FakePanel => desk.panels.at(-1)!;
  const states = (): readonly PlannerState[] =>
    panel().posted.map((one) => (one as { state: PlannerState }).state);
  const settled = async (): Promise<PlannerState> => {
    const session = await planners.session(cluster);
    await session.whenIdle();
    await Promise.resolve();
    return session.view();
  };

  it('opens one page per cluster, however it is spelt, and names the sandbox in its title', async () => {
    await planners.open(cluster);
    await planners.open({ ...cluster, id: cluster.id.toUpperCase() });
    expect(desk.panels).toHaveLength(1);
    expect(panel().title).toBe(`Egress: ${name} (Sandbox)`);
    expect(panel().isRevealed).toBe(1);
  });

  it('sends whole states with the words of the language and what a restored page needs', async () => {
    await planners.open(cluster);
    await settled();
    panel().sends({ kind: 'ready' });
    await Promise.resolve();
    expect(panel().posted.at(-1)).toMatchObject({
      type: 'state',
      state: { version: 1, reading: { kind: 'read' }, cluster: { name } },
      words: {},
      opened: { world: 'sandbox', cluster: { id } },
    });
  });

  it('drops and logs what is no intent, and stays as it was', async () => {
    await planners.open(cluster);
    const before = await settled();
    const hostile = [
      null,
      7,
      'start',
      [],
      {},
      { kind: 'start' },
      { kind: 'choose', target: 'constructor' },
      { kind: '__proto__' },
    ];
    for (const message of hostile) panel().sends(message);
    expect(await settled()).toEqual(before);
    expect(warned.filter((line) => line.includes('dropped'))).toHaveLength(hostile.length);
    expect(world.calls.filter((call) => !call.startsWith('read'))).toEqual([]);
  });

  it('asks in a dialog of its own before anything is sent, and sends nothing on a no', async () => {
    await planners.open(cluster);
    panel().sends({ kind: 'choose', target: 'managedNATGateway/Standard' });
    await settled();
    panel().sends({ kind: 'typeName', name });
    const { plan } = await settled();
    panel().sends({ kind: 'start', digest: 'another' });
    await settled();
    expect(desk.said).toEqual([]);
    panel().sends({ kind: 'start', digest: plan!.digest });
    await settled();
    expect(desk.said[0]?.kind).toBe('modal warning');
    expect(world.calls.filter((call) => call.startsWith('start'))).toEqual([]);
    desk.presses.push(desk.said[0]!.buttons[0]);
    panel().sends({ kind: 'start', digest: plan!.digest });
    await settled();
    expect(world.calls).toContain(`start ${plan!.digest}`);
    expect(planners.watching().map((one) => one.cluster.name)).toEqual([name]);
  });

  it('posts nothing to a page that is hidden, and the whole picture when it is seen again', async () => {
    await planners.open(cluster);
    await settled();
    panel().show(false);
    const before = states().length;
    panel().sends({ kind: 'choose', target: 'userDefinedRouting' });
    await settled();
    expect(states()).toHaveLength(before);
    panel().show(true);
    await Promise.resolve();
    expect(
      states()
        .at(-1)!
        .choose!.choices.find(({ chosen }) => chosen)?.key,
    ).toBe('userDefinedRouting');
  });

  it('goes on watching when the page is closed, and ends with the run', async () => {
    const record = aRun({ clusterId: id, clusterName: name });
    world.runs.push(recordListing(record));
    await planners.open(cluster);
    await settled();
    expect(world.calls).toContain('resume run-1');
    panel().dispose();
    expect(planners.watching()).toHaveLength(1);
    expect(world.watched[0]!.watch.signal.aborted).toBe(false);
    world.watched[0]!.returns({ kind: 'ended', record: { ...record, events: [...record.events, ended] } });
    await expect.poll(() => planners.isOpen(id)).toBe(false);
  });

  it('does not watch again by itself what the person stopped watching', async () => {
    const record = aRun({
      clusterId: id,
      events: [
        { kind: 'started', atInMs: 1 },
        { kind: 'detached', atInMs: 2 },
      ],
    });
    world.runs.push(recordListing(record));
    await planners.open(cluster);
    await settled();
    expect(world.calls).not.toContain('resume run-1');
  });

  it('leaves a watched run as it is when the window ends', async () => {
    world.runs.push(recordListing(aRun({ clusterId: id })));
    await planners.open(cluster);
    await settled();
    planners.dispose();
    expect(world.watched[0]!.watch.signal.aborted).toBe(false);
  });

  it('closes its pages when another Azure is chosen, and stops watching there', async () => {
    world.runs.push(recordListing(aRun({ clusterId: id })));
    await planners.open(cluster);
    await settled();
    worldChanged.fire('azure');
    expect(panel().isDisposed).toBe(true);
    expect(world.watched[0]!.watch.signal.aborted).toBe(true);
    expect(planners.isOpen(id)).toBe(false);
  });

  it('restores a page of this world, and closes one of the other', async () => {
    await planners.open(cluster);
    await settled();
    const kept = { message: panel().posted.at(-1) };
    planners.closeAll();
    const back = new (panel().constructor as new (title: string) => FakePanel)('x');
    await planners.restore(back as unknown as vscode.WebviewPanel, kept);
    expect(back.isDisposed).toBe(false);
    expect(back.title).toContain(name);
    const foreign = new (panel().constructor as new (title: string) => FakePanel)('x');
    await planners.restore(foreign as unknown as vscode.WebviewPanel, {
      message: { opened: { world: 'azure', cluster } },
    });
    expect(foreign.isDisposed).toBe(true);
  });

  const chosen = (state: PlannerState): string | undefined =>
    state.choose?.choices.find((choice) => choice.chosen)?.key;
  const typed = (state: PlannerState): readonly string[] =>
    state.configure?.fields.map(({ value }) => value) ?? [];
  const restored = async (kept: unknown): Promise<FakePanel> => {
    const page = new (panel().constructor as new (title: string) => FakePanel)('x');
    await planners.restore(page as unknown as vscode.WebviewPanel, kept);
    return page;
  };

  describe("keeps the person's choice", () => {
    beforeEach(async () => {
      await planners.open(cluster);
      await settled();
      panel().sends({ kind: 'choose', target: 'managedNATGateway/Standard' });
      panel().sends({ kind: 'configure', option: 'managedOutboundIPCount', value: '3' });
      panel().sends({ kind: 'configure', option: 'idleTimeoutInMinutes', value: '' });
      await settled();
    });

    it('over a reload', async () => {
      // What the page keeps is JSON.
      const kept: unknown = JSON.parse(JSON.stringify({ message: panel().posted.at(-1) }));
      planners.closeAll();
      await restored(kept);
      expect(chosen(await settled())).toBe('managedNATGateway/Standard');
      expect(typed(await settled())).toEqual(['3', '']);
    });

    it('when the page is closed and opened again', async () => {
      panel().dispose();
      expect(planners.isOpen(id)).toBe(false);
      await planners.open(cluster);
      expect(chosen(await settled())).toBe('managedNATGateway/Standard');
      expect(typed(await settled())).toEqual(['3', '']);
    });

    it('but lets a command choose another, with its options', async () => {
      panel().dispose();
      await planners.open(cluster, {
        outboundType: 'managedNATGateway',
        sku: 'StandardV2',
        managedOutboundIPCount: 2,
      });
      expect(chosen(await settled())).toBe('managedNATGateway/StandardV2');
      expect(typed(await settled())[0]).toBe('2');
    });

    it('but lets a command choose another on the open page, with its options', async () => {
      await planners.open(cluster, { outboundType: 'loadBalancer', allocatedOutboundPorts: 1024 });
      expect(chosen(await settled())).toBe('loadBalancer');
      expect(typed(await settled())).toContain('1024');
    });

    it('not where it belongs to another Azure', async () => {
      panel().dispose();
      worldChanged.fire('azure');
      await planners.open(cluster);
      expect(chosen(await settled())).toBeUndefined();
    });
  });

  it('does not choose again by itself what a run has already brought', async () => {
    const record = aRun({ clusterId: id, clusterName: name });
    world.runs.push(recordListing(record));
    await planners.open(cluster);
    await settled();
    world.watched[0]!.returns({ kind: 'ended', record: { ...record, events: [...record.events, ended] } });
    await expect.poll(() => planners.watching().length).toBe(0);
    const session = await planners.session(cluster);
    expect(session.view().result).toBeDefined();
    expect(session.choice()).toEqual([]);
  });

  it('shows why a cluster could not be read', async () => {
    world.readings.set(id.toLowerCase(), new Error('The body was HTML.'));
    await planners.open(cluster);
    expect((await settled()).reading.kind).toBe('failed');
  });
});
