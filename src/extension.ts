import type * as vscode from 'vscode';
import { activateHost, type RoomsNeeds } from './host/activate.js';
import { chosenCloud, providerOf } from './host/cloud-choice.js';
import { holdsUnfinishedRun, runsFolder } from './host/node/run-files.js';
import { latest } from './host/latest.js';
import { once } from './host/once.js';
import type { Rooms } from './host/rooms.js';
import { editorSessions } from './host/sessions.js';
import { readCloudSettings } from './host/cloud-settings.js';
import { lineOf } from './host/world-label.js';

/** The only place where the rooms meet: each is loaded on its first use, and fitted into the next one's port. */
export function activate(context: vscode.ExtensionContext): void {
  activateHost(
    context,
    (needs) => joinRooms(context.globalStorageUri.fsPath, needs),
    once(() => import('./host/commands/entry.js')),
  );
}

function joinRooms(storage: string, { settings, log, isTrusted }: RoomsNeeds): Rooms {
  const machine = once(async () => {
    const { placesUnder, machineClock, newId, sha256, endAsSandboxReset } =
      await import('./host/node/entry.js');
    const places = placesUnder(storage);
    const digest = (text: string): Promise<string> => Promise.resolve(sha256(text));
    const ports = { digest, newId, log: (line: string) => log.info(line) };
    return { places, ports, clock: machineClock, endAsSandboxReset };
  });

  const sandbox = once(async () => {
    const [{ createSandbox }, { places, clock }] = await Promise.all([
      import('./sandbox/entry.js'),
      machine(),
    ]);
    const factor = settings.now().sandboxSpeed;
    const made = createSandbox({ log: places.sandboxLog(), wallClock: clock }, { factor });
    return { made, journal: places.journal('sandbox', made.host) };
  });

  const sandboxWorld = once(async () => {
    const [{ createAzure, sandboxCloud }, { made, journal }, { ports: shared }] = await Promise.all([
      import('./azure/entry.js'),
      sandbox(),
      machine(),
    ]);
    const { sessions, clock } = made;
    const transport = (request: Request): Promise<Response> => made.handle(request);
    const log = (line: string): void => shared.log(lineOf('sandbox', line));
    const ports = { ...shared, log, sessions, clock, journal, transport, mayWrite: () => true };
    const world = createAzure(ports, { cloud: sandboxCloud(made.host), kind: 'sandbox' });
    return { world, journal };
  });

  const sandboxTime = async () => {
    const { made } = await sandbox();
    return { ...made.clock, speed: (await made.scenario()).factor };
  };

  const usesCli = (): boolean => settings.now().signIn === 'azureCli' && isTrusted();
  const cloudNow = () => readCloudSettings(isTrusted());
  const azureKey = (): string => JSON.stringify([usesCli(), cloudNow()]);
  const azureWorld = latest(azureKey, async () => {
    const [azure, { places, ports: shared, clock }] = await Promise.all([
      import('./azure/entry.js'),
      machine(),
    ]);
    const choice = cloudNow();
    const cloud = chosenCloud(choice, azure);
    const { scopes } = cloud;
    const sessions = usesCli()
      ? azure.azureCliSessions({ scopes })
      : editorSessions({ providerId: providerOf(choice), scopes, now: () => clock.now() });
    const journal = places.journal('azure', cloud.resourceManager);
    const mayWrite = (): boolean => settings.now().allowChanges;
    const ports = { ...shared, sessions, clock, journal, mayWrite };
    return { world: azure.createAzure(ports, { cloud, kind: 'azure' }), journal };
  });

  const joined = (kind: 'azure' | 'sandbox') => (kind === 'sandbox' ? sandboxWorld() : azureWorld());

  return {
    digest: async (text) => (await machine()).ports.digest(text),
    look: once(() => import('./host/look/entry.js')),
    world: async (kind) => (await joined(kind)).world,
    clock: (kind) => (kind === 'sandbox' ? sandboxTime() : Promise.resolve(watchTime)),
    clusterKey: async (kind, clusterId) => (await joined(kind)).journal.keyOf(clusterId),
    mayHaveUnfinishedRun: (kind) => holdsUnfinishedRun(runsFolder(storage), kind),
    planner: once(() => import('./wizard/entry.js')),
    bicep: once(() => import('./bicep/entry.js')),
    sandbox: async () => {
      const [{ made, journal }, { endAsSandboxReset }] = await Promise.all([sandbox(), machine()]);
      const reset = async (beginning: Parameters<typeof made.reset>[0]): Promise<void> => {
        await endAsSandboxReset(journal, () => made.clock.now());
        await made.reset(beginning);
      };
      return { scenarios: made.scenarios, scenario: () => made.scenario(), reset };
    },
  };
}

/** Azure's time is everybody's. */
const watchTime = { now: () => Date.now(), wallTimeOf: (atInMs: number) => atInMs, speed: 1 };

export function deactivate(): void {
  // Everything that was registered is disposed of through the context.
}
