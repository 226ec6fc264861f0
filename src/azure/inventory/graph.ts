import type { ClusterListing } from '../../core/inventory.js';
import { valueAt, type Json } from '../../core/json.js';
import { apiVersions } from '../api-versions.js';
import { unexpected, type Arm } from '../wire/arm.js';
import type { NoSuccess, Reply } from '../wire/reply.js';
import { listingOfRow } from './listing.js';
import { clustersQuery } from './queries.js';

/** All clusters that the graph shows of one tenant. `isCut`: there are more than it will show. */
export interface GraphClusters {
  readonly kind: 'clusters';
  readonly clusters: readonly ClusterListing[];
  readonly isCut: boolean;
}

/** Resource Graph's own limit of one page. Source: Resource Graph docs, "Work with large data sets", read 2026-11-23. */
const rowsPerPage = 1000;
const mostPages = 1000;

/** One paged query over everything that the token's tenant shows. A page that fails fails the whole. */
export async function askGraph(
  arm: Arm,
  tenantId: string,
  signal: AbortSignal,
): Promise<GraphClusters | NoSuccess> {
  const url = arm.url('/providers/Microsoft.ResourceGraph/resources', apiVersions.resourceGraph);
  const clusters = new Map<string, ClusterListing>();
  let token: string | undefined;
  let isCut = false;
  for (let page = 0; page < mostPages; page++) {
    const reply: Reply = await arm.read(url, signal, questionFor(token));
    if (reply.kind !== 'answer') return reply;
    const rows = valueAt(reply.body, ['data']);
    if (!Array.isArray(rows)) return unexpected(reply, 'the graph sent no rows');
    for (const listing of (rows as readonly Json[]).flatMap((row) => listingOfRow(row, tenantId)))
      clusters.set(listing.id.toLowerCase(), listing);
    isCut ||= isTruncated(reply);
    const next: Json | undefined = valueAt(reply.body, ['$skipToken']);
    if (typeof next !== 'string' || next === '' || next === token)
      return { kind: 'clusters', clusters: [...clusters.values()], isCut };
    token = next;
  }
  return { kind: 'clusters', clusters: [...clusters.values()], isCut: true };
}

const questionFor = (token: string | undefined): Json => ({
  query: clustersQuery,
  options: {
    resultFormat: 'objectArray',
    $top: rowsPerPage,
    allowPartialScopes: true,
    ...(token === undefined ? {} : { $skipToken: token }),
  },
});

/** A truncated result has no token; beyond 10,000 subscriptions the graph leaves the rest out. */
function isTruncated({ body, headers }: Extract<Reply, { kind: 'answer' }>): boolean {
  const truncated = valueAt(body, ['resultTruncated']);
  const isLast = valueAt(body, ['$skipToken']) === undefined;
  return (
    (isLast && (truncated === 'true' || truncated === true)) ||
    headers['x-ms-tenant-subscription-limit-hit']?.toLowerCase() === 'true'
  );
}
