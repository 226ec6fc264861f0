import type { Json } from '../../core/json.js';
import type { Refusal } from '../../core/refusal.js';

/** What became of one request. A request never throws for what Azure did; only for the caller's own abort. */
export type Reply =
  /** 2xx. `body` is undefined where there was none, or none that is JSON. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly body: Json | undefined;
    }
  /** Any other status. `retryAfterInMs` where Azure named one. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly refusal: Refusal;
      readonly retryAfterInMs?: number;
    }
  /** The line was cut or nothing came in time. `neverSent`: the connection was never made. */
  | { readonly kind: 'noAnswer'; readonly neverSent: boolean; readonly refusal: Refusal }
  /**
   * Only a prompt could give a token; nothing was done. `renewed`: the person has signed in, or the token was got
   * anew, while a write waited for it: it may be sent after a new look.
   */
  | { readonly kind: 'signInNeeded'; readonly refusal: Refusal; readonly renewed?: boolean }
  /** Held back by our own gate (foreign host, a write that no plan may send, writes turned off); nothing was sent. */
  | {
      readonly kind: 'heldBack';
      readonly because: 'foreignHost' | 'notAllowed' | 'changesOff';
      readonly refusal: Refusal;
    };

export type Answer = Extract<Reply, { kind: 'answer' }>;
export type NoSuccess = Exclude<Reply, Answer>;
