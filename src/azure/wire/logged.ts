import type { Send } from './client.js';
import type { Reply } from './reply.js';

/** Tells each request in one line: method, path and what came of it. Never a query, where signatures stand. */
export const logged =
  (send: Send, log: (line: string) => void): Send =>
  async (request) => {
    const reply = await send(request);
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : 'an address that is none';
    log(`${request.method} ${path}: ${wordsOf(reply)}`);
    return reply;
  };

function wordsOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return `${reply.status} (${reply.headers['x-ms-request-id'] ?? 'no request id'})`;
    case 'refused':
      return `${reply.status} ${reply.refusal.code ?? ''} (${reply.refusal.requestId ?? 'no request id'})`;
    case 'noAnswer':
      return reply.neverSent ? 'not connected' : 'no answer';
    case 'signInNeeded':
      return 'not sent, sign-in needed';
    case 'heldBack':
      return `not sent, held back (${reply.because})`;
  }
}
