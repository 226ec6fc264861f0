import type { JsonObject } from './json.js';

/** What goes wrong, where, and how often. Kept in the log, so that another process can set it. */
export type Fault = FaultScope & FaultKind;

export interface FaultScope {
  /** Given when left out. */
  readonly id?: string;
  /** Only requests of this method. */
  readonly method?: string;
  /** Only requests whose path and query match this regular expression, in any case of letters. */
  readonly path?: string;
  /** How many times; without it until lifted. A change of somebody else happens once. */
  readonly times?: number;
}

export type FaultKind =
  /** Operations on the cluster (or on anything) stay in progress until this is lifted. */
  | { readonly kind: 'hold'; readonly clusterId?: string }
  /** The next operation accepted ends like this. `Succeeded` with an error is Azure's preempted operation. */
  | {
      readonly kind: 'endOperation';
      readonly status: 'Failed' | 'Canceled' | 'Succeeded';
      readonly error?: JsonObject;
      readonly clusterId?: string;
    }
  /** Refused with this answer. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly body: JsonObject;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 403 by a policy assignment of this name. */
  | { readonly kind: 'policy'; readonly assignment?: string }
  /** 429; without seconds also without Retry-After, as Azure does at times. */
  | { readonly kind: 'throttle'; readonly retryAfterInSeconds?: number }
  /** 503 with an HTML page. */
  | { readonly kind: 'html' }
  /** The connection breaks: before Azure got the request, or after it was accepted. */
  | { readonly kind: 'lost'; readonly when: 'beforeAcceptance' | 'afterAcceptance' }
  /** No connection is made: the name of the host cannot be found. */
  | { readonly kind: 'offline' }
  /** 401 until a token is asked for with these claims. */
  | { readonly kind: 'claims' }
  /** 401 ExpiredAuthenticationToken; once when `times` is left out. */
  | { readonly kind: 'expiredToken' }
  /** The answer takes this long, in sandbox time. */
  | { readonly kind: 'slow'; readonly delayInMs: number }
  /** 403 on everything in it. */
  | { readonly kind: 'deniedSubscription'; readonly subscriptionId: string }
  /** Somebody else changes the cluster now, or just before the first request that matches. */
  | {
      readonly kind: 'changeCluster';
      readonly clusterId: string;
      /** JSON merge patch of the body. */
      readonly patch: JsonObject;
      /** In sandbox time; without it the change is there at once. */
      readonly lastsInMs?: number;
    }
  /** Somebody else changes a pool: only the pool's eTag moves. The patch is of the pool's properties. */
  | {
      readonly kind: 'changePool';
      readonly clusterId: string;
      readonly pool: string;
      readonly patch: JsonObject;
    };

/** True when the fault is meant for this request. A pattern that is no regular expression matches nothing. */
export function concerns(
  fault: Fault,
  request: { readonly method: string; readonly target: string },
): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== request.method) return false;
  return fault.path === undefined || pattern(fault.path)?.test(request.target) === true;
}

/** True for a fault whose pattern can match nothing because it is no regular expression. */
export const concernsNothing = ({ path }: Fault): boolean =>
  path !== undefined && pattern(path) === undefined;

function pattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'i');
  } catch {
    return undefined;
  }
}
