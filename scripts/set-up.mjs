// All that a fresh clone needs before anything else can run. Imports only Node's own modules.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.aks-egress-lock');
const lock = path.join(root, 'package-lock.json');

const run = (title, program, argv, options = {}) =>
  new Promise((resolve, reject) => {
    console.error(`${title} …`);
    const startedAt = Date.now();
    const ticking = setInterval(
      () => console.error(`${title}: ${Math.round((Date.now() - startedAt) / 1000)} s …`),
      10_000,
    );
    const child = spawn(program, argv, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(ticking);
      if (code === 0) resolve();
      else reject(new Error(`${title}: ${program} ended with ${code}`));
    });
  });

/** Packages are there and belong to this lock file: the stamp holds the lock's text as it was installed. */
const isInstalled = () => {
  if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8');
  const installedAs = path.join(root, 'node_modules', '.package-lock.json');
  return existsSync(installedAs) && statSync(installedAs).mtimeMs >= statSync(lock).mtimeMs;
};

/** Installs the packages where they are missing or older than the lock file, and builds. Throws when either fails. */
export async function setUp() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  if (!isInstalled()) {
    const npm = [
      'ci',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
    ];
    await run('Installing packages', 'npm', npm, { shell: process.platform === 'win32' });
    writeFileSync(stamp, readFileSync(lock, 'utf8'));
  }
  await run('Building', process.execPath, ['esbuild.mjs', '--quiet']);
}
