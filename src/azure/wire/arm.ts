import { isJsonObject, valueAt, type Json } from '../../core/json.js';
import type { Clock } from '../ports.js';
import type { Send } from './client.js';
import type { Answer, NoSuccess, Reply } from './reply.js';

/** Azure Resource Manager for one account in one tenant. Nothing here throws for what Azure did. */
export interface Arm {
  /** A GET, or Resource Graph's question; asked again a few times where that helps and harms nobody. */
  read(url: string, signal?: AbortSignal, question?: Json): Promise<Reply>;
  /** All elements of a list, over its pages. One page that fails fails the list: never a half one. */
  list(url: string, signal?: AbortSignal): Promise<Listed>;
  /** Sent exactly once (but for a 401 that a new token heals). */
  write: Send;
  /** `/subscriptions/...` and a version as an absolute url. */
  url(path: string, apiVersion: string): string;
}

export type Listed = { readonly kind: 'list'; readonly elements: readonly Json[] } | NoSuccess;

const tries = 4;
const longestWaitInMs = 20_000;
const mostPages = 10_000;

export function createArm(options: {
  readonly resourceManager: string;
  readonly send: Send;
  readonly clock: Clock;
}): Arm {
  const { send, clock, resourceManager } = options;

  const read: Arm['read'] = async (url, signal, question) => {
    for (let attempt = 1; ; attempt++) {
      const reply = await send({
        method: question === undefined ? 'GET' : 'POST',
        url,
        signal,
        ...(question === undefined ? {} : { body: question }),
      });
      const waitInMs = attempt < tries ? waitBefore(reply, attempt) : undefined;
      if (waitInMs === undefined) return reply;
      await clock.sleep(waitInMs, signal);
    }
  };

  return {
    read,
    write: send,
    async list(first, signal) {
      const elements: Json[] = [];
      const followed = new Set<string>();
      for (let url = first; ;) {
        const reply: Reply = await read(url, signal);
        if (reply.kind !== 'answer') return reply;
        const value = valueAt(reply.body, ['value']);
        if (!Array.isArray(value)) return unexpected(reply, 'the list has no "value"');
        elements.push(...(value as readonly Json[]));
        const next: Json | undefined = isJsonObject(reply.body) ? reply.body['nextLink'] : undefined;
        if (typeof next !== 'string' || next === '') return { kind: 'list', elements };
        followed.add(url);
        // A half list must never look like a whole one.
        if (followed.has(next)) return unexpected(reply, 'the list leads back to itself');
        if (followed.size === mostPages) return unexpected(reply, 'the list has no end');
        url = next;
      }
    },
    url: (path, apiVersion) => `${resourceManager}${encoded(path)}?api-version=${apiVersion}`,
  };
}

/** Milliseconds until a read is asked again, or undefined where it should not be. */
function waitBefore(reply: Reply, attempt: number): number | undefined {
  const usual = 1000 * 2 ** (attempt - 1);
  // Offline is told soon; a line that was cut is worth another try.
  if (reply.kind === 'noAnswer') return reply.neverSent && attempt > 1 ? undefined : usual;
  if (reply.kind !== 'refused') return undefined;
  const passing =
    reply.status === 429 || reply.status === 408 || (reply.status >= 500 && reply.status !== 501);
  if (!passing) return undefined;
  const waitInMs = reply.retryAfterInMs ?? usual;
  return waitInMs <= longestWaitInMs ? waitInMs : undefined;
}

/** An answer that came with success and is not what was asked for. */
export const odd = (status: number, message: string): NoSuccess => ({
  kind: 'refused',
  status,
  refusal: { status, message, isOurs: true },
});

/**
 * The same for an answer to a question. One without JSON is none of Azure's: it is the page of a proxy, or of a
 * network that wants a sign-in of its own.
 */
export const unexpected = ({ status, body }: Answer, message: string): NoSuccess =>
  body === undefined
    ? { kind: 'noAnswer', neverSent: false, refusal: { status, code: pageCode, message, isOurs: true } }
    : odd(status, message);

/** Ours, not Azure's: what came was a page and no answer. */
export const pageCode = 'NotAnAnswer';

/** Ids come from Azure and from people: whatever would end the path (`?`, `#`) or leave it is encoded. */
const encoded = (path: string): string =>
  path
    .split('/')
    .map((part) => (part === '.' || part === '..' ? '' : encodeURIComponent(part)))
    .join('/')
    .replaceAll('%40', '@')
    .replaceAll('%24', '$');
