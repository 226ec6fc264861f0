import { describe, expect, it } from 'vitest';
import { armHost, failing, json, wire } from '../../fakes/wire.js';

const cluster = `${armHost}/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c`;
const signed = `${armHost}/subscriptions/s/providers/Microsoft.ContainerService/locations/l/operations/o?api-version=2025-03-01&t=1&c=MII%2b%2f%3D&s=a-b_c&h=x%20y`;

describe('a request to Azure', () => {
  it('carries a bearer token of its tenant, and an id of its own', async () => {
    const { send, arrived, asked } = wire(() => json(200, { name: 'c' }));
    const reply = await send({ method: 'GET', url: cluster });
    expect(reply).toMatchObject({ kind: 'answer', status: 200, body: { name: 'c' } });
    expect(arrived[0]?.headers['authorization']).toBe('Bearer token-1');
    expect(arrived[0]?.headers['x-ms-client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked).toMatchObject([{ accountId: 'ada', tenantId: 'contoso', scopes: [`${armHost}/.default`] }]);
  });

  it('goes to a signed address exactly as Azure wrote it', async () => {
    const { send, arrived } = wire(() => json(200, {}));
    await send({ method: 'GET', url: signed });
    expect(arrived[0]?.url).toBe(signed);
  });

  it('keeps every field of a body, known to the SDK or not', async () => {
    const body = { properties: { networkProfile: { fromTheFuture: [1, { deep: null }] }, 'odd key': 1e21 } };
    const { send, arrived } = wire(() => json(200, body));
    const reply = await send({ method: 'PUT', url: cluster, body, headers: { 'if-match': '"e"' } });
    expect(arrived[0]?.body).toEqual(body);
    expect(arrived[0]?.headers['if-match']).toBe('"e"');
    expect(reply).toMatchObject({ kind: 'answer', body });
  });

  it.each([
    'https://evil.example/x',
    'http://management.example.invalid/x',
    'https://management.example.invalid:444/x',
    'https://u:p@management.example.invalid/x',
  ])('never leaves for %s', async (url) => {
    const { send, arrived } = wire(() => json(200, {}));
    expect(await send({ method: 'GET', url })).toMatchObject({ kind: 'heldBack', because: 'foreignHost' });
    expect(arrived).toEqual([]);
  });

  it('is not sent on where Azure redirects it', async () => {
    const { send, arrived } = wire(
      () => new Response('', { status: 307, headers: { location: 'https://evil.example/' } }),
    );
    expect(await send({ method: 'GET', url: cluster })).toMatchObject({ kind: 'refused', status: 307 });
    expect(arrived).toHaveLength(1);
  });

  it('keeps one token until shortly before its end', async () => {
    const { send, asked, ports } = wire(() => json(200, {}));
    await Promise.all([send({ method: 'GET', url: cluster }), send({ method: 'GET', url: cluster })]);
    await ports.clock.sleep(3_400_000);
    await send({ method: 'GET', url: cluster });
    expect(asked).toHaveLength(1);
    await ports.clock.sleep(100_000);
    await send({ method: 'GET', url: cluster });
    expect(asked).toHaveLength(2);
  });

  it('takes a new token for the claims challenge of a write, and leaves the repeat to who looks anew', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = {
      'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
    };
    const { send, arrived, asked } = wire((_, count) =>
      count === 1 ? json(401, { error: { code: 'X' } }, challenge) : json(200, {}),
    );
    const put = { method: 'PUT', url: cluster, body: {} } as const;
    expect(await send(put)).toMatchObject({ kind: 'signInNeeded', renewed: true });
    expect(arrived).toHaveLength(1);
    expect(asked[1]).toMatchObject({ claims, mayPrompt: true });
    expect(await send(put)).toMatchObject({ kind: 'answer' });
    expect(asked).toHaveLength(2);
    expect(arrived.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it.each([
    ['GET', cluster],
    ['POST', `${armHost}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`],
  ] as const)('that only asks (%s) opens no sign-in for a claims challenge', async (method, url) => {
    const challenge = { 'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa('{}')}"` };
    const { send, asked } = wire((_, count) =>
      count === 1 ? json(401, { error: { code: 'X' } }, challenge) : json(200, {}),
    );
    await send({ method, url });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ claims: '{}' });
    expect(asked.every((want) => !('mayPrompt' in want))).toBe(true);
  });

  it('that changes something is not sent after a person has signed in for it: its body may be old by then', async () => {
    let isSignedIn = false;
    const { send, arrived, asked } = wire(() => json(200, {}), {
      token: ({ mayPrompt }) => {
        isSignedIn ||= mayPrompt === true;
        return isSignedIn
          ? Promise.resolve({ token: 'token', expiresAtInMs: Number.MAX_SAFE_INTEGER })
          : Promise.reject(Object.assign(new Error('expired'), { name: 'SignInNeeded' }));
      },
    });
    const put = { method: 'PUT', url: cluster, body: {} } as const;
    expect(await send(put)).toMatchObject({ kind: 'signInNeeded', renewed: true });
    expect(arrived).toEqual([]);
    expect(asked.map(({ mayPrompt }) => mayPrompt)).toEqual([undefined, true]);
    expect(await send(put)).toMatchObject({ kind: 'answer' });
  });

  it('asks once for what many requests are challenged for at the same time', async () => {
    const challenge = { 'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa('{}')}"` };
    const { send, asked } = wire(({ headers }) =>
      headers['authorization'] === 'Bearer token-1' ? json(401, {}, challenge) : json(200, {}),
    );
    const replies = await Promise.all([1, 2, 3].map(() => send({ method: 'GET', url: cluster })));
    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer']);
    expect(asked).toHaveLength(2);
  });

  it('without a token, whatever the reason, was never sent', async () => {
    const { send, arrived } = wire(() => json(200, {}), {
      token: () => Promise.reject(new Error('the sign-in service did not answer')),
    });
    expect(await send({ method: 'PUT', url: cluster, body: {} })).toMatchObject({
      kind: 'noAnswer',
      neverSent: true,
      refusal: { message: 'the sign-in service did not answer' },
    });
    expect(arrived).toEqual([]);
  });

  it('does not wait for a token that nobody waits for any more', async () => {
    const stop = new AbortController();
    const { send, arrived } = wire(() => json(200, {}), {
      token: () => {
        stop.abort(new Error('enough'));
        return new Promise(() => undefined);
      },
    });
    await expect(send({ method: 'GET', url: cluster, signal: stop.signal })).rejects.toThrow('enough');
    expect(arrived).toEqual([]);
  });

  it('asks for a fresh token once when Azure calls it expired, and then gives up', async () => {
    const { send, arrived, asked } = wire(() =>
      json(401, { error: { code: 'ExpiredAuthenticationToken', message: 'old' } }),
    );
    expect(await send({ method: 'GET', url: cluster })).toMatchObject({ kind: 'refused', status: 401 });
    expect(asked[1]).toMatchObject({ fresh: true });
    expect(arrived).toHaveLength(2);
  });

  it('is not made at all where only a prompt could give a token', async () => {
    const { send, arrived } = wire(() => json(200, {}), {
      token: () => Promise.reject(Object.assign(new Error('sign in'), { name: 'SignInNeeded' })),
    });
    expect(await send({ method: 'GET', url: cluster })).toMatchObject({ kind: 'signInNeeded' });
    expect(arrived).toEqual([]);
  });

  it.each([
    ['ENOTFOUND', true],
    ['ECONNREFUSED', true],
    ['ECONNRESET', false],
    ['ETIMEDOUT', false],
  ])('that fails with %s was never sent: %s', async (code, neverSent) => {
    const { send, arrived } = wire(() => failing(code));
    expect(await send({ method: 'PUT', url: cluster, body: {} })).toMatchObject({
      kind: 'noAnswer',
      neverSent,
    });
    expect(arrived).toHaveLength(1);
  });

  it('looks for the code of a failed connection where fetch puts it', async () => {
    const error = Object.assign(new TypeError('fetch failed'), { cause: failing('ECONNREFUSED') });
    const { send } = wire(() => error);
    expect(await send({ method: 'GET', url: cluster })).toMatchObject({ kind: 'noAnswer', neverSent: true });
  });

  it('counts as answered though its body is no JSON', async () => {
    const { send } = wire(
      () => new Response('{"name":', { status: 200, headers: { 'content-type': 'application/json' } }),
    );
    expect(await send({ method: 'GET', url: cluster })).toMatchObject({
      kind: 'answer',
      status: 200,
      body: undefined,
    });
  });

  it.each([
    ['PUT', cluster],
    ['POST', `${cluster}/abort`],
    ['DELETE', `${armHost}/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/natGateways/n`],
  ] as const)('is never repeated by itself when it writes: %s', async (method, url) => {
    for (const answer of [
      json(503, {}, { 'retry-after': '1' }),
      json(429, {}, { 'retry-after': '1' }),
      failing('ECONNRESET'),
    ]) {
      const { send, arrived } = wire(() => (answer instanceof Error ? answer : answer.clone()));
      await send({ method, url, ...(method === 'PUT' ? { body: {} } : {}) });
      expect(arrived).toHaveLength(1);
    }
  });

  it('rejects with the reason of its own signal, and only then', async () => {
    const { send } = wire(() => json(200, {}));
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(send({ method: 'GET', url: cluster, signal: stop.signal })).rejects.toThrow('enough');
  });
});
