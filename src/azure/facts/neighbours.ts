import { valueAt, type Json } from '../../core/json.js';
import { apiVersions } from '../api-versions.js';
import { neighboursQuery } from '../inventory/queries.js';
import type { Arm } from '../wire/arm.js';
import { graphKey } from './resource.js';

/** What the graph holds of some ids, by graph key. It lags behind: good for guessing, never for facts. */
export type Guesses = ReadonlyMap<string, Json>;

const none: Guesses = new Map();

/** One question about neighbours whose ids are guessed; a graph that is denied or down guesses nothing. */
export async function askNeighbours(
  arm: Arm,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Guesses> {
  if (ids.length === 0) return none;
  const url = arm.url('/providers/Microsoft.ResourceGraph/resources', apiVersions.resourceGraph);
  const question = { query: neighboursQuery(ids), options: { resultFormat: 'objectArray', $top: 1000 } };
  const reply = await arm.read(url, signal, question);
  const rows = reply.kind === 'answer' ? valueAt(reply.body, ['data']) : undefined;
  if (!Array.isArray(rows)) return none;
  return new Map(
    (rows as readonly Json[]).flatMap((row) => {
      const key = graphKey(valueAt(row, ['id']));
      return key === undefined ? [] : [[key, row] as const];
    }),
  );
}

/** Ids to ask the graph for: the virtual networks of known subnets, and whatever was a neighbour before. */
export function guessable(subnetKeys: readonly string[], before: readonly string[]): readonly string[] {
  const networks = subnetKeys.map((key) => key.replace(/\/subnets\/[^/]+$/, ''));
  return [...new Set([...networks, ...before])].slice(0, 200);
}

/** Gateways, route tables and addresses that the graph names behind these subnets, to be read at once. */
export function guessedBehind(guesses: Guesses, subnetKeys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const add = (id: Json | undefined) => {
    const key = graphKey(id);
    if (key !== undefined) found.add(key);
    return key;
  };
  for (const subnetKey of subnetKeys) {
    const subnet = subnetIn(guesses.get(subnetKey.replace(/\/subnets\/[^/]+$/, '')), subnetKey);
    add(valueAt(subnet, ['properties', 'routeTable', 'id']));
    const gateway = add(valueAt(subnet, ['properties', 'natGateway', 'id']));
    for (const list of ['publicIpAddresses', 'publicIpPrefixes', 'publicIpAddressesV6', 'publicIpPrefixesV6'])
      for (const address of listAt(guesses.get(gateway ?? ''), ['properties', list]))
        add(valueAt(address, ['id']));
  }
  return [...found];
}

const subnetIn = (network: Json | undefined, subnetKey: string): Json | undefined =>
  listAt(network, ['properties', 'subnets']).find(
    (subnet) => graphKey(valueAt(subnet, ['id'])) === subnetKey,
  );

function listAt(value: Json | undefined, path: readonly string[]): readonly Json[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}
