import type { OpenedCluster } from '../opened-cluster.js';
import type { World } from '../world.js';

/** What every message to the page carries along, so that a page that VS Code restores finds its cluster again. */
export interface Kept {
  readonly world: World['kind'];
  readonly cluster: OpenedCluster;
  /** The person's choice as the session gave it; it comes back from a page, and the session parses it. */
  readonly choice?: unknown;
}

/** The cluster in what a page has kept, or nothing: another version, or somebody else, may have written it. */
export function keptIn(state: unknown): Kept | undefined {
  const opened = at(at(state, 'message'), 'opened');
  const world = at(opened, 'world');
  const cluster = at(opened, 'cluster');
  if (world !== 'azure' && world !== 'sandbox') return undefined;
  const text = (name: keyof OpenedCluster): string | undefined => {
    const value = at(cluster, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [id, name, tenantId] = [text('id'), text('name'), text('tenantId')];
  if (id === undefined || name === undefined || tenantId === undefined) return undefined;
  if (!/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[\w./-]+$/i.test(id)) return undefined;
  const [subscriptionName, location] = [text('subscriptionName'), text('location')];
  const choice = at(opened, 'choice');
  return {
    world,
    ...(choice === undefined ? {} : { choice }),
    cluster: {
      id,
      name,
      tenantId,
      resourceGroup: text('resourceGroup') ?? '',
      subscriptionId: text('subscriptionId') ?? '',
      ...(subscriptionName === undefined ? {} : { subscriptionName }),
      ...(location === undefined ? {} : { location }),
    },
  };
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
