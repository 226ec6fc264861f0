import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';

describe.skipIf(process.platform !== 'linux')(
  'npm start (skipped, because a VS Code in /Applications or a .cmd on the PATH would be found beside the stand-in)',
  () => {
    let place = '';

    beforeEach(() => {
      place = mkdtempSync(path.join(tmpdir(), 'aks-egress-start-'));
    });

    afterEach(() => rmSync(place, { recursive: true, force: true }));

    /** Opens with a `code` of that version on the PATH; answers what it was started with, if it was. */
    const openWith = (version: string, added: NodeJS.ProcessEnv = {}): readonly string[] | undefined => {
      const told = path.join(place, 'told');
      const code = `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; exit 0; fi\nprintf '%s\\n' "$@" > '${told}'\n`;
      writeFileSync(path.join(place, 'code'), code);
      chmodSync(path.join(place, 'code'), 0o755);
      const environment: NodeJS.ProcessEnv = {
        ...process.env,
        VSCODE_IPC_HOOK_CLI: undefined,
        PATH: place,
        START_FOLDER: path.join(place, 'kept'),
        ...added,
      };

      const go =
        "import('./scripts/open-sample.mjs').then(({ openDesktop }) => openDesktop()).then((is) => console.log('opened:', is))";
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', go], {
        cwd: root,
        env: environment,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(stdout).toContain(existsSync(told) ? 'opened: true' : 'opened: false');
      return existsSync(told) ? readFileSync(told, 'utf8').trim().split('\n') : undefined;
    };

    it('opens an installed VS Code with the extension, data of its own and no trust question', () => {
      const argv = openWith('1.110.0');
      expect(argv).toContain(`--extensionDevelopmentPath=${root}`);
      expect(argv).toContain('--disable-workspace-trust');
      expect(argv).toContain(`--user-data-dir=${path.join(place, 'kept', 'desktop')}`);
      expect(argv?.at(-1)).toBe(path.join(place, 'kept', 'sample'));
      const settings = path.join(place, 'kept', 'sample', '.vscode', 'settings.json');
      expect(readFileSync(settings, 'utf8')).toContain('"aksEgress.azure": "sandbox"');
    });

    it.each(['1.109.9', '0.48.7', 'no version'])(
      'does not open one that is too old or strange: %s',
      (version) => {
        expect(openWith(version)).toBeUndefined();
      },
    );

    it.each(['1.111.0', '2.0.0'])('opens a newer one: %s', (version) => {
      expect(openWith(version)).toBeDefined();
    });

    it('does not open the window of a remote terminal', () => {
      expect(openWith('1.139.1', { VSCODE_IPC_HOOK_CLI: '/run/somewhere.sock' })).toBeUndefined();
    });

    it('keeps what a person has changed in the sample', () => {
      openWith('1.110.0');
      const file = path.join(place, 'kept', 'sample', 'main.bicep');
      writeFileSync(file, '// mine');
      openWith('1.110.0');
      expect(readFileSync(file, 'utf8')).toBe('// mine');
    });
  },
);
