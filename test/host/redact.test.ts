import { describe, expect, it } from 'vitest';
import { redact } from '../../src/host/redact.js';

const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';

describe('the log', () => {
  it.each([
    ['a bearer token', `Authorization: Bearer ${jwt}`, jwt],
    ['a token alone', `got ${jwt} back`, jwt],
    ['an opaque bearer token', 'authorization: bearer abcdefghijklmnop', 'abcdefghijklmnop'],
    [
      "an operation's signature",
      'GET https://management.azure.com/x/operations/1?api-version=2026-05-01&t=638&c=MIIH&s=sigsig&h=hash',
      'sigsig',
    ],
    ['a secret in JSON', '{"access_token":"s3cret"}', 's3cret'],
    [
      'claims of a challenge',
      'Bearer error="insufficient_claims", claims="eyJhY2Nlc3MifQ=="',
      'eyJhY2Nlc3MifQ',
    ],
  ])('does not hold %s', (_what, line, secret) => {
    expect(redact(line)).not.toContain(secret);
  });

  it('keeps what support needs', () => {
    const line = 'PUT /subscriptions/1/x?api-version=2026-05-01 -> 409 OperationNotAllowed (request 5f3c-11)';
    expect(redact(line)).toBe(line);
  });
});
