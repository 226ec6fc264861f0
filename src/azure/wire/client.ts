import { createContainerService } from '@azure/arm-containerservice/api';
import { createPipelineFromOptions, type HttpClient } from '@azure/core-rest-pipeline';
import type { Json } from '../../core/json.js';
import type { Credential } from '../sign-in/credential.js';
import { authorize } from './authorize.js';
import { failureOf } from './failure.js';
import { parsed, refusalOf, type RawAnswer } from './refusal.js';
import type { Reply } from './reply.js';
import { retryAfterOf } from './retry-after.js';

/** One request, as it is to leave. The url is absolute and goes out verbatim. */
export interface Sending {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request once. Rejects only when the caller's own signal aborts. */
export type Send = (request: Sending) => Promise<Reply>;

const verbs = { GET: 'get', PUT: 'put', POST: 'post', DELETE: 'delete' } as const;

const readTimeoutInMs = 60_000;
const writeTimeoutInMs = 180_000;

/**
 * The SDK's own raw client on one pipeline, for one account in one tenant. Its retries and redirects are off:
 * whether a request may be sent again depends on what it does, which only its caller knows.
 */
export function createSend(options: {
  readonly resourceManager: string;
  readonly scopes: readonly string[];
  readonly credential: Credential;
  readonly httpClient: HttpClient;
  readonly now: () => number;
}): Send {
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'aks-egress' },
    telemetryOptions: { clientRequestIdHeaderName: 'x-ms-client-request-id' },
  });
  pipeline.addPolicy(authorize(options.credential, options.scopes), { afterPhase: 'Retry' });
  const client = createContainerService(options.credential, '', {
    endpoint: options.resourceManager,
    credentials: { scopes: [...options.scopes] },
    pipeline,
    httpClient: options.httpClient,
  });

  return async ({ method, url, body, headers, signal }) => {
    signal?.throwIfAborted();
    let raw: RawAnswer | undefined;
    const order = {
      headers: { accept: 'application/json', ...headers },
      timeout: method === 'GET' ? readTimeoutInMs : writeTimeoutInMs,
      ...(signal === undefined ? {} : { abortSignal: signal }),
      ...(body === undefined ? {} : { body, contentType: 'application/json' }),
      onResponse: (response: {
        status: number;
        bodyAsText?: string | null;
        headers: { toJSON(): object };
      }) => {
        const text = response.bodyAsText ?? '';
        raw = { status: response.status, headers: response.headers.toJSON() as RawAnswer['headers'], text };
      },
    };
    const resource = client.pathUnchecked(url);
    try {
      await resource[verbs[method]](order);
    } catch (error) {
      if (signal?.aborted === true) throw signal.reason;
      // A body that is no JSON makes the client throw, but the answer is there and counts.
      if (raw === undefined) return failureOf(error);
    }
    return raw === undefined ? failureOf(undefined) : replyOf(raw, options.now());
  };
}

function replyOf(raw: RawAnswer, nowInMs: number): Reply {
  const { status, headers, text } = raw;
  if (status >= 200 && status < 300) return { kind: 'answer', status, headers, body: parsed(text) };
  const retryAfterInMs = retryAfterOf(headers, nowInMs);
  const refusal = refusalOf(raw);
  // Only a proxy asks for this, before it connects: Azure never saw the request.
  if (status === 407) return { kind: 'noAnswer', neverSent: true, refusal };
  return { kind: 'refused', status, refusal, ...(retryAfterInMs === undefined ? {} : { retryAfterInMs }) };
}
