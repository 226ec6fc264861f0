import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import { foundIn } from '../../core/resolve-step.js';
import type { RunRecord } from '../../core/run-record.js';
import { basisOf } from '../facts/read-cluster.js';
import type { Reply } from '../wire/reply.js';
import type { Entry } from './book.js';
import { clusterUrl, type Work } from './work.js';

/** A pool is a part of its cluster's body, and so are the eTags of all pools. */
const isOfCluster = ({ send }: Step): boolean => send.kind === 'cluster' || send.kind === 'reimage';

/** Where the thing that a step changes is read: the cluster, a neighbour, a registration. */
export const thingUrl = (work: Work, step: Step): string =>
  isOfCluster(step) ? clusterUrl(work, step) : work.arm.url(step.send.resourceId, step.send.apiVersion);

/** A GET of it as something to compare with. The body of a neighbour that is not there is null. */
export function seenIn(step: Step, reply: Reply): Basis | undefined {
  const { kind, apiVersion } = step.send;
  if (kind === 'network' && reply.kind === 'refused' && isMissing(reply.status, reply.refusal.code))
    return { apiVersion, body: null, poolETags: {} };
  if (reply.kind !== 'answer' || !isJsonObject(reply.body)) return undefined;
  return isOfCluster(step) ? basisOf(reply.body, apiVersion) : neighbourBasis(reply.body, apiVersion);
}

/** Other words with a 404 (no such subscription, no such type) say nothing about the thing itself. */
const isMissing = (status: number, code: string | undefined): boolean =>
  status === 404 &&
  ['ResourceNotFound', 'NotFound', 'ParentResourceNotFound', 'ResourceGroupNotFound'].includes(code ?? '');

function neighbourBasis(body: Json, apiVersion: string): Basis {
  const eTag = valueAt(body, ['etag']);
  return {
    apiVersion,
    body,
    poolETags: {},
    ...(typeof eTag === 'string' && eTag !== '' ? { eTag } : {}),
  };
}

/** What a step is compared with: the newest GET that was sent from or verified, else what the plan was made on. */
export function basisBefore(record: RunRecord, step: Step): Basis {
  return isOfCluster(step)
    ? clusterBasisBefore(record)
    : (record.neighbours?.[keyOf(step)] ?? plannedNeighbour(record, step));
}

export function clusterBasisBefore(record: RunRecord): Basis {
  const { eTag, apiVersion, poolETags } = record.plan.basis;
  const planned = { apiVersion, body: record.before.body, poolETags };
  return record.basis ?? (eTag === undefined ? planned : { ...planned, eTag });
}

function plannedNeighbour({ before }: RunRecord, { send }: Step): Basis {
  const eTag = send.kind === 'network' ? send.etag : undefined;
  const body = before.network?.[send.resourceId.toLowerCase()] ?? null;
  return {
    apiVersion: send.apiVersion,
    body,
    poolETags: {},
    ...(eTag === undefined ? {} : { eTag }),
  };
}

const keyOf = ({ send }: Step): string => send.resourceId.toLowerCase();

/** What the journal keeps of it when a step is sent from it. */
export const keptBasis = (
  record: RunRecord,
  step: Step,
  basis: Basis,
): Pick<Entry, 'basis' | 'neighbours'> =>
  isOfCluster(step) ? { basis } : { neighbours: { ...record.neighbours, [keyOf(step)]: basis } };

/** The same when a step is verified, with what later steps want to know. */
export function keptWhenVerified(
  record: RunRecord,
  step: Step,
  basis: Basis,
): Pick<Entry, 'basis' | 'neighbours' | 'found'> {
  const found = foundIn(record.plan, step.id, basis.body);
  return {
    ...keptBasis(record, step, basis),
    ...(found.length === 0 ? {} : { found: [...(record.found ?? []), ...found] }),
  };
}
