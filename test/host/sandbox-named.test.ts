import { describe, expect, it } from 'vitest';
import { format, say } from '../../src/core/message.js';
import { copyAddresses, copyAzCommands, showEgress } from '../../src/host/commands/egress.js';
import { resumeOperation } from '../../src/host/commands/operations.js';
import { clusterFor } from '../../src/host/commands/pick-cluster.js';
import { commandTable } from '../../src/host/commands/table.js';
import { showProblem } from '../../src/host/errors.js';
import { tellOfUnfinished } from '../../src/host/wizard/start-up.js';
import { statusBar } from '../../src/host/wizard/status-bar.js';
import type { World } from '../../src/host/world.js';
import type { Intent } from '../../src/wizard/intent.js';
import { desk } from '../fakes/vscode/desk.js';
import { aListing, inventoryOf, recordListing } from '../fakes/world.js';
import { hostRig } from './commands/host-rig.js';
import { aRun } from './run-record.js';
import { cluster, reading } from './wizard/planner-rig.js';

type Rig = ReturnType<typeof hostRig>;

const argument = { clusterId: cluster.id };
const refused = {
  kind: 'failed',
  message: say('Azure refused to list clusters.'),
  azure: { code: 'Denied', message: 'No.' },
} as const;

/** The planner with a change in it; what a person does there next. */
async function planned(rig: Rig, ...intents: readonly Intent[]): Promise<void> {
  const isOpen = rig.planners.isOpen(cluster.id);
  const target = { outboundType: 'managedNATGateway', sku: 'Standard' } as const;
  const session = await rig.planners.open(cluster, isOpen ? undefined : target);
  await session.whenIdle();
  for (const intent of intents) {
    session.dispatch({ kind: 'intent', intent });
    await session.whenIdle();
  }
}

const digestIn = async (rig: Rig): Promise<string> => (await rig.settled()).plan?.digest ?? '';

const underWay = (rig: Rig, name: string): void => {
  const id = cluster.id.replace(/[^/]+$/, name);
  const { kind } = rig.world;
  rig.world.readings.set(id.toLowerCase(), reading);
  rig.world.runs.push(recordListing(aRun({ clusterId: id, clusterName: name, runId: name, world: kind })));
};

const ways = (rig: Rig) => ({
  log: rig.host.log,
  signIn: () => undefined,
  world: () => rig.currentWorld.kind(),
});

/** Every screen on which a cluster of the sandbox could be taken for one of Azure's, and its words. */
const screens: Readonly<Record<string, (rig: Rig) => Promise<string>>> = {
  'title of the planner': async (rig) => {
    await planned(rig);
    return rig.panel().title;
  },
  'head of the planner': async (rig) => {
    await planned(rig);
    return format((await rig.settled()).world.label);
  },
  'question before a start': async (rig) => {
    await planned(rig, { kind: 'typeName', name: cluster.name });
    await planned(rig, { kind: 'start', digest: await digestIn(rig) });
    return desk.said[0]?.detail ?? '';
  },
  'button that starts': async (rig) => {
    await planned(rig, { kind: 'typeName', name: cluster.name });
    await planned(rig, { kind: 'start', digest: await digestIn(rig) });
    return desk.said[0]?.buttons.join() ?? '';
  },
  'difference in the diff editor': async (rig) => {
    await planned(rig);
    const stepId = (await rig.settled()).plan?.steps[0]?.id ?? '';
    await planned(rig, { kind: 'openDiff', stepId });
    return String(desk.executed.find(({ id }) => id === 'vscode.diff')?.args[2]);
  },
  'names of both sides of a difference': async (rig) => {
    await planned(rig);
    const stepId = (await rig.settled()).plan?.steps[0]?.id ?? '';
    await planned(rig, { kind: 'openDiff', stepId });
    return String(desk.executed.find(({ id }) => id === 'vscode.diff')?.args[0]);
  },
  'word about a copy in the planner': async (rig) => {
    await planned(rig, { kind: 'copy', what: 'azCommands' });
    return desk.statusMessages.join();
  },
  'az commands on the clipboard': async (rig) => {
    await planned(rig, { kind: 'copy', what: 'azCommands' });
    return desk.clipboard
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
  },
  'word about a copy from the side bar': async (rig) => {
    await copyAddresses(rig.host, argument);
    return desk.statusMessages.join();
  },
  'notification that a cluster is read': async (rig) => {
    await copyAddresses(rig.host, argument);
    return desk.titles.join();
  },
  'name of the document about a cluster': async (rig) => {
    await showEgress(rig.host, argument);
    return desk.shown.join();
  },
  'list of clusters': async (rig) => {
    await clusterFor(rig.host, undefined);
    return desk.titles.join();
  },
  'list of outbound types': async (rig) => {
    await copyAzCommands(rig.host, argument);
    return desk.titles.join();
  },
  'list of operations': async (rig) => {
    underWay(rig, 'one');
    underWay(rig, 'another');
    await resumeOperation(rig.host, undefined);
    return desk.titles.join();
  },
  'item in the status bar': async (rig) => {
    statusBar(rig.planners);
    underWay(rig, cluster.name);
    await planned(rig);
    await expect.poll(() => desk.statusItems.at(-1)?.isShown).toBe(true);
    return desk.statusItems.at(-1)?.text ?? '';
  },
  'notification at start-up': async (rig) => {
    underWay(rig, cluster.name);
    const memory = { get: () => undefined, update: () => Promise.resolve() };
    await tellOfUnfinished(rig.rooms, rig.currentWorld, { planners: rig.planners, memory });
    return desk.said[0]?.message ?? '';
  },
  'notification of a trouble': async (rig) => {
    await showProblem(refused, ways(rig));
    return desk.said[0]?.message ?? '';
  },
  "Azure's own words in a dialog": async (rig) => {
    desk.presses.push('What Azure Said');
    await showProblem(refused, ways(rig));
    return desk.said[1]?.message ?? '';
  },
  "Azure's own words about a row": async (rig) => {
    const listing = aListing('none');
    rig.world.listed = inventoryOf([listing], { problem: refused });
    const [subscription] = await rig.host.explorer.getChildren();
    const [row] = await rig.host.explorer.getChildren(subscription);
    await commandTable.showProblem(rig.host, row);
    return desk.said[0]?.message ?? '';
  },
};

/** The tree itself, its title and its welcome are looked at in test/extension.test.ts and in VS Code. */
describe.each(Object.keys(screens))('the %s', (name) => {
  const words = async (kind: World['kind']): Promise<string> => {
    const rig = hostRig();
    Object.assign(rig.world, { kind });
    return screens[name]!(rig);
  };

  it('says Sandbox of a cluster in the sandbox, and not of one in Azure', async () => {
    expect(await words('sandbox')).toMatch(/sandbox/i);
    const azure = await words('azure');
    expect(azure).not.toBe('');
    expect(azure).not.toMatch(/sandbox/i);
  });
});
