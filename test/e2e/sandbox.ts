import path from 'node:path';
import { machineClock } from '../../src/host/node/clock.js';
import { placesUnder } from '../../src/host/node/places.js';
import { createSandbox, type Fault, type ReceivedWrite } from '../../src/sandbox/entry.js';
import { scenarios } from '../../src/sandbox/scenarios/scenarios.js';

/** The sandbox behind an editor, seen through its log by another process: this one. */
export interface SandboxBehind {
  clusterId(cluster: string): Promise<string>;
  /** Everything that the cluster was sent and that Azure would have taken as a change of the cluster itself. */
  clusterPuts(cluster: string): Promise<readonly ReceivedWrite[]>;
  writes(): Promise<readonly ReceivedWrite[]>;
  /** Requests of any window to routes that the sandbox does not know. */
  unknownRequests(): Promise<readonly string[]>;
  /** `GET` of the cluster, as Azure answers it. */
  outboundTypeOf(cluster: string): Promise<unknown>;
  addFault(fault: Fault): Promise<string>;
  liftFault(id: string): Promise<void>;
  /** Lets the clock of Azure and of everybody jump on, by milliseconds. */
  jump(byInMs: number): Promise<void>;
}

/** Two minutes of Azure pass in less than a second. Whoever writes to the log first sets it for both. */
export const fastSpeed = 200;

/** The sandbox whose log lies in an editor's data folder. */
export function sandboxBehind(dataFolder: string): SandboxBehind {
  const storage = path.join(dataFolder, 'data', 'User', 'globalStorage', 'aks-egress.aks-egress');
  const log = placesUnder(storage).sandboxLog();
  const sandbox = createSandbox({ log, wallClock: machineClock }, { factor: fastSpeed });

  const plotOf = async (cluster: string) => {
    const { name, seed } = await sandbox.scenario();
    const plots = scenarios.find((one) => one.name === name)?.data(seed).plots ?? [];
    const found = plots.find(({ clusterName }) => clusterName === cluster);
    if (found === undefined) throw new Error(`The scenario ${name} has no cluster ${cluster}.`);
    return found;
  };
  const clusterId = async (cluster: string): Promise<string> => (await plotOf(cluster)).clusterId;

  const get = async (target: string, tenantId: string): Promise<unknown> => {
    const [account] = await sandbox.sessions.accounts();
    if (account === undefined) throw new Error('Nobody is signed in to the sandbox.');
    const scopes = [`${sandbox.host}/.default`];
    const { token } = await sandbox.sessions.token({ accountId: account.id, tenantId, scopes });
    const request = new Request(`${sandbox.host}${target}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await sandbox.handle(request)).json();
  };

  const tenantOf = async (cluster: string): Promise<string> => {
    const { subscriptionId } = await plotOf(cluster);
    const { name, seed } = await sandbox.scenario();
    const subscriptions = scenarios.find((one) => one.name === name)?.data(seed).subscriptions ?? [];
    return subscriptions.find(({ id }) => id === subscriptionId)?.tenantId ?? '';
  };

  return {
    clusterId,
    writes: () => sandbox.writes(),
    unknownRequests: () => sandbox.unknownRequests(),
    clusterPuts: async (cluster) => {
      const id = (await clusterId(cluster)).toLowerCase();
      const writes = await sandbox.writes();
      return writes.filter(
        ({ method, path: target }) => method === 'PUT' && target.toLowerCase().split('?')[0] === id,
      );
    },
    outboundTypeOf: async (cluster) => {
      const target = `${await clusterId(cluster)}?api-version=2026-05-01`;
      const body = (await get(target, await tenantOf(cluster))) as {
        readonly properties?: { readonly networkProfile?: { readonly outboundType?: unknown } };
      };
      return body.properties?.networkProfile?.outboundType;
    },
    addFault: (fault) => sandbox.addFault(fault),
    liftFault: (id) => sandbox.liftFault(id),
    async jump(byInMs) {
      const atInMs = sandbox.clock.now() + byInMs;
      await log.exclusively((open) => open.append({ kind: 'clock', atInMs, wallInMs: machineClock.now() }));
    },
  };
}
