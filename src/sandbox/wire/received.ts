import { isObject, type Json } from '../json.js';

/** A request as the sandbox sees it; also what a log entry is turned back into. */
export interface Received {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Decoded segments of the path, spelt as sent. */
  readonly segments: readonly string[];
  readonly apiVersion?: string;
  readonly query: URLSearchParams;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
  readonly body?: Json;
  /** True when there is a body and it is no JSON. */
  readonly isBroken: boolean;
}

/** Reads a target (path and query) and a body. Never throws. */
export function receive(raw: {
  readonly method: string;
  readonly target: string;
  readonly text?: string;
  readonly body?: Json;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
}): Received {
  const [path = '', search = ''] = splitOnce(raw.target, '?');
  const query = new URLSearchParams(search);
  const apiVersion = [...query].find(([name]) => name.toLowerCase() === 'api-version')?.[1];
  const parsed = raw.text === undefined || raw.text === '' ? undefined : parse(raw.text);
  const body = parsed === undefined ? raw.body : parsed.value;
  return {
    method: raw.method.toUpperCase(),
    target: raw.target,
    segments: path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decode),
    query,
    isBroken: parsed !== undefined && parsed.value === undefined,
    ...(apiVersion === undefined || apiVersion === '' ? {} : { apiVersion }),
    ...(raw.ifMatch === undefined ? {} : { ifMatch: raw.ifMatch }),
    ...(raw.ifNoneMatch === undefined ? {} : { ifNoneMatch: raw.ifNoneMatch }),
    ...(body === undefined ? {} : { body }),
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const index = text.indexOf(mark);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parse(text: string): { readonly value?: Json } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return {};
  }
}

/** Paging tokens are opaque to clients: base64 of a small JSON. */
export const pageToken = (page: object): string => btoa(JSON.stringify(page));

/** The number of rows to skip that a paging token names, or undefined when it is none of ours. */
export function skipOf(token: string): number | undefined {
  try {
    const page = JSON.parse(atob(token)) as unknown;
    const skip = isObject(page) ? page['RowsToSkip'] : undefined;
    return typeof skip === 'number' && Number.isInteger(skip) && skip >= 0 ? skip : undefined;
  } catch {
    return undefined;
  }
}
