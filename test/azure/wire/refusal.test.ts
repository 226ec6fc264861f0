import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../src/azure/wire/refusal.js';
import { withoutSecrets } from '../../../src/azure/wire/redact.js';

const ids = { 'x-ms-request-id': 'req-1', 'x-ms-correlation-request-id': 'cor-1' };
const of = (status: number, body: unknown) =>
  refusalOf({ status, headers: ids, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe("Azure's words", () => {
  it('are kept whole where Azure Resource Manager wraps them', () => {
    const refusal = of(403, {
      error: { code: 'AuthorizationFailed', message: 'The client may not.', target: 'x' },
    });
    expect(refusal).toMatchObject({
      status: 403,
      code: 'AuthorizationFailed',
      message: 'The client may not.',
      target: 'x',
      requestId: 'req-1',
      correlationId: 'cor-1',
    });
    expect(refusal.body).toContain('AuthorizationFailed');
  });

  it('are kept whole where AKS sends them bare, subcode and target too', () => {
    const bare = {
      code: 'EtagMismatch',
      details: null,
      message: 'Etag mismatched',
      subcode: 'Put_FailedPrecondition',
      target: 't',
    };
    expect(of(409, bare)).toMatchObject({
      code: 'EtagMismatch',
      subcode: 'Put_FailedPrecondition',
      target: 't',
      message: 'Etag mismatched',
    });
  });

  it('are the title of an HTML page, with the page beside it', () => {
    const page = '<html><head><TITLE>Service Unavailable</TITLE></head><body><h2>x</h2></body></html>';
    expect(of(503, page)).toMatchObject({ status: 503, message: 'Service Unavailable', body: page });
  });

  it.each([
    ['', 'HTTP 500'],
    ['null', 'null'],
    ['[1]', '[1]'],
    ['{"error":"oops"}', '{"error":"oops"}'],
    ['{"error":{"message":7}}', '{"error":{"message":7}}'],
  ])('are read from %j without complaint', (text, message) => expect(of(500, text).message).toBe(message));

  it('are cut where a body is endless', () => expect(of(500, 'x'.repeat(100_000)).body).toHaveLength(8192));
});

describe('what must not be read by others', () => {
  const signed =
    'https://management.azure.com/subscriptions/s/operations/o?api-version=2025-03-01&t=1&c=MIIabc&s=sig&h=h1';

  it('is left out of a signed address, and the address stays', () => {
    const text = withoutSecrets(`use uri: ${signed}. Then wait.`);
    expect(text).toContain('https://management.azure.com/subscriptions/s/operations/o?');
    expect(text).not.toContain('MIIabc');
    expect(withoutSecrets(JSON.stringify({ a: signed }))).not.toContain('h=h1');
    expect(withoutSecrets(JSON.stringify({ a: signed }).replaceAll('&', '\\u0026'))).not.toContain('MIIabc');
  });

  it('is left out of anything that looks like a token', () => {
    const jwt = 'eyJ0eXAiOiJKV1Qi.eyJhdWQiOiJodHRw.c2lnbmF0dXJl';
    expect(withoutSecrets(`Authorization: Bearer ${jwt}`)).not.toContain('eyJ');
    expect(withoutSecrets(`token ${jwt} end`)).toBe('token (token left out) end');
  });

  it('is not seen where there is none', () => {
    const words = 'See https://aka.ms/aks/outboundtype?view=1 for more. The bearer of this message is fine.';
    expect(withoutSecrets(words)).toBe(words);
  });
});
