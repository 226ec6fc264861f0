import { guidOf, hexOf } from '../chance.js';
import type { Answer } from './answer.js';

/** What the front door adds of its own to each answer. */
export interface Stamp {
  readonly seed: number;
  /** Counts the requests of this process. */
  readonly number: number;
  /** Sandbox time. */
  readonly atInMs: number;
  readonly isWrite: boolean;
  readonly region: string;
  readonly caller?: { readonly tenantId: string; readonly objectId: string };
}

/**
 * The Response of an answer, with the headers that Azure's front door sends (recorded traffic of 2025 and 2026).
 * Remaining requests are the full buckets of a user: 250 reads and 200 writes, 15 times that in all
 * (ARM docs, Understand how Azure Resource Manager throttles requests, read 2026-11-23).
 */
export function responseOf(answer: Answer, stamp: Stamp): Response {
  const content = contentOf(answer);
  const headers = new Headers({
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-cache': 'CONFIG_NOCACHE',
    date: new Date(stamp.atInMs).toUTCString(),
    ...trace(stamp),
    ...(answer.from === 'frontDoor' ? {} : remaining(stamp)),
    ...answer.headers,
  });
  if (content === undefined) {
    headers.set('content-length', '0');
    return new Response(null, { status: answer.status, headers });
  }
  headers.set('content-type', content.contentType);
  headers.set('content-length', String(new TextEncoder().encode(content.content).length));
  return new Response(content.content, { status: answer.status, headers });
}

function contentOf(answer: Answer): Answer['text'] {
  if (answer.text !== undefined) return answer.text;
  if (answer.body === undefined) return undefined;
  return answer.from === 'aks'
    ? { contentType: 'application/json', content: JSON.stringify(answer.body, null, 1) }
    : { contentType: 'application/json; charset=utf-8', content: JSON.stringify(answer.body) };
}

function trace({ seed, number, atInMs, region, caller }: Stamp): Record<string, string> {
  const id = guidOf(seed, 'request', number, atInMs);
  const at = new Date(atInMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const ref = (name: string): string => hexOf(32, seed, name, number, atInMs).toUpperCase();
  const place = region.toLowerCase();
  return {
    'x-ms-request-id': id,
    'x-ms-correlation-request-id': id,
    'x-ms-routing-request-id': `${region.toUpperCase()}:${at}:${id}`,
    'x-msedge-ref': `Ref A: ${ref('edge')} Ref B: SANDBOX Ref C: ${new Date(atInMs).toISOString().slice(0, 19)}Z`,
    ...(caller === undefined
      ? {}
      : {
          'x-ms-operation-identifier': `tenantId=${caller.tenantId},objectId=${caller.objectId}/${place}/${guidOf(seed, 'operation-identifier', number, atInMs)}`,
        }),
  };
}

const remaining = ({ isWrite }: Stamp): Record<string, string> =>
  isWrite
    ? {
        'x-ms-ratelimit-remaining-subscription-writes': '199',
        'x-ms-ratelimit-remaining-subscription-global-writes': '2999',
      }
    : {
        'x-ms-ratelimit-remaining-subscription-reads': '249',
        'x-ms-ratelimit-remaining-subscription-global-reads': '3749',
      };
