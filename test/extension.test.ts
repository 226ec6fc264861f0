import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activate } from '../src/extension.js';
import type { Row } from '../src/host/explorer/row.js';
import { desk } from './fakes/vscode/desk.js';
import { Uri } from './fakes/vscode/values.js';

describe('the extension, put together', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'extension-'));
  const calls = path.join(folder, 'calls');
  const before = process.env['PATH'];
  const subscriptions: { dispose(): unknown }[] = [];

  /** An `az` that notes that it ran, and says that nobody has signed in. */
  const standIn = (): void => {
    const file = path.join(folder, 'az');
    const words = "ERROR: Please run 'az login' to setup account.";
    writeFileSync(file, `#!/bin/sh\necho "$@" >> "${calls}"\necho "${words}" >&2\nexit 1\n`);
    chmodSync(file, 0o755);
    process.env['PATH'] = `${folder}${path.delimiter}${before ?? ''}`;
  };

  beforeEach(() => {
    desk.reset();
    rmSync(calls, { force: true });
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => {
    for (const one of subscriptions.splice(0)) one.dispose();
    process.env['PATH'] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const rowsAfterStart = async (): Promise<readonly Row[]> => {
    activate({
      subscriptions,
      globalStorageUri: Uri.file(path.join(folder, 'storage')),
      extensionUri: Uri.file('/extension'),
      workspaceState: { get: () => undefined, update: () => Promise.resolve(), keys: () => [] },
    } as unknown as vscode.ExtensionContext);
    return (await desk.trees[0]?.getChildren()) as readonly Row[];
  };
  const prompts = () => desk.asked.filter(({ options }) => options.silent !== true);

  it('asks nobody to sign in when it starts, and lists what it can get silently', async () => {
    desk.accounts = [{ id: 'ada', label: 'ada@contoso.example' }];
    expect(await rowsAfterStart()).toEqual([]);
    expect(desk.asked.length).toBeGreaterThan(0);
    expect(prompts()).toEqual([]);
    expect(desk.said).toEqual([]);
    expect(desk.context.get('aksEgress.tree'), 'the view offers the sign-in').toBe('trouble.expired');
  });

  it("asks the cloud that VS Code's setting names, by its provider and for its audience, and no other", async () => {
    desk.accounts = [{ id: 'ada', label: 'ada@contoso.example' }];
    desk.set('microsoft-sovereign-cloud.environment', 'USGovernment');
    await rowsAfterStart();
    expect(new Set(desk.asked.map(({ providerId }) => providerId))).toEqual(
      new Set(['microsoft-sovereign-cloud']),
    );
    for (const { request } of desk.asked)
      expect(request).toContain('https://management.core.usgovcloudapi.net/.default');
  });

  it.skipIf(process.platform === 'win32')('runs no az in a workspace that nobody trusts', async () => {
    standIn();
    desk.set('aksEgress.signIn', 'azureCli');
    desk.isTrusted = false;
    await rowsAfterStart();
    expect(existsSync(calls)).toBe(false);
    desk.isTrusted = true;
    desk.trustGranted.fire(undefined);
    await desk.trees[0]?.getChildren();
    expect(existsSync(calls)).toBe(true);
    expect(desk.asked.filter(({ providerId }) => providerId !== 'microsoft')).toEqual([]);
  });
});
