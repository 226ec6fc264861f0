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

  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1 \u00e9"}}}';
  const challengeIn = (asked: (typeof desk.asked)[number] | undefined): string => {
    if (asked === undefined || !('wwwAuthenticate' in asked.request))
      throw new Error('no challenge was sent');
    expect(asked.request.fallbackScopes).toEqual([...scopes, 'VSCODE_TENANT:t-1']);
    const encoded = /^Bearer .*claims="([^"]+)"/.exec(asked.request.wwwAuthenticate)?.[1] ?? '';
    return Buffer.from(encoded, 'base64').toString('utf8');
  };

  it("answers a claims challenge of a confirmed change by Azure's own header, silently first, then by asking", async () => {
    desk.promptBrings = jwt({ exp: now / 1000 + 60 });
    const { token } = await sessions.token({ ...want, claims, mayPrompt: true });
    expect(token).toBe(desk.promptBrings);
    expect(desk.asked.map(challengeIn)).toEqual([claims, claims]);
    expect(desk.asked.map(({ options }) => options)).toEqual([
      { silent: true, account: ada },
      { createIfNone: true, account: ada },
    ]);
  });

  it('opens no sign-in for a challenge that nobody asked for: it waits until the person signs in to that tenant', async () => {
    desk.promptBrings = jwt({ exp: now / 1000 + 60 });
    await expect(sessions.token({ ...want, claims })).rejects.toMatchObject({ name: 'SignInNeeded' });
    expect(desk.asked.map(({ options }) => options.silent)).toEqual([true]);
    await sessions.signIn('T-1');
    expect(challengeIn(desk.asked[1])).toBe(claims);
    expect(desk.asked[1]?.options).toEqual({ createIfNone: true, account: ada });
    await sessions.signIn('t-1');
    expect(desk.asked[2]?.request, 'the challenge is answered: this is an ordinary sign-in').toEqual([
      ...scopes,
      'VSCODE_TENANT:t-1',
    ]);
  });

  it('forgets a challenge that was answered without the person: their next sign-in is an ordinary one', async () => {
    await expect(sessions.token({ ...want, claims })).rejects.toMatchObject({ name: 'SignInNeeded' });
    desk.promptBrings = jwt({ exp: now / 1000 + 60 });
    await sessions.token({ ...want, claims, mayPrompt: true });
    await sessions.signIn('t-1');
    expect(desk.asked.at(-1)?.request).toEqual([...scopes, 'VSCODE_TENANT:t-1']);
  });

  it('a closed question is a change of mind when signing in, and a missing sign-in when Azure asked for more', async () => {
    desk.promptBrings = undefined;
    await expect(sessions.signIn('t-9')).rejects.toMatchObject({ name: 'Canceled' });
    const confirmed = { ...want, claims: '{}', mayPrompt: true };
    await expect(sessions.token(confirmed)).rejects.toMatchObject({ name: 'SignInNeeded' });
    await expect(sessions.signIn('t-1')).rejects.toMatchObject({ name: 'Canceled' });
    await expect(sessions.signIn('t-1'), 'it is still to be answered').rejects.toMatchObject({
      name: 'Canceled',
    });
    expect(desk.asked.filter(({ request }) => 'wwwAuthenticate' in request)).toHaveLength(4);
  });

  it("asks the provider of the cloud, with that cloud's audience, and sees its accounts only", async () => {
    const china = ['https://management.core.chinacloudapi.cn/.default'];
    const bo = { id: 'bo', label: 'bo@contoso.example', providerId: 'microsoft-sovereign-cloud' };
    desk.accounts = [{ ...ada, providerId: 'microsoft' }, bo];
    const options = { providerId: 'microsoft-sovereign-cloud', scopes: china, now: () => now };
    const sovereign = editorSessions(options);
    expect(await sovereign.accounts()).toEqual([{ id: 'bo', label: 'bo@contoso.example' }]);
    desk.sessions = [{ account: bo, scopes: [...china, 'VSCODE_TENANT:t-1'], accessToken: 'cn' }];
    expect(await sovereign.token({ ...want, accountId: 'bo', scopes: china })).toMatchObject({ token: 'cn' });
    desk.promptBrings = 'cn';
    await sovereign.signIn();
    await expect(sovereign.token({ ...want, scopes: china })).rejects.toMatchObject({ name: 'SignInNeeded' });
    expect(desk.asked.map(({ providerId }) => providerId)).toEqual([
      'microsoft-sovereign-cloud',
      'microsoft-sovereign-cloud',
    ]);
    expect(desk.asked[1]?.request).toEqual(china);
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

  it('says what else there is where the editor has no such sign-in', async () => {
    const elsewhere = editorSessions({ providerId: 'absent', scopes, now: () => now });
    desk.providers = ['github'];
    for (const asked of [elsewhere.accounts(), elsewhere.token(want)])
      await expect(asked).rejects.toMatchObject({
        name: 'Trouble',
        problem: { message: { args: { setting: 'aksEgress.signIn', words: expect.any(String) as unknown } } },
      });
    expect(desk.asked).toEqual([]);
  });

  it('gives no token to somebody who has stopped waiting', async () => {
    desk.sessions = [{ account: ada, scopes: [...scopes, 'VSCODE_TENANT:t-1'], accessToken: 'x' }];
    await expect(sessions.token({ ...want, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
