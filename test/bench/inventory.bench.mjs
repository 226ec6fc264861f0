// What listing a large tenant costs: by Resource Graph, and by one list call per subscription as clients do without it.
// Both go over the same line, on which each answer takes its time; the built bundles are measured.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Milliseconds until an answer arrives, about that of a European client and its nearest Azure region. */
const latencyInMs = 60;
/** The account's tenants once; then for a tenant its subscriptions, and 10,000 clusters in pages of 1,000. */
const mostRequests = 1 + 11;

const load = (bundle) => {
  const file = path.resolve('dist', bundle);
  if (!existsSync(file)) throw new Error(`${bundle} was not built.`);
  return createRequire(import.meta.url)(file);
};

/** The sandbox's log in memory. */
const memoryLog = () => {
  const entries = [];
  let last = Promise.resolve();
  return {
    exclusively(work) {
      const log = {
        entries,
        append: async (entry) => void entries.push(JSON.parse(JSON.stringify(entry))),
        clear: async () => void (entries.length = 0),
      };
      const turn = last.then(() => work(log));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

const pause = (delayInMs) => new Promise((done) => setTimeout(done, delayInMs));
const wallClock = { now: () => Date.now(), sleep: pause };

/** Lists the large tenant once, and counts. `withoutGraph` lets Azure refuse the graph as it does without the right to it. */
async function listing({ withoutGraph }) {
  const { createSandbox } = load('sandbox.cjs');
  const { createAzure, sandboxCloud } = load('azure.cjs');
  const sandbox = createSandbox({ log: memoryLog(), wallClock }, { scenario: 'large' });
  const body = { error: { code: 'AuthorizationFailed', message: 'No right to the graph.' } };
  if (withoutGraph)
    await sandbox.addFault({ kind: 'refuse', path: 'Microsoft.ResourceGraph', status: 403, body });
  // The sandbox makes its subscriptions up when it is first asked: that is not the line's time.
  await sandbox.scenario();
  const sent = [];
  const azure = createAzure(
    {
      sessions: sandbox.sessions,
      clock: sandbox.clock,
      journal: { list: async () => [], read: async () => undefined, keyOf: (id) => id },
      transport: async (request) => {
        sent.push(request.url);
        const [response] = await Promise.all([sandbox.handle(request), pause(latencyInMs)]);
        return response;
      },
      mayWrite: () => false,
      digest: async () => '',
      newId: () => 'none',
      log: () => undefined,
    },
    { cloud: sandboxCloud(sandbox.host), kind: 'sandbox' },
  );
  const startedAt = performance.now();
  const { tenants } = await azure.inventory(AbortSignal.timeout(300_000));
  const inMs = performance.now() - startedAt;
  const subscriptions = tenants.flatMap((tenant) => tenant.subscriptions);
  const clusters = subscriptions.flatMap((one) => one.clusters);
  const problems = [...tenants, ...subscriptions].filter(({ problem }) => problem !== undefined);
  if (problems.length > 0) throw new Error(`${problems.length} parts of the list failed.`);
  return { requests: sent.length, inMs, subscriptions: subscriptions.length, clusters: clusters.length };
}

export async function bench() {
  const graph = await listing({ withoutGraph: false });
  const lists = await listing({ withoutGraph: true });
  if (graph.clusters !== lists.clusters || graph.subscriptions !== lists.subscriptions)
    throw new Error(`The graph shows ${graph.clusters} clusters, the lists show ${lists.clusters}.`);
  const size = `${graph.subscriptions} subscriptions, ${graph.clusters} clusters, ${latencyInMs} ms an answer`;
  return [
    { what: `${size}: by the graph`, value: graph.requests, unit: 'requests', limit: mostRequests },
    { what: `${size}: by the graph`, value: graph.inMs, unit: 'ms' },
    { what: `${size}: by lists`, value: lists.requests, unit: 'requests' },
    { what: `${size}: by lists`, value: lists.inMs, unit: 'ms' },
    { what: 'lists against graph: requests', value: lists.requests / graph.requests, unit: 'times' },
    { what: 'lists against graph: time', value: lists.inMs / graph.inMs, unit: 'times' },
  ];
}
