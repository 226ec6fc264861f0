// One of several runs does a piece of work while the others wait: processes, and threads of one process.
// Our own, because it works before any package is installed.
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollInMs = 200;
const heartbeatInMs = 1000;
/** Ten seconds. */
const pollsBetweenWords = 50;
// Unpacking may keep a thread busy for seconds; who says nothing for a minute is gone.
const silenceInMs = 60_000;

/** Whether a process with this id runs. */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const take = (lock) => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

const isAbandoned = (lock) => {
  try {
    const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    // A lock without a number is just being written.
    return (pid > 0 && !isAlive(pid)) || Date.now() - statSync(lock).mtimeMs > silenceInMs;
  } catch {
    return false;
  }
};

/** Two may judge the same lock abandoned: the last one to replace it has it, which both see a moment later. */
const takeOver = async (lock) => {
  const token = `${process.pid} ${randomUUID()}`;
  const mine = `${lock}.${randomUUID()}`;
  writeFileSync(mine, token);
  renameSync(mine, lock);
  await sleep(pollInMs);
  return existsSync(lock) && readFileSync(lock, 'utf8') === token;
};

/** Does `work` while it alone holds `lock`, a file; calls `waiting` now and again while another holds it. */
export async function oneAtATime(lock, work, waiting = () => undefined) {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let polls = 0; !take(lock); polls += 1) {
    if (polls % pollsBetweenWords === 0) waiting();
    if (!isAbandoned(lock)) await sleep(pollInMs);
    else if (await takeOver(lock)) break;
  }
  const beating = setInterval(() => {
    const now = new Date();
    if (existsSync(lock)) utimesSync(lock, now, now);
  }, heartbeatInMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    rmSync(lock, { force: true });
  }
}
