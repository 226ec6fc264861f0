import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { publicCloud } from '../../../src/azure/cloud.js';
import { azureCliSessions } from '../../../src/azure/sign-in/azure-cli-sessions.js';

const scopes = publicCloud.scopes;
const want = { accountId: 'azure-cli', tenantId: 'c0450000-0000-4000-8000-000000000001', scopes };
const jwt = (claims: object) =>
  `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('an account of the Azure CLI', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'az-'));
  const before = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = before;
  });

  /** A stand-in `az` on the PATH that answers as the real one does and notes how it was called. */
  const standIn = (script: string) => {
    const file = path.join(folder, 'az');
    writeFileSync(file, `#!/bin/sh\necho "$@" >> "${folder}/calls"\n${script}\n`);
    chmodSync(file, 0o755);
    process.env['PATH'] = `${folder}${path.delimiter}${before ?? ''}`;
  };

  it.skipIf(process.platform === 'win32')('gives the token that az holds for a tenant', async () => {
    const token = jwt({ upn: 'ada@contoso.example' });
    standIn(
      `echo '{"accessToken":"${token}","expiresOn":"2033-05-18 03:33:20.000000","expires_on":2000000000,"tokenType":"Bearer"}'`,
    );
    const sessions = azureCliSessions({ scopes });
    expect(await sessions.accounts()).toEqual([{ id: 'azure-cli', label: 'ada@contoso.example' }]);
    expect(await sessions.token(want)).toEqual({ token, expiresAtInMs: 2_000_000_000_000 });
  });

  it.skipIf(process.platform === 'win32')('is none where nobody ran az login, and says how to', async () => {
    standIn('echo "ERROR: Please run \'az login\' to setup account." >&2; exit 1');
    const sessions = azureCliSessions({ scopes });
    expect(await sessions.accounts()).toEqual([]);
    await expect(sessions.token(want)).rejects.toMatchObject({
      name: 'SignInNeeded',
      message: expect.stringContaining('az login') as unknown,
    });
    await expect(sessions.signIn()).rejects.toMatchObject({ name: 'SignInNeeded' });
  });

  it.skipIf(process.platform === 'win32')(
    'is none where there is no az at all, and signing in says which program is missing',
    async () => {
      process.env['PATH'] = mkdtempSync(path.join(folder, 'empty-'));
      const sessions = azureCliSessions({ scopes });
      expect(await sessions.accounts()).toEqual([]);
      await expect(sessions.signIn()).rejects.toMatchObject({
        name: 'SignInNeeded',
        message: expect.stringMatching(/Azure CLI could not be found.*az login/s) as unknown,
      });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'asks az for the tenant and the audience of its cloud',
    async () => {
      standIn(`echo '{"accessToken":"${jwt({})}","expires_on":2000000000,"tokenType":"Bearer"}'`);
      rmSync(path.join(folder, 'calls'), { force: true });
      const china = ['https://management.core.chinacloudapi.cn/.default'];
      const sessions = azureCliSessions({ scopes: china });
      await sessions.signIn(want.tenantId);
      await sessions.token({ ...want, scopes: china });
      const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n');
      expect(calls).toHaveLength(2);
      for (const call of calls) {
        expect(call).toMatch(/^account get-access-token /);
        expect(call).toContain('--resource https://management.core.chinacloudapi.cn');
        expect(call).toContain(`--tenant ${want.tenantId}`);
      }
    },
  );

  it('cannot answer a claims challenge: only the terminal can', async () => {
    const sessions = azureCliSessions({
      scopes,
      source: () => Promise.resolve({ token: 't', expiresAtInMs: 1 }),
    });
    await expect(sessions.token({ ...want, claims: '{}' })).rejects.toMatchObject({ name: 'SignInNeeded' });
  });

  it('names no tenant where none is known yet', async () => {
    const asked: (string | undefined)[] = [];
    const sessions = azureCliSessions({
      scopes,
      source: (_, tenantId) => {
        asked.push(tenantId);
        return Promise.resolve({ token: 'no jwt', expiresAtInMs: 1 });
      },
    });
    expect(await sessions.accounts()).toEqual([{ id: 'azure-cli', label: 'Azure CLI' }]);
    await sessions.token({ ...want, tenantId: 'organizations' });
    await sessions.token(want);
    expect(asked).toEqual([undefined, undefined, want.tenantId]);
  });

  it('shows no token in an error', async () => {
    const source = () => Promise.reject(new Error(`az said: ${jwt({ secret: true })}`));
    await expect(azureCliSessions({ scopes, source }).token(want)).rejects.toMatchObject({
      message: `az said: (token left out) Run "az login --tenant ${want.tenantId}" in a terminal, then refresh.`,
    });
    rmSync(folder, { recursive: true, force: true });
  });
});
