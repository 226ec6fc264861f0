// What listing a large tenant costs: by Resource Graph, and by one list call per subscription as clients do without it.
// Both go over the same line, on which each answer takes its time; the built bundles are measured.
import { begin, counted } from './sandbox-line.mjs';

/** Milliseconds until an answer arrives, about that of a European client and its nearest Azure region. */
const latencyInMs = 60;
/** The account's tenants once; then for a tenant its subscriptions, and 10,000 clusters in pages of 1,000. */
const mostRequests = 1 + 11;

/** Lists the large tenant once, and counts. `withoutGraph` lets Azure refuse the graph as it does without the right to it. */
async function listing({ withoutGraph }) {
  const { azure, sandbox, sent } = begin('large', { latencyInMs });
  const body = { error: { code: 'AuthorizationFailed', message: 'No right to the graph.' } };
  if (withoutGraph)
    await sandbox.addFault({ kind: 'refuse', path: 'Microsoft.ResourceGraph', status: 403, body });
  // The sandbox makes its subscriptions up when it is first asked: that is not the line's time.
  await sandbox.scenario();
  const { result, requests, inMs } = await counted(sent, () => azure.inventory(AbortSignal.timeout(300_000)));
  const { tenants } = result;
  const subscriptions = tenants.flatMap((tenant) => tenant.subscriptions);
  const clusters = subscriptions.flatMap((one) => one.clusters);
  const problems = [...tenants, ...subscriptions].filter(({ problem }) => problem !== undefined);
  if (problems.length > 0) throw new Error(`${problems.length} parts of the list failed.`);
  return { requests, inMs, subscriptions: subscriptions.length, clusters: clusters.length };
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
