import type { ClusterListing, Inventory, ListingProblem } from '../../src/core/inventory.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { RunListing, RunOutcome } from '../../src/core/run-outcome.js';
import type { RunRecord } from '../../src/core/run-record.js';
import type { Runner, Trouble, Watch, World } from '../../src/host/world.js';

/** A listed cluster; a test states what matters. */
export function aListing(name: string, given: Partial<ClusterListing> = {}): ClusterListing {
  const subscriptionId = given.subscriptionId ?? 'sub-1';
  const resourceGroup = given.resourceGroup ?? 'rg';
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`,
    name,
    resourceGroup,
    subscriptionId,
    tenantId: 'tenant-1',
    location: 'westeurope',
    outboundType: 'loadBalancer',
    provisioningState: 'Succeeded',
    powerState: 'Running',
    ...given,
  };
}

/** One tenant with one subscription of these clusters. */
export const inventoryOf = (
  clusters: readonly ClusterListing[],
  given: { readonly problem?: ListingProblem } = {},
): Inventory => ({
  tenants: [
    {
      id: 'tenant-1',
      name: 'Contoso',
      account: 'ada@contoso.example',
      subscriptions: [{ id: 'sub-1', name: 'Production', tenantId: 'tenant-1', clusters, ...given }],
    },
  ],
});

export const troubleOf = (problem: ListingProblem): Trouble =>
  Object.assign(new Error(problem.message.template), { name: 'Trouble' as const, problem });

/** A run that somebody watches: the test lets it go on. */
export interface WatchedRun {
  readonly runId: string;
  readonly watch: Watch;
  returns(outcome: RunOutcome): void;
  fails(error: Error): void;
}

/** A world in memory: what it lists, what it reads, and every call that it got. */
export interface FakeWorld extends World {
  signedIn: boolean;
  listed: Inventory | Error;
  readonly readings: Map<string, ClusterReading | Error>;
  readonly runs: RunListing[];
  /** What stands in the way of reading the journal. */
  recordsTrouble?: Error | undefined;
  readonly calls: string[];
  readonly watched: WatchedRun[];
}

export function fakeWorld(kind: World['kind'] = 'sandbox'): FakeWorld {
  const calls: string[] = [];
  const watched: WatchedRun[] = [];
  const runs: RunListing[] = [];
  const watching = (runId: string, watch: Watch): Promise<RunOutcome> =>
    new Promise((resolve, reject) => {
      watched.push({ runId, watch, returns: resolve, fails: reject });
    });
  const runner: Runner = {
    start: (order, watch) => {
      calls.push(`start ${order.digest}`);
      return watching('run-1', watch);
    },
    resume: (runId, watch) => {
      calls.push(`resume ${runId}`);
      return watching(runId, watch);
    },
    answer: (runId, { yes }, watch) => {
      calls.push(`answer ${runId} ${String(yes)}`);
      return watching(runId, watch);
    },
    abort: (runId) => {
      calls.push(`abort ${runId}`);
      return Promise.resolve();
    },
    giveUp: (runId) => {
      calls.push(`giveUp ${runId}`);
      return Promise.resolve();
    },
    records: () =>
      world.recordsTrouble === undefined ? Promise.resolve([...runs]) : Promise.reject(world.recordsTrouble),
  };
  const world: FakeWorld = {
    kind,
    ...(kind === 'azure' ? { portal: 'https://portal.azure.com' } : {}),
    signedIn: true,
    listed: { tenants: [] },
    readings: new Map(),
    runs,
    calls,
    watched,
    runner,
    isSignedIn: () => Promise.resolve(world.signedIn),
    signIn: (tenantId) => {
      calls.push(`signIn ${tenantId ?? ''}`.trim());
      world.signedIn = true;
      return Promise.resolve();
    },
    inventory: () => {
      calls.push('inventory');
      return world.listed instanceof Error ? Promise.reject(world.listed) : Promise.resolve(world.listed);
    },
    around: ({ facts }, parts) => {
      calls.push(`around ${facts.name}: ${parts.join(', ')}`);
      return Promise.resolve({});
    },
    read: ({ id }) => {
      calls.push(`read ${id.split('/').at(-1) ?? ''}`);
      const reading = world.readings.get(id.toLowerCase());
      if (reading === undefined) return Promise.reject(new Error(`no reading of ${id}`));
      return reading instanceof Error ? Promise.reject(reading) : Promise.resolve(reading);
    },
  };
  return world;
}

export const recordListing = (record: RunRecord): RunListing => ({ kind: 'record', record });
