import { isJsonObject, valueAt, type Json } from './json.js';
import type { NetworkDelete, NetworkPut } from './plan.js';
import { rangesIn } from './range-steps.js';
import type { RunRecord } from './run-record.js';
import { foldRun } from './run.js';

import type { Association, Attachment, RouteHop, RouteThere, Undoing } from './undoing.js';

/** What a run has done, by its own record. */
export function undoingOf(record: RunRecord): Undoing {
  const done = new Set(
    foldRun(record).steps.flatMap(({ stepId, status }) => (status === 'succeeded' ? [stepId] : [])),
  );
  const sends = record.plan.steps.flatMap(({ id, send }) =>
    done.has(id) && send.kind === 'network' ? [send] : [],
  );
  const before = (id: string): Json | undefined => record.before.network?.[id.toLowerCase()];
  const subnets = sends.flatMap((send) => subnetChange(send, before(send.resourceId)));
  const of = (kind: SubnetChange['kind']) => subnets.filter((change) => change.kind === kind);
  const routes = sends.flatMap((send) => routeChange(send, before(send.resourceId)));
  return {
    attached: of('attached').map(asAttachment),
    detached: of('detached').map(asAttachment),
    associated: of('associated').map(asAssociation),
    dissociated: of('dissociated').map(asAssociation),
    added: routes.flatMap(({ tableKey, route, hop }) => (hop === undefined ? [{ tableKey, route }] : [])),
    routesBefore: routes.flatMap(({ tableKey, route, hop }) =>
      hop === undefined ? [] : [{ tableKey, route, hop }],
    ),
    created: sends.flatMap(({ resourceId, ...send }) =>
      send.method === 'PUT' && send.create !== undefined && !/\/routes\/[^/]+$/i.test(resourceId)
        ? [resourceId]
        : [],
    ),
    rangesBefore: rangesIn(record.before.body),
  };
}

interface SubnetChange {
  readonly kind: 'attached' | 'detached' | 'associated' | 'dissociated';
  readonly subnetKey: string;
  readonly otherKey: string;
}

const asAttachment = ({ subnetKey, otherKey }: SubnetChange): Attachment => ({
  subnetKey,
  gatewayKey: otherKey,
});
const asAssociation = ({ subnetKey, otherKey }: SubnetChange): Association => ({
  subnetKey,
  tableKey: otherKey,
});

function subnetChange(send: NetworkPut | NetworkDelete, before: Json | undefined): readonly SubnetChange[] {
  if (send.method === 'DELETE' || !/\/subnets\/[^/]+$/i.test(send.resourceId)) return [];
  const subnetKey = send.resourceId.toLowerCase();
  return send.edits.flatMap((edit): readonly SubnetChange[] => {
    const [, what = ''] = edit.path;
    if (what !== 'natGateway' && what !== 'routeTable') return [];
    const isPut = edit.op === 'set';
    const id = isPut ? valueAt(edit.value, ['id']) : valueAt(before, ['properties', what, 'id']);
    if (typeof id !== 'string') return [];
    const kinds =
      what === 'natGateway' ? (['attached', 'detached'] as const) : (['associated', 'dissociated'] as const);
    return [{ kind: kinds[isPut ? 0 : 1], subnetKey, otherKey: id.toLowerCase() }];
  });
}

/** A route that was added has no hop of before. */
function routeChange(
  send: NetworkPut | NetworkDelete,
  before: Json | undefined,
): readonly (Omit<RouteThere, 'hop'> & { readonly hop?: RouteHop })[] {
  const [, tableKey, route] = /^(.+)\/routes\/([^/]+)$/i.exec(send.resourceId) ?? [];
  if (tableKey === undefined || route === undefined) return [];
  const named = { tableKey: tableKey.toLowerCase(), route };
  if (send.method === 'PUT' && send.create !== undefined) return [named];
  const hop = hopIn(before);
  return hop === undefined ? [] : [{ ...named, hop }];
}

function hopIn(route: Json | undefined): RouteHop | undefined {
  const properties = valueAt(route, ['properties']);
  if (!isJsonObject(properties)) return undefined;
  const { addressPrefix, nextHopType, nextHopIpAddress } = properties;
  if (typeof addressPrefix !== 'string' || typeof nextHopType !== 'string') return undefined;
  const address = typeof nextHopIpAddress === 'string' && nextHopIpAddress !== '' ? { nextHopIpAddress } : {};
  return { addressPrefix, nextHopType, ...address };
}
