import {
  createDefaultHttpClient,
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { judge, type GateVerdict } from './gate.js';

/** The pipeline's last link: through the gate, then to the network, or to the transport that stands in for it. */
export function createTransport(options: {
  readonly resourceManager: string;
  readonly mayWrite: () => boolean;
  readonly transport?: (request: Request) => Promise<Response>;
}): HttpClient {
  const { transport } = options;
  const network = transport === undefined ? createDefaultHttpClient() : undefined;
  return {
    async sendRequest(request) {
      const verdict = judge(request, options.resourceManager, options.mayWrite);
      if (verdict !== 'pass') throw heldBack(verdict);
      if (transport === undefined) return (network ?? createDefaultHttpClient()).sendRequest(request);
      return fromResponse(request, await transport(toRequest(request)));
    },
  };
}

/** The error that a held-back request fails with; `verdict` says why. */
export const heldBack = (verdict: Exclude<GateVerdict, 'pass'>): Error & { verdict: GateVerdict } =>
  Object.assign(new Error(`held back: ${verdict}`), { name: 'HeldBack', verdict });

function toRequest(request: PipelineRequest): Request {
  const signals = [
    ...(request.abortSignal === undefined ? [] : [request.abortSignal as AbortSignal]),
    ...(request.timeout > 0 ? [AbortSignal.timeout(request.timeout)] : []),
  ];
  return new Request(request.url, {
    method: request.method,
    headers: [...request.headers].map(([name, value]): [string, string] => [name, value]),
    ...(typeof request.body === 'string' ? { body: request.body } : {}),
    ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
  });
}

async function fromResponse(request: PipelineRequest, response: Response): Promise<PipelineResponse> {
  return {
    request,
    status: response.status,
    headers: createHttpHeaders(Object.fromEntries(response.headers)),
    bodyAsText: await response.text(),
  };
}
