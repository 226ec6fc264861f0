import { beforeEach, describe, expect, it } from 'vitest';
import { editorSessions } from '../../src/host/sessions.js';
import { desk } from '../fakes/vscode/desk.js';

const scopes = ['https://management.azure.com/.default'];
const ada = { id: 'ada', label: 'ada@contoso.example' };
const now = Date.UTC(2026, 10, 24);
const jwt = (claims: object): string => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const sessions = editorSessions({ providerId: 'microsoft', scopes, now: () => now });
const want = { accountId: 'ada', tenantId: 't-1', scopes };

describe("VS Code's sign-in", () => {
  beforeEach(() => {
    desk.reset();
    desk.accounts = [ada];
  });

  it('lists every account without asking anybody', async () => {
    expect(await sessions.accounts()).toEqual([ada]);
    expect(desk.asked).toEqual([]);
  });

  it('gives a token of the wanted tenant and account silently, with the end that the token names', async () => {
    const accessToken = jwt({ exp: now / 1000 + 3600 });
    desk.sessions = [{ account: ada, scopes: [...scopes, 'VSCODE_TENANT:t-1'], accessToken }];
    expect(await sessions.token(want)).toEqual({ token: accessToken, expiresAtInMs: now + 3_600_000 });
    expect(desk.asked).toMatchObject([{ providerId: 'microsoft', options: { silent: true, account: ada } }]);
  });

  it.each([
    ['no session', 't-1', 'ada'],
    ['no such account', 't-1', 'bob'],
    ['a session of another tenant only', 't-2', 'ada'],
  ])(
    'says that a sign-in is needed where there is %s, and does not prompt',
    async (_what, tenantId, accountId) => {
      desk.sessions =
        tenantId === 't-2'
          ? [{ account: ada, scopes: [...scopes, 'VSCODE_TENANT:t-1'], accessToken: 'x' }]
          : [];
      await expect(sessions.token({ ...want, tenantId, accountId })).rejects.toMatchObject({
        name: 'SignInNeeded',
      });
      expect(desk.asked.filter(({ options }) => options.silent !== true)).toEqual([]);
    },
  );

  it("answers a claims challenge by Azure's own header, with tenant and account", async () => {
    desk.promptBrings = jwt({ exp: now / 1000 + 60 });
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const { token } = await sessions.token({ ...want, claims });
    expect(token).toBe(desk.promptBrings);
    const { request, options } = desk.asked[0]!;
    if (!('wwwAuthenticate' in request)) throw new Error('no challenge was sent');
    const encoded = /claims="([^"]+)"/.exec(request.wwwAuthenticate)?.[1] ?? '';
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(claims);
    expect(request.fallbackScopes).toEqual([...scopes, 'VSCODE_TENANT:t-1']);
    expect(options).toMatchObject({ createIfNone: true, account: ada });
  });

  it('a closed question is a change of mind when signing in, and a missing sign-in when Azure asked for more', async () => {
    desk.promptBrings = undefined;
    await expect(sessions.signIn('t-9')).rejects.toMatchObject({ name: 'Canceled' });
    await expect(sessions.token({ ...want, claims: '{}' })).rejects.toMatchObject({ name: 'SignInNeeded' });
  });

  it('asks which account when a person signs in, and in which tenant', async () => {
    desk.promptBrings = 'x';
    await sessions.signIn('t-9');
    expect(desk.asked).toMatchObject([
      {
        request: [...scopes, 'VSCODE_TENANT:t-9'],
        options: { createIfNone: true, clearSessionPreference: true },
      },
    ]);
  });

  it.each(['opaque', 'a.b.c', `h.${Buffer.from('null').toString('base64url')}.s`, jwt({ exp: 'soon' })])(
    'asks again soon for a token whose end cannot be read: %s',
    async (accessToken) => {
      desk.sessions = [{ account: ada, scopes: [...scopes, 'VSCODE_TENANT:t-1'], accessToken }];
      const { expiresAtInMs } = await sessions.token(want);
      expect(expiresAtInMs).toBe(now + 5 * 60_000);
    },
  );

  it('gives no token to somebody who has stopped waiting', async () => {
    desk.sessions = [{ account: ada, scopes: [...scopes, 'VSCODE_TENANT:t-1'], accessToken: 'x' }];
    await expect(sessions.token({ ...want, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
