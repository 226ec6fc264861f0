import { isObject, objectsOf, textOf, type Json, type JsonObject } from '../../../src/sandbox/json.js';

/** A request and Azure's answer, as a recording has them. */
export interface Exchange {
  readonly index: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json | undefined;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json | undefined;
  };
  /** Which run it comes from; exchanges of two runs have nothing to do with each other. */
  readonly source: string;
}

const someHost = 'https://management.example.invalid';

/** The exchanges of a recording, or what is wrong with it. Tolerant of whatever is beside what is needed. */
export function exchangesOf(text: string): readonly Exchange[] | { readonly problem: string } {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return { problem: 'It is no JSON.' };
  }
  const list = isObject(whole) ? objectsOf(whole['exchanges']) : [];
  const exchanges = list.flatMap(exchangeOf);
  return exchanges.length === 0 ? { problem: 'It has no exchanges.' } : exchanges;
}

function exchangeOf(value: JsonObject, position: number): readonly Exchange[] {
  const { request, response } = value;
  if (!isObject(request) || !isObject(response)) return [];
  const [method, url] = [textOf(request['method']), textOf(request['url'])];
  const status = response['status'];
  if (method === undefined || url === undefined || !URL.canParse(url, someHost) || typeof status !== 'number')
    return [];
  return [
    {
      index: typeof value['index'] === 'number' ? value['index'] : position,
      request: { method: method.toUpperCase(), url, headers: headersOf(request), body: bodyOf(request) },
      response: { status, headers: headersOf(response), body: bodyOf(response) },
      source: textOf(value['source']) ?? '',
    },
  ];
}

const headersOf = ({ headers }: JsonObject): Readonly<Record<string, string>> =>
  isObject(headers)
    ? Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name.toLowerCase(),
          String(Array.isArray(value) ? value[0] : value),
        ]),
      )
    : {};

/** Some tools keep a body as text. */
function bodyOf({ body }: JsonObject): Json | undefined {
  if (typeof body !== 'string') return body ?? undefined;
  if (body === '') return undefined;
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}

/** A write and the reads after it; reads before any write are a group of their own. */
export function groupsOf(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const groups: Exchange[][] = [];
  for (const exchange of exchanges) {
    const last = groups.at(-1);
    const isNew = last === undefined || isWrite(exchange) || last[0]?.source !== exchange.source;
    if (isNew) groups.push([exchange]);
    else last.push(exchange);
  }
  return groups;
}

export const isWrite = ({ request }: Exchange): boolean =>
  request.method !== 'GET' && request.method !== 'HEAD';

export const pathOf = ({ request }: Exchange): string => addressOf(request.url).pathname;

/** Recordings name a path or a whole address; the host is not compared. */
export const addressOf = (url: string): URL => new URL(url, someHost);

/** True for the address of an operation: it belongs to whatever was started, not to a resource. */
export const isOperation = (exchange: Exchange): boolean =>
  /\/locations\/[^/]+\/operation(s|results)\//i.test(pathOf(exchange));

/** What a person would call the request: `PUT Microsoft.Network/natGateways`. */
export function kindOf(exchange: Exchange): string {
  const [, provider = '', rest = ''] = /\/providers\/([^/]+)\/(.*)$/i.exec(pathOf(exchange)) ?? [];
  const nested = /^.*\/providers\/([^/]+\/[^/]+)/i.exec(pathOf(exchange))?.[1];
  if (/\/providers\/.*\/providers\//i.test(pathOf(exchange)) && nested !== undefined)
    return `${exchange.request.method} ${nested}`;
  const type = rest.split('/').filter((_, index) => index % 2 === 0);
  const place =
    provider === ''
      ? pathOf(exchange)
          .split('/')
          .filter((_, index) => index % 2 === 1)
          .join('/')
      : `${provider}/${type.join('/')}`;
  return `${exchange.request.method} ${place}`;
}
