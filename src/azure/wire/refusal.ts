import { isJsonObject, valueAt, type Json, type JsonObject } from '../../core/json.js';
import type { Refusal } from '../../core/refusal.js';
import { withoutSecrets } from './redact.js';

/** What came over the wire, before anybody judged it. Header names are lower case. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

const maxBodyLength = 8192;

/**
 * Azure's words out of an answer that is no success: ARM wraps them in `error`, AKS sends them bare, a front
 * door in trouble sends an HTML page, and an operation's status carries them beside its word.
 */
export function refusalOf(answer: RawAnswer): Refusal {
  const error = errorIn(parsed(answer.text));
  const words = error === undefined ? undefined : textOf(error['message']);
  return {
    status: answer.status,
    ...optional('code', error === undefined ? undefined : textOf(error['code'])),
    ...optional('subcode', error === undefined ? undefined : textOf(error['subcode'])),
    ...optional('target', error === undefined ? undefined : textOf(error['target'])),
    message: withoutSecrets(words ?? plainWords(answer)),
    ...optional('requestId', answer.headers['x-ms-request-id']),
    ...optional('correlationId', answer.headers['x-ms-correlation-request-id']),
    ...(answer.text === '' ? {} : { body: withoutSecrets(answer.text).slice(0, maxBodyLength) }),
  };
}

/** JSON of a text, or undefined where it is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function errorIn(body: Json | undefined): JsonObject | undefined {
  const wrapped = valueAt(body, ['error']);
  if (isJsonObject(wrapped)) return wrapped;
  return isJsonObject(body) && ('code' in body || 'message' in body) ? body : undefined;
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function plainWords({ status, text }: RawAnswer): string {
  const title = /<title>([^<]{1,200})<\/title>/i.exec(text)?.[1]?.trim();
  const words =
    title ??
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
  return words === '' ? `HTTP ${String(status)}` : words;
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined || value === '' ? {} : ({ [key]: withoutSecrets(value) } as Record<K, string>);
