// Stands between a runner and its editor. The runner holds the other end of our standard input:
// when the runner is gone, however it went, that end closes, and the editor is ended with all its children.
// Started with one argument: JSON { node, argv, env, temporary } - `temporary` is a folder to delete at the end.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processes } from './processes.mjs';

const { node, argv, env, temporary } = JSON.parse(process.argv[2] ?? '{}');
const isWindows = process.platform === 'win32';

const editor = spawn(node, argv, {
  env: { ...process.env, ...env },
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: !isWindows,
});

const signalAll = (signal) => {
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(editor.pid), '/T', '/F']);
    else process.kill(-editor.pid, signal);
  } catch {
    // Already gone.
  }
};

const patienceInMs = 5000;

/** A killed process keeps its port and its files until the system has cleared it away: whoever starts next must not meet it. */
const untilGone = async () => {
  const givesUpAt = Date.now() + patienceInMs;
  const isThere = () => !isWindows && processes().some(({ group }) => group === editor.pid);
  while (Date.now() < givesUpAt && isThere()) await sleep(10);
};

const leaving = { began: false };
const leave = async (code) => {
  if (leaving.began) return;
  leaving.began = true;
  signalAll('SIGKILL');
  await untilGone();
  if (temporary !== undefined) {
    // Dying children may still write: a failure to delete is retried, and never keeps us here.
    try {
      rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // The system's own cleaning of temporary folders gets it.
    }
  }
  process.exit(code);
};

// The runner may be gone while the editor still talks.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
editor.stdout.pipe(process.stdout);
editor.stderr.pipe(process.stderr);
editor.once('error', () => leave(1));
editor.once('exit', (code) => leave(code ?? 1));

const end = () => {
  signalAll('SIGTERM');
  setTimeout(() => leave(0), 3000);
};
// A word "kill" asks for the sudden end that a crash would be.
process.stdin.on('data', (bytes) => {
  if (String(bytes).includes('kill')) leave(0);
});
process.stdin.once('end', end);
process.stdin.once('error', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
