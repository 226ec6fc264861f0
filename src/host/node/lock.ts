import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import type { MachineClock } from './clock.js';
import { codeOf, orWhen } from './failure.js';
import { judge, type Holder, type Machine } from './machine.js';

/** The right to write, as one numbered file: `<key>.<n>.lock`. The newest number holds. */
export interface LockTurn {
  readonly kind: 'turn';
  /** False once somebody took over. */
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockHeld {
  readonly kind: 'held';
  readonly by: string;
  readonly ageInMs: number;
  /** True for a living process of this machine. */
  readonly canBeJudged: boolean;
}

export interface LockPlace {
  readonly folder: string;
  readonly machine: Machine;
  readonly clock: MachineClock;
}

const released = 'released';
/** A taker opens the file and then fills it: a reader in between looks again for this long. */
const fillingInMs = 500;
const lookAgainInMs = 10;
const enoughTries = 200;

/**
 * Takes the lock of a key (letters, digits, dashes), or says who holds it. It is taken over unasked only from a
 * process of this machine and boot that is gone. Two takers cannot both win: the next number is opened with `wx`,
 * and who then sees a higher one has lost.
 */
export async function takeLock(
  place: LockPlace,
  key: string,
  options: { readonly evenIfHeld?: boolean } = {},
): Promise<LockTurn | LockHeld> {
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  for (let tries = 0; tries < enoughTries; tries += 1) {
    const newest = (await turnsOf(place, key)).at(-1);
    const asks = newest !== undefined && options.evenIfHeld !== true;
    const held = asks ? await heldBy(place, fileOf(place, key, newest)) : undefined;
    if (held !== undefined) return held;
    const turn = (newest ?? 0) + 1;
    if (!(await claim(place, key, turn))) continue;
    const all = await turnsOf(place, key);
    if (all.at(-1) !== turn) {
      // Turns below the newest are deleted, so a slow taker may open a number that was used before.
      await rm(fileOf(place, key, turn), { force: true });
      continue;
    }
    await Promise.all(all.slice(0, -1).map((old) => rm(fileOf(place, key, old), { force: true })));
    return turnOf(place, key, turn);
  }
  throw new Error(`The lock ${key} in ${place.folder} could not be taken: the folder refuses new files.`);
}

const fileOf = (place: LockPlace, key: string, turn: number): string =>
  path.join(place.folder, `${key}.${turn}.lock`);

async function turnsOf(place: LockPlace, key: string): Promise<readonly number[]> {
  const names = await readdir(place.folder);
  return names
    .filter((name) => name.startsWith(`${key}.`) && name.endsWith('.lock'))
    .map((name) => Number(name.slice(key.length + 1, -'.lock'.length)))
    .filter((turn) => Number.isSafeInteger(turn))
    .sort((a, b) => a - b);
}

async function claim(place: LockPlace, key: string, turn: number): Promise<boolean> {
  const { machine, clock } = place;
  const holder: Holder = {
    owner: randomUUID(),
    host: machine.host,
    boot: machine.boot,
    pid: machine.pid,
    ...(machine.began === undefined ? {} : { began: machine.began }),
    atInMs: clock.now(),
  };
  const file = await open(fileOf(place, key, turn), 'wx', 0o600).catch((error: unknown) => {
    if (isTaken(codeOf(error))) return undefined;
    throw error;
  });
  if (file === undefined) {
    await clock.sleep(1);
    return false;
  }
  try {
    await file.writeFile(`${JSON.stringify(holder)}\n`);
  } finally {
    await file.close();
  }
  return true;
}

/** Windows says EPERM or EACCES for a name whose file is just being deleted. */
const isTaken = (code: string | undefined): boolean =>
  code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));

function turnOf(place: LockPlace, key: string, turn: number): LockTurn {
  const file = fileOf(place, key, turn);
  return {
    kind: 'turn',
    holds: async () => (await turnsOf(place, key)).at(-1) === turn,
    release: async () => {
      // Gone means that somebody took over.
      if ((await turnsOf(place, key)).includes(turn)) await orWhen('ENOENT', markReleased(file), undefined);
    },
  };
}

/**
 * Appended, so that a kill in the middle leaves who held it; flushed, because after a power cut the lock would be that
 * of another boot, which nobody can judge.
 */
async function markReleased(file: string): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_APPEND);
  try {
    await handle.writeFile(`${released}\n`);
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

/** Removes what is left of a lock that nobody needs any more. */
export async function forgetLock(place: LockPlace, key: string): Promise<void> {
  const turns = await orWhen('ENOENT', turnsOf(place, key), []);
  await Promise.all(turns.map((turn) => rm(fileOf(place, key, turn), { force: true })));
}

/** Who holds this file; undefined when it is free to be taken. */
async function heldBy(place: LockPlace, file: string): Promise<LockHeld | undefined> {
  const until = place.clock.now() + fillingInMs;
  for (;;) {
    const text = await orWhen('ENOENT', readFile(file, 'utf8'), undefined);
    if (text === undefined) return undefined;
    const [first = '', second] = text.split('\n');
    if (second === released) return undefined;
    const holder = holderIn(first);
    if (holder !== undefined) return judged(place, holder);
    if (place.clock.now() >= until) {
      const found = await orWhen('ENOENT', stat(file), undefined);
      if (found === undefined) return undefined;
      const ageInMs = Math.max(0, place.clock.now() - found.mtimeMs);
      return { kind: 'held', by: 'an unfinished lock file', ageInMs, canBeJudged: false };
    }
    await place.clock.sleep(lookAgainInMs);
  }
}

function judged(place: LockPlace, holder: Holder): LockHeld | undefined {
  const verdict = judge(holder, place.machine);
  if (verdict === 'dead') return undefined;
  const ageInMs = Math.max(0, place.clock.now() - holder.atInMs);
  const by = `process ${holder.pid} on ${holder.host}`;
  return { kind: 'held', by, ageInMs, canBeJudged: verdict === 'alive' };
}

function holderIn(line: string): Holder | undefined {
  try {
    const holder = JSON.parse(line) as Partial<Holder> | null;
    const isWhole =
      typeof holder?.host === 'string' &&
      typeof holder.boot === 'string' &&
      Number.isSafeInteger(holder.pid) &&
      typeof holder.atInMs === 'number';
    return isWhole ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}
