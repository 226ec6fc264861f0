import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/entry.js';
import type { Sessions } from '../../src/azure/ports.js';
import { manualClock } from '../fakes/manual-clock.js';
import { memoryLog } from '../fakes/memory-log.js';

const contoso = 'c0450000-0000-4000-8000-000000000001';
const fabrikam = 'fab00000-0000-4000-8000-000000000002';

const sandboxOf = (scenario: string): Sandbox =>
  createSandbox({ log: memoryLog(), wallClock: manualClock() }, { scenario });

const want = (tenantId: string, more: object = {}) => ({
  accountId: 'alex.contoso',
  tenantId,
  scopes: [],
  ...more,
});

describe('the sessions of a scenario', () => {
  it('fit the port that Azure code declares', async () => {
    const sessions: Sessions = sandboxOf('tour').sessions;
    expect(await sessions.accounts()).toEqual([
      { id: 'alex.contoso', label: 'alex@contoso.example', tenantIds: [contoso, fabrikam] },
    ]);
  });

  it('are none when signed out, until somebody signs in', async () => {
    const { sessions } = sandboxOf('signed-out');
    expect(await sessions.accounts()).toEqual([]);
    await expect(sessions.token(want(contoso))).rejects.toMatchObject({ name: 'SignInNeeded' });
    await sessions.signIn();
    expect(await sessions.accounts()).toHaveLength(1);
    expect((await sessions.token(want(contoso))).token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('lack consent in one tenant only, and get it by signing in there', async () => {
    const { sessions } = sandboxOf('no-consent');
    await expect(sessions.token(want(contoso))).resolves.toBeDefined();
    await expect(sessions.token(want(fabrikam))).rejects.toMatchObject({
      name: 'SignInNeeded',
      message: expect.stringContaining('AADSTS65001') as string,
    });
    await sessions.signIn();
    await expect(sessions.token(want(fabrikam))).rejects.toThrow('AADSTS65001');
    await sessions.signIn(fabrikam);
    await expect(sessions.token(want(fabrikam))).resolves.toBeDefined();
  });

  it('have run out, until somebody signs in again', async () => {
    const { sessions } = sandboxOf('expired');
    expect(await sessions.accounts()).toHaveLength(1);
    await expect(sessions.token(want(contoso))).rejects.toMatchObject({ name: 'SignInNeeded' });
    await sessions.signIn(contoso);
    await expect(sessions.token(want(contoso))).resolves.toBeDefined();
  });

  it("give a token of the account's own tenant where none is named", async () => {
    const sandbox = sandboxOf('tour');
    const { token } = await sandbox.sessions.token(want('organizations'));
    const request = new Request(`${sandbox.host}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { value } = (await (await sandbox.handle(request)).json()) as { value: { tenantId: string }[] };
    expect(new Set(value.map(({ tenantId }) => tenantId))).toEqual(new Set([contoso]));
  });

  it('give none for a tenant that the account does not know, nor to one who gave up', async () => {
    const { sessions } = sandboxOf('tour');
    await expect(sessions.token(want('elsewhere'))).rejects.toThrow('AADSTS90072');
    await expect(sessions.token(want(contoso, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('give tokens that last an hour of sandbox time', async () => {
    const sandbox = sandboxOf('tour');
    const { expiresAtInMs } = await sandbox.sessions.token(want(contoso));
    expect(expiresAtInMs - sandbox.clock.now()).toBe(3_600_000);
  });
});
