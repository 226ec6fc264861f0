import { unmet } from '../../core/expectations.js';
import { isJsonObject, type Json } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Difference } from '../../core/run-record.js';
import { sameBasis } from '../../core/unintended.js';
import { basisOf } from '../facts/read-cluster.js';
import { odd } from '../wire/arm.js';
import type { NoSuccess } from '../wire/reply.js';
import { isBusy, stateOf } from './resting.js';
import { clusterBasisBefore } from './thing.js';
import { clusterUrl, type Work } from './work.js';

/** A fresh GET before a step, compared with what the plan was made from. */
export type Look =
  | { readonly kind: 'same'; readonly now: Basis }
  | {
      readonly kind: 'changed';
      readonly differences: readonly Difference[];
      /** The thing that the step changes; left out where the cluster around it has changed. */
      readonly now?: Basis;
    }
  | { readonly kind: 'unread'; readonly reply: NoSuccess }
  /** Nothing is left to send: what the step is for is there. */
  | { readonly kind: 'there'; readonly now: Basis };

/**
 * Reads the cluster at the step's version and compares everything. Where the plan was made at another version,
 * that one is read too and compared, and both must show one state: the same eTag.
 */
export async function lookAtCluster(work: Work, step: Step): Promise<Look> {
  const planned = clusterBasisBefore(work.book.record());
  const now = await getCluster(work, clusterUrl(work, step), step.send.apiVersion);
  if ('kind' in now) return now;
  const sameVersion = planned.apiVersion === step.send.apiVersion;
  const compared = sameVersion
    ? now
    : await getCluster(work, work.arm.url(work.cluster.path, planned.apiVersion), planned.apiVersion);
  if ('kind' in compared) return compared;
  const differences = [
    ...sameBasis(planned, compared),
    ...(sameVersion ? [] : eTagDifference(compared, now)),
    // An answer without an eTag cannot be guarded; the plan was confirmed with one.
    ...(planned.eTag !== undefined && now.eTag === undefined ? eTagDifference(planned, now) : []),
    ...busyDifference(planned.body, now.body),
  ];
  if (differences.length > 0) return { kind: 'changed', differences, now };
  return isThereSince(work.book.record().before.body, now.body, step)
    ? { kind: 'there', now }
    : { kind: 'same', now };
}

/**
 * True where what the step is for came with something else after the plan was made: a step before was verified on a
 * cluster that had it already, as after a journal that has forgotten. Sent again it would be a second change.
 */
function isThereSince(planned: Json, now: Json, { send, verify }: Step): boolean {
  if (send.kind !== 'cluster' || unmet(planned, verify).length === 0) return false;
  return stateOf(now) === 'Succeeded' && unmet(now, verify).length === 0;
}

export async function getCluster(
  work: Work,
  url: string,
  apiVersion: string,
): Promise<Basis | Extract<Look, { kind: 'unread' }>> {
  const reply = await work.arm.read(url, work.signal);
  if (reply.kind !== 'answer') return { kind: 'unread', reply };
  if (isJsonObject(reply.body) && isJsonObject(reply.body['properties']))
    return basisOf(reply.body, apiVersion);
  return { kind: 'unread', reply: odd(reply.status, 'the answer is not a cluster') };
}

const eTagDifference = (before: Basis, after: Basis): readonly Difference[] =>
  before.eTag === after.eTag
    ? []
    : [
        {
          path: ['eTag'],
          ...(before.eTag === undefined ? {} : { before: before.eTag }),
          ...(after.eTag === undefined ? {} : { after: after.eTag }),
        },
      ];

/** Somebody's operation is running: a second one on top of it would end in nobody's intent. */
export function busyDifference(before: Json, now: Json): readonly Difference[] {
  const state = stateOf(now);
  return isBusy(state)
    ? [{ path: ['properties', 'provisioningState'], before: stateOf(before), after: state }]
    : [];
}
