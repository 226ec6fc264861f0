// All that a fresh clone needs before anything else can run. Imports only Node's own modules.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './editor/one-at-a-time.mjs';

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

/** Older ones lack what the linter and the bundler of the tests need (their own `engines`). */
const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
};

/** Installs the packages where they are missing or older than the lock file, and builds. Throws when either fails. */
export async function setUp() {
  if (!isNewEnough(process.versions.node))
    throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  // `npm start` and `npm test` may be called side by side in a fresh clone.
  const waiting = () => console.error('Another run is installing packages; waiting …');
  if (!isInstalled()) await oneAtATime(path.join(root, 'out', 'set-up.lock'), installOnce, waiting);
  await run('Building', process.execPath, ['esbuild.mjs', '--quiet']);
}

async function installOnce() {
  if (isInstalled()) return;
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
