import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';

// A second npm: it tells what it was asked for, and makes the folder that an install would.
const npm = `#!/bin/sh
echo "$@" >> npm-was-asked
mkdir -p node_modules/esbuild
echo '{}' > node_modules/.package-lock.json
`;

describe.skipIf(process.platform === 'win32')(
  'the set-up of start and test (skipped on Windows, because npm is a .cmd there)',
  () => {
    let project = '';

    beforeEach(() => {
      project = mkdtempSync(path.join(tmpdir(), 'aks-egress-set-up-'));
      for (const folder of ['scripts', 'scripts/editor', 'bin']) mkdirSync(path.join(project, folder));
      for (const file of ['set-up.mjs', 'editor/one-at-a-time.mjs'])
        copyFileSync(path.join(root, 'scripts', file), path.join(project, 'scripts', file));
      writeFileSync(path.join(project, 'package-lock.json'), '{"lockfileVersion":3}');
      writeFileSync(
        path.join(project, 'esbuild.mjs'),
        "import { writeFileSync } from 'node:fs';\nwriteFileSync('built', '');\n",
      );
      writeFileSync(path.join(project, 'bin', 'npm'), npm);
      chmodSync(path.join(project, 'bin', 'npm'), 0o755);
    });

    afterEach(() => rmSync(project, { recursive: true, force: true }));

    const setUp = (): void => {
      const go = "import('./scripts/set-up.mjs').then(({ setUp }) => setUp())";
      const surroundings = {
        ...process.env,
        PATH: `${path.join(project, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      };
      execFileSync(process.execPath, ['-e', go], { cwd: project, env: surroundings, stdio: 'pipe' });
    };
    const asked = (): readonly string[] => {
      const file = path.join(project, 'npm-was-asked');
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    };

    it('installs what the lock file says, once, and builds every time', () => {
      setUp();
      expect(asked()).toHaveLength(1);
      expect(asked()[0]).toMatch(/^ci --include=dev /);
      rmSync(path.join(project, 'built'));
      setUp();
      expect(asked()).toHaveLength(1);
      expect(existsSync(path.join(project, 'built'))).toBe(true);
    });

    it('installs again when the lock file has changed', () => {
      setUp();
      writeFileSync(path.join(project, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
      setUp();
      expect(asked()).toHaveLength(2);
    });

    it('installs again when someone else installed before the lock file changed', () => {
      mkdirSync(path.join(project, 'node_modules', 'esbuild'), { recursive: true });
      const installed = path.join(project, 'node_modules', '.package-lock.json');
      writeFileSync(installed, '{}');
      utimesSync(installed, 1000, 1000);
      setUp();
      expect(asked()).toHaveLength(1);
    });

    it('leaves alone what someone else installed from this lock file', () => {
      mkdirSync(path.join(project, 'node_modules', 'esbuild'), { recursive: true });
      writeFileSync(path.join(project, 'node_modules', '.package-lock.json'), '{}');
      utimesSync(path.join(project, 'package-lock.json'), 1000, 1000);
      setUp();
      expect(asked()).toEqual([]);
    });
  },
);

describe('start and test', () => {
  /** What a file imports, and what that imports. */
  const importsOf = (file: string): readonly string[] =>
    [...readFileSync(file, 'utf8').matchAll(/^import [^]*? from '(.*)';$/gm)].flatMap(([, from = '']) =>
      from.startsWith('.') ? importsOf(path.resolve(path.dirname(file), from)) : [from],
    );

  it.each(['start.mjs', 'test.mjs', 'set-up.mjs'])('%s imports only what a fresh clone has', (file) => {
    const imports = importsOf(path.join(root, 'scripts', file));
    expect(imports).toContain('node:path');
    expect(imports.filter((from) => !from.startsWith('node:'))).toEqual([]);
  });

  it('name no binary of node_modules in package.json', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(scripts.start).toMatch(/^node scripts\/start\.mjs$/);
    expect(scripts.test).toMatch(/^node scripts\/test\.mjs$/);
  });
});
