import type { Refusal } from '../../core/refusal.js';
import { heeded } from '../wire/retry-after.js';
import type { Answer, NoSuccess, Reply } from '../wire/reply.js';
import type { Happening } from './book.js';
import { endOf } from './phase.js';
import type { Work } from './work.js';

/** A reply that is final, or the news that only the person can go on. */
export type Patient =
  | { readonly kind: 'reply'; readonly reply: Exclude<Reply, { kind: 'noAnswer' | 'signInNeeded' }> }
  | { readonly kind: 'signIn' };

const pauseInMs = 15_000;
/** Azure's quotas fill within minutes; whoever names days is not believed. */
const longestPauseInMs = 600_000;

/**
 * A GET that outlasts what passes: throttling, a server in trouble, a cut line. Each is shown as waiting, and it
 * goes on until the person detaches. An expired session cannot pass by itself: that is told instead.
 */
export async function readPatiently(work: Work, stepId: string, url: string): Promise<Patient> {
  for (;;) {
    const reply = await work.arm.write({ method: 'GET', url, signal: work.signal });
    if (reply.kind === 'answer' && isPage(reply)) {
      await tellWaiting(work, stepId, 'offline', {
        azure: { status: reply.status, message: 'the answer is no JSON' },
      });
      await work.ports.clock.sleep(pauseInMs, work.signal);
      continue;
    }
    if (reply.kind === 'answer' || reply.kind === 'heldBack') return { kind: 'reply', reply };
    if (reply.kind === 'signInNeeded' || (reply.kind === 'refused' && reply.status === 401)) {
      await tell(work, { kind: 'waiting', stepId, reason: 'signIn', azure: reply.refusal });
      return { kind: 'signIn' };
    }
    const reason = passing(reply);
    if (reason === undefined) return { kind: 'reply', reply: reply as Extract<Reply, { kind: 'refused' }> };
    const named = reply.kind === 'refused' ? reply.retryAfterInMs : undefined;
    const waitInMs = named === undefined ? pauseInMs : heeded(named, longestPauseInMs);
    await tellWaiting(work, stepId, reason, { azure: reply.refusal, waitInMs });
    await work.ports.clock.sleep(waitInMs, work.signal);
  }
}

/** Not Azure's own: the sign-in page of a network, or a proxy's. */
const isPage = ({ status, body }: Answer): boolean => status === 200 && body === undefined;

function passing(reply: NoSuccess): 'throttled' | 'offline' | undefined {
  if (reply.kind === 'noAnswer') return 'offline';
  if (reply.kind !== 'refused') return undefined;
  if (reply.status === 429) return 'throttled';
  return reply.status === 408 || reply.status >= 500 ? 'offline' : undefined;
}

/** Tells once that a step waits: the same reason again would only make the journal long. */
export function tellWaiting(
  work: Work,
  stepId: string,
  reason: 'throttled' | 'offline' | 'busy' | 'slow',
  { azure, waitInMs }: { readonly azure?: Refusal; readonly waitInMs?: number },
): Promise<unknown> {
  return work.book.note((record) => {
    const newest = record.events.at(-1);
    const isTold = newest?.kind === 'waiting' && newest.stepId === stepId && newest.reason === reason;
    if (isTold || endOf(record, stepId) !== undefined) return undefined;
    const until = waitInMs === undefined ? {} : { untilInMs: work.ports.clock.now() + waitInMs };
    return {
      events: [{ kind: 'waiting', stepId, reason, ...until, ...(azure === undefined ? {} : { azure }) }],
    };
  });
}

/** Keeps one event where the lock is free; telling is never worth waiting for. */
export const tell = (work: Work, event: Happening & { readonly stepId: string }): Promise<unknown> =>
  work.book.note((record) => (endOf(record, event.stepId) === undefined ? { events: [event] } : undefined));
