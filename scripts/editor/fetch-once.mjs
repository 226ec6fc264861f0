// Fetches something large once: built beside its place, checked, then moved there in one step.
// An interrupted fetch leaves nothing that counts as done, and what it left behind is swept by the next one.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, oneAtATime } from './one-at-a-time.mjs';

const sweep = (folder) => {
  const parent = path.dirname(folder);
  const leftover = new RegExp(`^${path.basename(folder).replaceAll('.', '[.]')}[.]part-(\\d+)(-.*)?$`);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = leftover.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
};

const isComplete = (folder, stamp, needs) => {
  const ready = path.join(folder, '.ready');
  return (
    existsSync(ready) &&
    readFileSync(ready, 'utf8') === stamp &&
    needs.every((file) => existsSync(path.join(folder, file)))
  );
};

async function fetchNow({ folder, stamp, title, build, check }) {
  sweep(folder);
  // Unique even among threads of one process.
  const part = `${folder}.part-${process.pid}-${randomUUID()}`;
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(0);
  console.error(`${title}: fetching (once, kept in ${path.dirname(folder)}) …`);
  const ticking = setInterval(() => console.error(`${title}: still fetching, ${seconds()} s …`), 5000);
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, 'package.json'), '{"private":true}');
    await build(part);
    await check(part);
    writeFileSync(path.join(part, '.ready'), stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    console.error(`${title}: ready after ${seconds()} s`);
  } finally {
    clearInterval(ticking);
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * Makes sure that `folder` holds what `build(part)` makes; `check(part)` throws when it does not work.
 * `needs` are files whose absence means that it must be built again; `stamp` changes when the recipe does.
 * When several ask at once, in one process or in many, one fetches and the others wait for it.
 */
export async function fetchOnce(order) {
  const isThere = () => isComplete(order.folder, order.stamp, order.needs);
  if (isThere()) return;
  const waiting = () => console.error(`${order.title}: another run is fetching it; waiting …`);
  await oneAtATime(
    `${order.folder}.lock`,
    async () => {
      if (!isThere()) await fetchNow(order);
    },
    waiting,
  );
}

/** Runs a program to its end and answers what it printed; a non-zero end is an error that carries the output. */
export const runToEnd = (program, argv, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (bytes) => (output += bytes));
    child.stderr.on('data', (bytes) => (output += bytes));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${program} ${argv.join(' ')} ended with ${code}\n${output}`)),
    );
  });

/** `npm install` of packages into a folder: no scripts, no lock file, the cache first. */
export const npmInstall = (cwd, ...packages) =>
  runToEnd(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--prefer-offline',
      '--loglevel=error',
      ...packages,
    ],
    { cwd, shell: process.platform === 'win32' },
  );
