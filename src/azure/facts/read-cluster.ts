import { valueOf } from '../../core/fact.js';
import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import { say, type Message } from '../../core/message.js';
import type { Basis } from '../../core/plan.js';
import type { ClusterReading } from '../../core/reading.js';
import { apiVersions, cappedBy } from '../api-versions.js';
import type { Arm } from '../wire/arm.js';
import { limit } from '../wire/limit.js';
import { unexpected } from '../wire/arm.js';
import type { NoSuccess, Reply } from '../wire/reply.js';
import { problemOf, trouble } from '../wire/trouble.js';
import { clusterProperties } from './cluster.js';
import type { ClusterPath } from './cluster-address.js';
import { askNeighbours, guessable, guessedBehind } from './neighbours.js';
import { poolETagsOf, poolsOf, subnetKeysOf } from './pools.js';
import { clusterVersions } from './provider-versions.js';
import { readNetwork } from './read-network.js';
import { resource } from './resource.js';

/** What is remembered between readings of one session: it makes the next one quicker, never its content. */
export interface ReadingMemory {
  readonly versions: Map<string, readonly string[]>;
  readonly neighbours: Map<string, readonly string[]>;
}

const mostAtOnce = 8;

/**
 * All facts of a cluster and the basis of a plan, by fresh GETs. Rejects with a Trouble only where the cluster
 * itself cannot be read; anything around it that cannot is an unknown fact.
 */
export async function readCluster(order: {
  readonly arm: Arm;
  readonly cluster: ClusterPath;
  readonly tenantId: string;
  readonly memory: ReadingMemory;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}): Promise<ClusterReading> {
  const { arm, cluster, memory, signal } = order;
  const what = say('Cluster {name}', { name: cluster.name });
  const before = memory.neighbours.get(cluster.key) ?? [];
  const [versions, guesses, first] = await Promise.all([
    memory.versions.get(cluster.subscriptionId) ?? clusterVersions(arm, cluster.subscriptionId, signal),
    askNeighbours(
      arm,
      guessable(
        before.filter((key) => key.includes('/subnets/')),
        before,
      ),
      signal,
    ),
    arm.read(arm.url(cluster.path, apiVersions.clusterFacts), signal),
  ]);
  if (versions.length > 0) memory.versions.set(cluster.subscriptionId, versions);

  const factsVersion = versionRead(first, versions);
  const facts = bodyOr(
    factsVersion === apiVersions.clusterFacts
      ? first
      : await arm.read(arm.url(cluster.path, factsVersion), signal),
    what,
  );
  const self = resource(cluster.key, facts);
  const properties = clusterProperties(self, factsVersion);
  const subnetKeys = subnetKeysOf(facts);

  const get = remembering(arm, signal);
  for (const key of guessedBehind(guesses, subnetKeys)) void get(key);
  const [network, basis] = await Promise.all([
    readNetwork({ get, cluster: self, properties, subnetKeys, subscriptionId: cluster.subscriptionId }),
    readBasis(arm, cluster, writeVersion(facts, versions), { version: factsVersion, body: facts }, signal),
  ]);
  memory.neighbours.set(cluster.key, [
    ...[...Object.keys(network.facts.subnets), ...Object.keys(network.facts.natGateways)],
    ...Object.keys(network.facts.routeTables),
  ]);
  return {
    facts: {
      subject: 'live',
      id: cluster.key,
      name: valueOf(self.text('name')) ?? cluster.name,
      cluster: properties,
      pools: poolsOf(self),
      ...network.facts,
    },
    basis,
    network: network.bodies,
    tenantId: order.tenantId,
    subscriptionId: cluster.subscriptionId,
    readAtInMs: order.now(),
    apiVersions: versions,
  };
}

/** The version to read facts at: a lower one only where the provider lists it and refused the newest. */
const versionRead = (first: Reply, versions: readonly string[]): string =>
  first.kind === 'refused' && first.status === 400
    ? cappedBy(versions, apiVersions.clusterFacts)
    : apiVersions.clusterFacts;

/** A gateway of the newer kind is only visible at the newer version; every other cluster is written at the tried one. */
function writeVersion(body: Json, versions: readonly string[]): string {
  const sku = valueAt(body, ['properties', 'networkProfile', 'natGatewayProfile', 'sku']);
  const isNewer = typeof sku === 'string' && sku.toLowerCase() === 'standardv2';
  return cappedBy(versions, isNewer ? apiVersions.clusterFacts : apiVersions.clusterWrite);
}

async function readBasis(
  arm: Arm,
  cluster: ClusterPath,
  version: string,
  known: { readonly version: string; readonly body: Json },
  signal: AbortSignal | undefined,
): Promise<Basis> {
  if (version === known.version) return basisOf(known.body, version);
  const reply = await arm.read(arm.url(cluster.path, version), signal);
  return basisOf(bodyOr(reply, say('Cluster {name}', { name: cluster.name })), version);
}

/** A cluster's body as what a PUT is compared against. */
export function basisOf(body: Json, apiVersion: string): Basis {
  const eTag = valueAt(body, ['eTag']) ?? valueAt(body, ['etag']);
  return {
    apiVersion,
    ...(typeof eTag === 'string' && eTag !== '' ? { eTag } : {}),
    body,
    poolETags: poolETagsOf(body),
  };
}

function bodyOr(reply: Reply, what: Message): Json {
  if (reply.kind === 'answer' && isJsonObject(reply.body) && isJsonObject(reply.body['properties']))
    return reply.body;
  const failure: NoSuccess =
    reply.kind === 'answer' ? unexpected(reply, 'the answer is not a cluster') : reply;
  throw trouble(problemOf(failure, what));
}

/** One GET for each key, a few at a time. */
function remembering(arm: Arm, signal: AbortSignal | undefined): (key: string) => Promise<Reply> {
  const asked = new Map<string, Promise<Reply>>();
  const atOnce = limit(mostAtOnce);
  return (key) => {
    const pending = asked.get(key) ?? atOnce(() => arm.read(arm.url(key, apiVersions.network), signal));
    asked.set(key, pending);
    // A guess that nobody waits for may fail in silence; whoever waits gets the failure too.
    pending.catch(() => undefined);
    return pending;
  };
}
