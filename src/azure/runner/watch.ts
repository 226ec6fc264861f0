import { valueAt, type Json } from '../../core/json.js';
import type { Step } from '../../core/plan.js';
import type { Refusal } from '../../core/refusal.js';
import { hasEnded } from '../../core/run-ended.js';
import { refusalOf } from '../wire/refusal.js';
import { withoutSecrets } from '../wire/redact.js';
import type { Answer } from '../wire/reply.js';
import { heeded, retryAfterOf } from '../wire/retry-after.js';
import { readPatiently, tell } from './patient-read.js';
import { endOf } from './phase.js';
import { pauseInMs, type Work } from './work.js';

/** What became of an operation. `lost`: it can no longer be asked, so the cluster itself must say. */
export type WatchEnd =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed' | 'canceled' | 'lost'; readonly azure?: Refusal }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'elsewhere' };

const longestPauseInMs = 120_000;

/** Follows an operation at its own signed address until it ends, and tells each of Azure's progress words. */
export async function watchOperation(work: Work, step: Step, url: string): Promise<WatchEnd> {
  for (let looks = 0, waitInMs = pauseInMs(0); ; looks++) {
    await work.ports.clock.sleep(waitInMs, work.signal);
    await work.book.refresh();
    if (isOver(work, step)) return { kind: 'elsewhere' };
    const patient = await readPatiently(work, step.id, url);
    if (patient.kind === 'signIn') return patient;
    const { reply } = patient;
    // 403, 404, 410 and whatever else refuses for good, and an address on a foreign host.
    if (reply.kind !== 'answer') return { kind: 'lost', azure: reply.refusal };
    const status = valueAt(reply.body, ['status']);
    if (typeof status !== 'string' || status === '') return { kind: 'lost', azure: errorOf(reply) };
    const end = endOfOperation(status, reply);
    if (end !== undefined) return end;
    await tellProgress(work, step.id, status);
    const named = retryAfterOf(reply.headers, work.ports.clock.now());
    waitInMs = named === undefined ? pauseInMs(looks + 1) : heeded(named, longestPauseInMs);
  }
}

/** Another window ended the step, or the person gave the run up. */
export const isOver = (work: Work, step: Step): boolean =>
  hasEnded(work.book.record()) || endOf(work.book.record(), step.id) !== undefined;

/** Azure's words are open; only these mean an end, as in Azure's own client. */
function endOfOperation(status: string, reply: Answer): WatchEnd | undefined {
  const word = status.toLowerCase();
  const error = valueAt(reply.body, ['error']);
  if (word === 'succeeded') {
    // Preempted: it says Succeeded though another operation has taken its place.
    if (valueAt(error, ['code']) === 'NotLatestOperation') return { kind: 'lost', azure: errorOf(reply) };
    return { kind: 'succeeded' };
  }
  if (word === 'canceled' || word === 'cancelled') return { kind: 'canceled', azure: errorOf(reply) };
  if (word === 'failed') return { kind: 'failed', azure: errorOf(reply) };
  return undefined;
}

function errorOf({ body, headers }: Answer): Refusal {
  const text = JSON.stringify((body ?? {}) satisfies Json);
  const { status: _ok, ...refusal } = refusalOf({ status: 200, headers, text });
  const hasWords =
    valueAt(body, ['error', 'message']) !== undefined || valueAt(body, ['message']) !== undefined;
  const word = valueAt(body, ['status']);
  return hasWords
    ? refusal
    : { ...refusal, message: typeof word === 'string' ? word : 'no words from Azure' };
}

/** Azure's own progress word, once. */
export const tellProgress = (work: Work, stepId: string, status: string): Promise<unknown> => {
  const word = withoutSecrets(status).slice(0, 200);
  const newest = work.book
    .record()
    .events.findLast((event) => 'stepId' in event && event.stepId === stepId && event.kind !== 'waiting');
  if (newest?.kind === 'progress' && newest.status === word) return Promise.resolve(false);
  return tell(work, { kind: 'progress', stepId, status: word });
};
