import type { ClusterFacts } from '../core/facts.js';
import type { Inventory } from '../core/inventory.js';
import type { Part } from '../core/surroundings-wanted.js';
import type { Surroundings } from '../core/surroundings.js';
import { readAround } from './around/read-around.js';
import type { ClusterReading } from '../core/reading.js';
import { say } from '../core/message.js';
import { clusterPath } from './facts/cluster-address.js';
import { readCluster, type ReadingMemory } from './facts/read-cluster.js';
import { rememberSubnets } from './facts/remember-subnets.js';
import { takeInventory } from './inventory/inventory.js';
import type { AzurePorts, Cloud } from './ports.js';
import { createRunner } from './runner/runner.js';
import { createArms } from './sign-in/arms.js';
import { anyTenant } from './sign-in/credential.js';
import { failureOf } from './wire/failure.js';
import { createTransport } from './wire/transport.js';
import { problemOf, trouble } from './wire/trouble.js';

export { chinaCloud, customCloud, publicCloud, sandboxCloud, usGovernmentCloud } from './cloud.js';
export { azureCliSessions } from './sign-in/azure-cli-sessions.js';

/**
 * Azure, or the sandbox in its place, as the host's world needs it. Calls reject with a `Trouble` that a person
 * can act on, or with the reason of their signal when that aborts.
 */
export function createAzure(
  ports: AzurePorts,
  options: { readonly cloud: Cloud; readonly kind: 'azure' | 'sandbox' },
) {
  const { cloud, kind } = options;
  const httpClient = createTransport({
    resourceManager: cloud.resourceManager,
    mayWrite: ports.mayWrite,
    ...(ports.transport === undefined ? {} : { transport: ports.transport }),
  });
  const arms = createArms(ports, cloud, httpClient);
  const memory: ReadingMemory = { versions: new Map(), neighbours: new Map() };

  return {
    kind,
    ...(kind === 'azure' ? { portal: cloud.portal } : {}),
    isSignedIn: async (): Promise<boolean> => (await ports.sessions.accounts()).length > 0,
    async signIn(tenantId?: string): Promise<void> {
      const accounts = await ports.sessions.accounts();
      // An account whose tenants could not be listed stands in the list by its own id: it knows its home.
      const isAccount = accounts.some(({ id }) => id === tenantId);
      await ports.sessions.signIn(isAccount ? anyTenant : tenantId);
      arms.forget();
    },
    inventory: (signal: AbortSignal): Promise<Inventory> =>
      orTrouble(signal, async () => {
        const inventory = await takeInventory({ sessions: ports.sessions, arms, signal });
        rememberSubnets(memory, inventory);
        return inventory;
      }),
    read: (
      cluster: { readonly id: string; readonly tenantId: string },
      signal: AbortSignal,
    ): Promise<ClusterReading> =>
      orTrouble(signal, async () => {
        const path = clusterPath(cluster.id);
        const { arm } = await arms.forCluster({ ...path, tenantId: cluster.tenantId }, signal);
        return readCluster({
          arm,
          memory,
          signal,
          cluster: path,
          tenantId: cluster.tenantId,
          now: () => ports.clock.now(),
        });
      }),
    /** The wanted parts of what stands around a cluster whose facts were read. */
    around: (
      reading: { readonly facts: ClusterFacts; readonly tenantId: string },
      parts: readonly Part[],
      signal: AbortSignal,
    ): Promise<Surroundings> =>
      orTrouble(signal, async () => {
        const { subscriptionId } = clusterPath(reading.facts.id);
        const { arm } = await arms.forCluster({ tenantId: reading.tenantId, subscriptionId }, signal);
        return readAround({ arm, facts: reading.facts, parts, signal });
      }),
    runner: createRunner({ ports, cloud, kind, arms, memory }),
  };
}

/** Whatever goes wrong below becomes a Trouble; only a caller's own abort stays what it is. */
async function orTrouble<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && error.name === 'Trouble') throw error;
    const failure = failureOf(error);
    throw trouble(problemOf(failure, say('Azure')));
  }
}
