import { canonicalJson } from '../../core/canonical-json.js';
import { say } from '../../core/message.js';
import { valueAt, type Json } from '../../core/json.js';
import type { Plan } from '../../core/plan.js';
import type { ClusterReading } from '../../core/reading.js';
import { hasEnded } from '../../core/run-ended.js';
import type { StartOrder } from '../../core/run-outcome.js';
import type { RunRecord } from '../../core/run-record.js';
import { clusterPath } from '../facts/cluster-address.js';
import { refuse } from '../wire/trouble.js';
import type { RunnerContext } from './context.js';

/** Refuses an order that is not what was shown, or whose cluster has an unfinished run. Nothing is sent. */
export async function refuseOrder({ ports }: Pick<RunnerContext, 'ports'>, order: StartOrder): Promise<void> {
  const { plan, reading } = order;
  const cluster = clusterPath(plan.clusterId);
  if (plan.steps.length === 0) throw refuse(say('This plan has no step to carry out.'));
  const digest = await ports.digest(canonicalJson(reading.basis.body));
  if (reading.facts.id.toLowerCase() !== cluster.key || digest !== plan.basis.bodyDigest)
    throw refuse(say('Nothing was sent: the plan does not belong to what was read. Read the cluster again.'));
  for (const entry of await ports.journal.list({ onlyOpen: true })) {
    if (entry.kind === 'unreadable') {
      if (ports.journal.keyOf?.(plan.clusterId) === entry.clusterKey)
        throw refuse(
          say(
            'Nothing was sent: an earlier run of {name} cannot be read, so nobody knows what it left behind. Check the cluster, then give that run up.',
            { name: plan.clusterName },
          ),
        );
    } else if (
      entry.record.clusterId.toLowerCase() === plan.clusterId.toLowerCase() &&
      !hasEnded(entry.record)
    ) {
      throw refuse(
        say(
          'Nothing was sent: another run of {name} is not finished, here or in another window. Look at it with Resume; give it up only if nobody runs it.',
          {
            name: plan.clusterName,
          },
        ),
      );
    }
  }
}

/** The journal's first page of a run: all that a later process needs to go on without us. */
export async function recordFor(
  { ports, cloud, kind, arms }: RunnerContext,
  { plan, digest, reading, addressesBefore }: StartOrder,
  signal: AbortSignal,
): Promise<RunRecord> {
  const { account } = await arms.forCluster(plan, signal);
  return {
    version: 1,
    runId: ports.newId(),
    world: kind,
    cloud: cloud.name,
    armHost: new URL(cloud.resourceManager).host,
    account,
    tenantId: plan.tenantId,
    clusterId: plan.clusterId,
    clusterName: plan.clusterName,
    plan,
    digest,
    before: {
      body: reading.basis.body,
      outboundType: plan.from.outboundType,
      addresses: addressesBefore,
      ...networkOf(plan, reading),
    },
    events: [],
  };
}

/** Bodies of what steps change beside the cluster, as the plan was made on them. */
function networkOf(plan: Plan, { network = {} }: ClusterReading): Pick<RunRecord['before'], 'network'> {
  const keys = plan.steps.flatMap(({ send }) =>
    send.kind === 'network' ? [send.resourceId.toLowerCase()] : [],
  );
  const bodies = keys.flatMap((key): [string, Json][] => {
    const body = network[key] ?? routeIn(network, key);
    return body === undefined ? [] : [[key, body]];
  });
  return bodies.length === 0 ? {} : { network: Object.fromEntries(bodies) };
}

/** A route stands inside the body of its table. */
function routeIn(network: Readonly<Record<string, Json>>, key: string): Json | undefined {
  const [table = '', name] = key.split('/routes/');
  const routes = name === undefined ? undefined : valueAt(network[table], ['properties', 'routes']);
  if (!Array.isArray(routes)) return undefined;
  return (routes as readonly Json[]).find((route) => {
    const named = valueAt(route, ['name']);
    return typeof named === 'string' && named.toLowerCase() === name;
  });
}
