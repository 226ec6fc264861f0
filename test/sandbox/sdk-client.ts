import { ContainerServiceClient } from '@azure/arm-containerservice';
import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { createSandbox, type Sandbox } from '../../src/sandbox/entry.js';
import { manualClock } from '../fakes/manual-clock.js';
import { memoryLog } from '../fakes/memory-log.js';
import { production } from './caller.js';

/** The sandbox as the SDK's HTTP client; any other host is refused. */
export function httpClientOver(sandbox: Sandbox): HttpClient {
  return {
    async sendRequest(request) {
      try {
        const response = await sandbox.handle(requestOf(request));
        return await responseOf(request, response);
      } catch (error) {
        if (error instanceof TypeError)
          throw new RestError(error.message, { code: RestError.REQUEST_SEND_ERROR, request });
        throw error;
      }
    },
  };
}

function requestOf(request: PipelineRequest): Request {
  const headers = new Headers(request.headers.toJSON());
  const { method, body } = request;
  return new Request(request.url, {
    method,
    headers,
    ...(typeof body === 'string' ? { body } : {}),
  });
}

async function responseOf(request: PipelineRequest, response: Response): Promise<PipelineResponse> {
  const headers = createHttpHeaders(Object.fromEntries(response.headers));
  return { request, status: response.status, headers, bodyAsText: await response.text() };
}

export interface SdkIn {
  readonly sandbox: Sandbox;
  readonly client: ContainerServiceClient;
}

/** The unmodified client of `@azure/arm-containerservice` on a sandbox. */
export async function sdkIn(scenario = 'tour', subscriptionId = production): Promise<SdkIn> {
  const sandbox = createSandbox(
    { log: memoryLog(), wallClock: manualClock() },
    { scenario, factor: 1, seed: 7 },
  );
  const [account] = await sandbox.sessions.accounts();
  const client = new ContainerServiceClient(
    {
      async getToken(scopes, options) {
        const { token, expiresAtInMs } = await sandbox.sessions.token({
          accountId: account!.id,
          tenantId: account!.tenantIds[0]!,
          scopes: [scopes].flat(),
          ...(options?.claims === undefined ? {} : { claims: options.claims }),
        });
        // The SDK compares with the wall; the sandbox's own time is what the token really has.
        return { token, expiresOnTimestamp: Math.max(expiresAtInMs, Date.now() + 3_600_000) };
      },
    },
    subscriptionId,
    { endpoint: sandbox.host, httpClient: httpClientOver(sandbox), retryOptions: { maxRetries: 0 } },
  );
  return { sandbox, client };
}
