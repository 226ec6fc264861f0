import { isTargetThere, unmet } from '../../core/expectations.js';
import { neighbourDifferences, otherThan } from '../../core/neighbour-diff.js';
import { applyEdits } from '../../core/edits.js';
import type { Basis, NetworkDelete, NetworkPut, Step } from '../../core/plan.js';
import type { Difference } from '../../core/run-record.js';
import { sameBasis } from '../../core/unintended.js';
import { odd } from '../wire/arm.js';
import { busyDifference, getCluster, type Look } from './look-at-cluster.js';
import { isProvider } from './judge-registration.js';
import { tellWaiting } from './patient-read.js';
import { isBusy, stateOf } from './resting.js';
import { basisBefore, clusterBasisBefore, seenIn, thingUrl } from './thing.js';
import { pauseInMs, type Work } from './work.js';

/** Operations of Microsoft.Network take seconds; what is busy for longer than these looks is not ours to wait for. */
const patienceInLooks = 12;

/** Reads a neighbour before a step changes it, and compares it with what the plan was made on. */
export async function lookAtNeighbour(
  work: Work,
  step: Step & { readonly send: NetworkPut | NetworkDelete },
): Promise<Look> {
  for (let looks = 0; ; looks++) {
    const reply = await work.arm.read(thingUrl(work, step), work.signal);
    const now = seenIn(step, reply);
    if (now === undefined)
      return { kind: 'unread', reply: reply.kind === 'answer' ? odd(reply.status, 'no resource') : reply };
    if (!isBusy(stateOf(now.body))) {
      const seen = compared(step, basisBefore(work.book.record(), step), now);
      return (seen.kind === 'same' ? await clusterMoved(work, step) : undefined) ?? seen;
    }
    if (looks === patienceInLooks) return { kind: 'changed', differences: busyDifference({}, now.body), now };
    await tellWaiting(work, step.id, 'busy', {});
    await work.ports.clock.sleep(pauseInMs(looks), work.signal);
  }
}

/** A feature that is registered needs no request. A provider is asked again: that is how it learns of features. */
export async function lookAtRegistration(work: Work, step: Step): Promise<Look> {
  const reply = await work.arm.read(thingUrl(work, step), work.signal);
  const now = seenIn(step, reply);
  if (now === undefined)
    return { kind: 'unread', reply: reply.kind === 'answer' ? odd(reply.status, 'no state') : reply };
  const isThere = unmet(now.body, step.verify).length === 0;
  return { kind: isThere && !isProvider(step) ? 'there' : 'same', now };
}

/**
 * Before packets take another way the cluster and its pools must still be as the plan thinks. Undefined where they
 * are, and for a step that moves none.
 */
export async function clusterMoved(
  work: Work,
  step: Step,
): Promise<Extract<Look, { kind: 'changed' | 'unread' }> | undefined> {
  if (!step.isCutOver || step.send.kind !== 'network') return undefined;
  const planned = clusterBasisBefore(work.book.record());
  const url = work.arm.url(work.cluster.path, planned.apiVersion);
  const now = await getCluster(work, url, planned.apiVersion);
  if ('kind' in now) return now;
  const differences = [...sameBasis(planned, now), ...busyDifference(planned.body, now.body)];
  return differences.length === 0 ? undefined : { kind: 'changed', differences };
}

function compared(
  { send, verify }: Step & { readonly send: NetworkPut | NetworkDelete },
  before: Basis,
  now: Basis,
): Look {
  const { resourceId } = send;
  if (send.method === 'PUT' && send.create !== undefined) {
    if (now.body === null) return { kind: 'same', now };
    const lacking = otherThan(applyEdits(send.create, send.edits), now.body);
    const isOurs = lacking.length === 0 && unmet(now.body, verify).length === 0;
    const found: Difference = { path: ['id'], before: null, after: resourceId };
    return isOurs ? { kind: 'there', now } : { kind: 'changed', differences: [found, ...lacking], now };
  }
  if (now.body === null)
    return send.method === 'DELETE'
      ? { kind: 'there', now }
      : { kind: 'changed', differences: [{ path: ['id'], before: resourceId, after: null }], now };
  if (now.eTag === undefined) return { kind: 'unread', reply: odd(200, 'the answer has no etag') };
  const differences = changedSince(resourceId, before, now);
  if (differences.length > 0) return { kind: 'changed', differences, now };
  const isThere =
    send.method === 'PUT' && isTargetThere(now.body, verify) && unmet(now.body, verify).length === 0;
  return { kind: isThere ? 'there' : 'same', now };
}

/** The eTag of a subnet moves with its whole network; where the body is known that counts. */
function changedSince(id: string, before: Basis, now: Basis): readonly Difference[] {
  if (before.eTag === now.eTag) return [];
  if (before.body !== null) return neighbourDifferences(id, before.body, now.body);
  return before.eTag === undefined
    ? []
    : [{ path: ['etag'], before: before.eTag, ...(now.eTag === undefined ? {} : { after: now.eTag }) }];
}
