import { beforeEach, describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import { desk } from '../../fakes/vscode/desk.js';
import { recordListing } from '../../fakes/world.js';
import { aRun, ended } from '../run-record.js';
import { cluster, plannerRig, reading, type PlannerRig } from './planner-rig.js';

describe('the planner in VS Code', () => {
  let rig: PlannerRig;
  let world: PlannerRig['world'];
  let planners: PlannerRig['planners'];
  const { id, name } = cluster;
  const panel = (): ReturnType<PlannerRig['panel']> => rig.panel();
  const settled = (): ReturnType<PlannerRig['settled']> => rig.settled();

  beforeEach(() => {
    rig = plannerRig();
    ({ world, planners } = rig);
  });

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

  it("tells the times of the sandbox's faster clock by the person's watch, and how fast it runs", async () => {
    await planners.open(cluster);
    const state = await settled();
    const at = `${reading.readAtInMs / 10} ms`;
    expect(state.reading).toMatchObject({ kind: 'read', at: { args: { time: at } } });
    expect(format(state.world.label)).toBe('Sandbox: nothing reaches Azure; time runs 10 times faster');
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
    expect(rig.warned.filter((line) => line.includes('dropped'))).toHaveLength(hostile.length);
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

  it('shows each step its own bodies, however many differences are open', async () => {
    await planners.open(cluster);
    panel().sends({ kind: 'choose', target: 'managedNATGateway/Standard' });
    const { plan } = await settled();
    const stepId = plan!.steps.at(-1)!.id;
    panel().sends({ kind: 'openDiff', stepId });
    await settled();
    const { args } = desk.executed.find((one) => one.id === 'vscode.diff')!;
    for (const side of args.slice(0, 2)) {
      expect(decodeURIComponent(String(side))).toContain(id);
      expect(String(side)).toContain(stepId);
    }
  });

  it('posts nothing to a page that is hidden, and the whole picture when it is seen again', async () => {
    await planners.open(cluster);
    await settled();
    panel().show(false);
    const before = rig.states().length;
    panel().sends({ kind: 'choose', target: 'userDefinedRouting' });
    await settled();
    expect(rig.states()).toHaveLength(before);
    panel().show(true);
    await Promise.resolve();
    expect(
      rig
        .states()
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
    rig.worldChanged.fire('azure');
    expect(panel().isDisposed).toBe(true);
    expect(world.watched[0]!.watch.signal.aborted).toBe(true);
    expect(planners.isOpen(id)).toBe(false);
  });

  it('shows no session of the Azure before when another is chosen while it begins', async () => {
    const opening = planners.open(cluster);
    rig.worldChanged.fire('azure');
    await expect(opening).rejects.toThrow();
    expect(desk.panels).toHaveLength(0);
    expect(planners.isOpen(id)).toBe(false);
  });

  it('begins anew after its runs could not be read', async () => {
    world.recordsTrouble = new Error('EACCES');
    await expect(planners.open(cluster)).rejects.toThrow('EACCES');
    expect(planners.pages()).toEqual([]);
    world.recordsTrouble = undefined;
    await planners.open(cluster);
    expect((await settled()).reading.kind).toBe('read');
  });

  it('restores a page of this world, and closes one of the other', async () => {
    await planners.open(cluster);
    await settled();
    const kept = { message: panel().posted.at(-1) };
    planners.closeAll();
    const back = await rig.restored(kept);
    expect(back.isDisposed).toBe(false);
    expect(back.title).toContain(name);
    const foreign = await rig.restored({ message: { opened: { world: 'azure', cluster } } });
    expect(foreign.isDisposed).toBe(true);
  });

  it('shows why a cluster could not be read', async () => {
    world.readings.set(id.toLowerCase(), new Error('The body was HTML.'));
    await planners.open(cluster);
    expect((await settled()).reading.kind).toBe('failed');
  });
});
