import type { PlannedEnd } from '../log-entry.js';
import type { Azure } from '../state/azure.js';
import type { Caller } from '../token.js';
import type { Answer } from '../wire/answer.js';
import type { Received } from '../wire/received.js';
import type { VersionedType } from '../wire/versions.js';

/** A request at its route. */
export interface Call {
  readonly azure: Azure;
  readonly request: Received;
  /** Values of the path's holes, spelt as sent. */
  readonly params: Readonly<Record<string, string>>;
  readonly nowInMs: number;
  /** Absent when a write is read back from the log. */
  readonly caller?: Caller;
}

/** A write that was accepted; the same when it is read back from the log. */
export interface AcceptedCall extends Call {
  /** The write's number: ids and eTags come from it. */
  readonly number: number;
  /** How the operation will end. */
  readonly end: PlannedEnd;
}

interface Place {
  readonly method: string;
  /** `subscriptions/{s}/…`, lower case. */
  readonly path: string;
  /** What decides which api-versions there are. */
  readonly type: VersionedType;
}

export interface ReadRoute extends Place {
  readonly read: (call: Call) => Answer;
  /** True for polls: their api-version is the service's own. */
  readonly anyVersion?: boolean;
}

export interface WriteRoute extends Place {
  /** Azure's refusal, or undefined when the write is accepted. Changes nothing. */
  readonly decide: (call: Call) => Answer | undefined;
  /** Changes Azure, and answers. */
  readonly apply: (call: AcceptedCall) => Answer;
  readonly anyVersion?: false;
}

export type Route = ReadRoute | WriteRoute;

export const isWrite = (route: Route): route is WriteRoute => 'apply' in route;

/**
 * The holes' values when the segments fit the path, whatever their case. A first `{scope*}` takes any number of
 * segments.
 */
export function matchPath(
  path: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const parts = path.split('/');
  if (parts[0] !== '{scope*}') return matchParts(parts, segments);
  const scopeLength = segments.length - (parts.length - 1);
  if (scopeLength < 1) return undefined;
  const scope = segments.slice(0, scopeLength).join('/');
  const rest = matchParts(parts.slice(1), segments.slice(scopeLength));
  return rest === undefined ? undefined : { ...rest, scope };
}

function matchParts(
  parts: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (segment.toLowerCase() !== part) return undefined;
  }
  return params;
}
