// How many requests the side bar's list, a pre-flight and a look around a cluster send, and how long our side of them takes, on the tour.
// The list of 10,000 clusters is measured in inventory.bench.mjs.
// A counting transport stands around the sandbox; the built bundles are measured.
import { begin, counted } from './sandbox-line.mjs';

/** All that can stand around a cluster; a target needs about half of them. */
const everyPart = [
  ...['locks', 'permissions', 'identityRoles', 'policies', 'networkUsages', 'computeUsages', 'providers'],
  ...['features', 'maintenance', 'loadBalancers', 'networks', 'firewalls', 'dependencies', 'extensions'],
  'registry',
];

const rows = (what, { requests, inMs }) => [
  { what: `${what}: requests`, value: requests, unit: 'requests' },
  { what: `${what}: time without a network`, value: inMs, unit: 'ms' },
];

async function inventoryOf(scenario) {
  const { azure, sent } = begin(scenario);
  const listed = await counted(sent, () => azure.inventory(AbortSignal.timeout(60_000)));
  const subscriptions = listed.result.tenants.flatMap((tenant) => tenant.subscriptions);
  const clusters = subscriptions.reduce((sum, one) => sum + one.clusters.length, 0);
  const size = `${listed.result.tenants.length} tenants, ${subscriptions.length} subscriptions, ${clusters} clusters`;
  return { azure, sent, listed, size, clusters: subscriptions.flatMap((one) => one.clusters) };
}

export async function bench() {
  const tour = await inventoryOf('tour');
  const measured = rows(`inventory of ${tour.size}`, tour.listed);
  const preFlights = [];
  const looksAround = [];
  for (const { id, name, tenantId } of tour.clusters) {
    const read = await counted(tour.sent, () =>
      tour.azure.read({ id, tenantId }, AbortSignal.timeout(60_000)),
    );
    preFlights.push({ name, ...read });
    const around = await counted(tour.sent, () =>
      tour.azure.around(read.result, everyPart, AbortSignal.timeout(60_000)),
    );
    looksAround.push({ name, ...around });
  }
  return [
    ...measured,
    ...medianAndMost('pre-flight', preFlights),
    ...medianAndMost('every part around it', looksAround),
  ];
}

function medianAndMost(what, all) {
  const byRequests = all.slice().sort((a, b) => a.requests - b.requests);
  const most = byRequests.at(-1);
  return [
    ...rows(`${what}, median of ${all.length} clusters`, byRequests[Math.floor(all.length / 2)]),
    ...rows(`${what}, most (${most.name})`, most),
  ];
}
