import { isJsonObject } from '../../core/json.js';
import type { Basis, Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import type { Difference } from '../../core/run-record.js';
import { poolETagsOf } from '../facts/pools.js';
import type { Answer, Reply } from '../wire/reply.js';
import { requestFor } from './request.js';
import { keptBasis } from './thing.js';
import type { Work } from './work.js';

/** What became of a request. */
export type Sent =
  /** `operationUrl` is signed; undefined where Azure named none on the configured host. */
  | { readonly kind: 'accepted'; readonly operationUrl?: string }
  /** Nothing was done. After that time, and a new look, the same may be sent again. */
  | ({ readonly kind: 'notDone'; readonly waitInMs: number } & Hindrance)
  /** Nothing was done, and only the person can go on. */
  | ({ readonly kind: 'waits'; readonly waitInMs?: number } & Hindrance)
  /** Azure says that the cluster is not as the plan thought. */
  | { readonly kind: 'stale'; readonly azure: Refusal }
  | { readonly kind: 'refused'; readonly azure: Refusal }
  /** It may have been done. */
  | { readonly kind: 'lost'; readonly azure: Refusal };

export interface Hindrance {
  readonly reason: 'signIn' | 'offline' | 'busy' | 'throttled';
  readonly azure: Refusal;
}

const throttledWaitInMs = 30_000;
const longestThrottledWaitInMs = 600_000;
const shortestWaitInMs = 1000;
const offlineWaitInMs = 5000;

/**
 * Sends the step's request once, under the lock, guarded by the eTag of what it was made from. The journal says so,
 * flushed, before it leaves.
 */
export async function send(work: Work, step: Step, basis: Basis, eTag: string | undefined): Promise<Sent> {
  const { book, arm } = work;
  await book.add({
    events: [{ kind: 'sending', stepId: step.id, ...(eTag === undefined ? {} : { eTag }) }],
    ...keptBasis(book.record(), step, basis),
  });
  const reply = await arm.write(requestFor(work, step, basis, eTag));
  return reply.kind === 'answer' ? keepAnswer(work, step, basis, reply) : judgeRefusal(reply);
}

async function keepAnswer(work: Work, step: Step, basis: Basis, reply: Answer): Promise<Sent> {
  const url = operationUrlOf(reply, work);
  // Azure answers with what was changed. Anything else is a page of something in between: it may have been done.
  const isEmptyByRight = step.send.method === 'DELETE' && (reply.status === 202 || reply.status === 204);
  if (url === undefined && !isJsonObject(reply.body) && !isEmptyByRight)
    return {
      kind: 'lost',
      azure: { status: reply.status, message: 'the answer is not what was sent', isOurs: true },
    };
  const requestId = reply.headers['x-ms-request-id'];
  const correlationId = reply.headers['x-ms-correlation-request-id'];
  const differences = changedInBetween(step, basis, reply);
  await work.book.add({
    events: [
      {
        kind: 'accepted',
        stepId: step.id,
        status: reply.status,
        ...(requestId === undefined ? {} : { requestId }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(differences.length === 0 ? {} : { differences }),
      },
    ],
    ...(url === undefined ? {} : { operation: { stepId: step.id, url } }),
  });
  return { kind: 'accepted', ...(url === undefined ? {} : { operationUrl: url }) };
}

/**
 * The cluster's eTag does not guard its pools, but the answer to a PUT still carries the eTags from before it
 * (recorded): a pool that somebody changed after our look shows there, and nowhere later.
 */
function changedInBetween(step: Step, basis: Basis, answer: Answer): readonly Difference[] {
  // Something new is answered with 201 (recorded): else somebody has made one of this name since our look.
  if (step.send.kind === 'network' && step.send.method === 'PUT' && basis.body === null)
    return answer.status === 200 ? [{ path: ['id'], before: null, after: step.send.resourceId }] : [];
  const answered = poolETagsOf(answer.body);
  return Object.entries(basis.poolETags).flatMap(([name, before]) => {
    const after = answered[name];
    return after === undefined || after === before
      ? []
      : [{ path: ['agentPools', name, 'eTag'], before, after }];
  });
}

function judgeRefusal(reply: Exclude<Reply, Answer>): Sent {
  const azure = reply.refusal;
  switch (reply.kind) {
    case 'signInNeeded':
      return reply.renewed === true
        ? { kind: 'notDone', reason: 'signIn', waitInMs: 0, azure }
        : { kind: 'waits', reason: 'signIn', azure };
    case 'noAnswer':
      return reply.neverSent
        ? { kind: 'notDone', reason: 'offline', waitInMs: offlineWaitInMs, azure }
        : { kind: 'lost', azure };
    case 'heldBack':
      return { kind: 'refused', azure };
    case 'refused':
      if (reply.status === 401) return { kind: 'waits', reason: 'signIn', azure };
      if (reply.status === 429) return throttled(reply.retryAfterInMs ?? throttledWaitInMs, azure);
      if (reply.status === 409 && azure.code === 'AnotherOperationInProgress')
        return { kind: 'waits', reason: 'busy', azure };
      if (reply.status === 412 || (reply.status === 409 && isStaleCode(azure.code)))
        return { kind: 'stale', azure };
      return reply.status === 408 || reply.status >= 500
        ? { kind: 'lost', azure }
        : { kind: 'refused', azure };
  }
}

function throttled(namedInMs: number, azure: Refusal): Sent {
  const kind = namedInMs <= longestThrottledWaitInMs ? 'notDone' : 'waits';
  return { kind, reason: 'throttled', waitInMs: Math.max(namedInMs, shortestWaitInMs), azure };
}

/** Azure's two words for "not as you thought": the eTag moved, or another operation runs. */
const isStaleCode = (code: string | undefined): boolean =>
  code === 'EtagMismatch' || code === 'OperationNotAllowed' || code === 'PreconditionFailed';

/** The operation's address, followed verbatim, and only on the configured host. */
function operationUrlOf(answer: Answer, work: Work): string | undefined {
  const named = answer.headers['azure-asyncoperation'];
  if (named === undefined || !URL.canParse(named)) return undefined;
  const home = new URL(work.arm.url('/', 'none'));
  return new URL(named).origin === home.origin ? named : undefined;
}
