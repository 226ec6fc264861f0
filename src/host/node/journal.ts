import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunListing } from '../../core/run-outcome.js';
import { hasEnded } from '../../core/run-ended.js';
import type { RunRecord } from '../../core/run-record.js';
import { clusterKeyOf } from './cluster-key.js';
import { codeOf, orWhen } from './failure.js';
import { forgetLock, takeLock, type LockHeld, type LockPlace } from './lock.js';
import { readRecord } from './read-record.js';
import { flushFolder, renamePatiently, writeFlushed, type Rename } from './rename.js';
import { forgetOldest, isRunId, pathOf, runFilesIn, type RunFile } from './run-files.js';
import { moveAside } from './set-aside.js';

/** Where the journal of one world is kept. */
export interface JournalPlace {
  /** Folder of the runs; its locks lie in `locks.folder`. */
  readonly folder: string;
  readonly locks: LockPlace;
  readonly world: 'azure' | 'sandbox';
  /** Part of a cluster's key: two clouds have two clusters of one id. */
  readonly armHost: string;
  /** The system's own rename, unless a test refuses it. */
  readonly rename?: Rename;
}

/** The right to write for one cluster. */
export interface JournalTurn {
  readonly kind: 'turn';
  readonly clusterId: string;
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

/** Whoever carries a run on, as others can see. */
export type JournalCarrying = Omit<JournalTurn, 'clusterId'>;

export interface FileJournal {
  list(options?: { readonly onlyOpen?: boolean }): Promise<readonly RunListing[]>;
  read(runId: string): Promise<RunListing | undefined>;
  write(record: RunRecord, turn: Partial<JournalTurn> & { readonly clusterId: string }): Promise<void>;
  take(clusterId: string, options?: { readonly evenIfHeld?: boolean }): Promise<JournalTurn | LockHeld>;
  carry(runId: string, options?: { readonly evenIfHeld?: boolean }): Promise<JournalCarrying | LockHeld>;
  setAside(
    runId: string,
    options?: { readonly evenIfHeld?: boolean; readonly evenIfReadable?: boolean },
  ): Promise<'done' | LockHeld>;
  keyOf(clusterId: string): string;
}

/** A journal of one file per run, each with the generation before beside it. Only its owner may read it. */
export function createJournal(place: JournalPlace): FileJournal {
  const keyOf = (clusterId: string): string => clusterKeyOf(place.armHost, clusterId);
  const own = async (): Promise<readonly RunFile[]> =>
    (await runFilesIn(place.folder)).filter(({ world }) => world === place.world);
  return {
    keyOf,
    list: async (options) => {
      const files = (await own()).filter(({ isEnded }) => options?.onlyOpen !== true || !isEnded);
      const listings = await Promise.all(files.map((file) => readRun(place.folder, file)));
      return listings.filter((listing) => listing !== undefined);
    },
    read: async (runId) => {
      const file = (await own()).find((one) => one.runId === runId);
      return file === undefined ? undefined : readRun(place.folder, file);
    },
    write: async (record, turn) => {
      await checkRight(turn, record);
      const clusterKey = keyOf(record.clusterId);
      await writeRun(place, record, { world: place.world, clusterKey, runId: record.runId });
    },
    take: async (clusterId, options) => {
      const lock = await takeLock(place.locks, keyOf(clusterId), options);
      if (lock.kind === 'held') return lock;
      return { ...lock, clusterId };
    },
    carry: (runId, options) => takeLock(place.locks, carrierKeyOf(runId), options),
    setAside: async (runId, options) => {
      const named = (await own()).find((one) => one.runId === runId);
      if (named === undefined) return 'done';
      const lock = await takeLock(place.locks, named.clusterKey, options);
      if (lock.kind === 'held') return lock;
      try {
        // Looked at again under the lock: another window may have mended, ended or moved it meanwhile.
        const file = (await own()).find((one) => one.runId === runId);
        const found = file === undefined ? undefined : await readRun(place.folder, file);
        const goes = found?.kind === 'unreadable' || options?.evenIfReadable === true;
        if (file !== undefined && found !== undefined && goes)
          await moveAside(place.folder, file, renaming(place));
      } finally {
        await lock.release();
      }
      return 'done';
    },
  };
}

/** Clusters' keys are hexadecimal: this is none. */
const carrierKeyOf = (runId: string): string => `run-${runId}`;

async function checkRight(turn: Partial<JournalTurn>, record: RunRecord): Promise<void> {
  if (!isRunId(record.runId)) throw new Error(`A run cannot be kept under the id ${record.runId}.`);
  if (turn.holds === undefined || turn.clusterId?.toLowerCase() !== record.clusterId.toLowerCase())
    throw turnLost(`The journal of ${record.clusterName} is written only under its lock.`);
  if (!(await turn.holds())) throw turnLost(`Another window has taken over ${record.clusterName}.`);
}

const turnLost = (message: string): Error => Object.assign(new Error(message), { name: 'TurnLost' });

async function writeRun(
  place: JournalPlace,
  record: RunRecord,
  run: Omit<RunFile, 'isEnded'>,
): Promise<void> {
  const isEnded = hasEnded(record);
  const open = pathOf(place.folder, { ...run, isEnded: false });
  const target = pathOf(place.folder, { ...run, isEnded });
  const folder = path.dirname(target);
  const beside = `${target}.${randomUUID()}.tmp`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFlushed(beside, JSON.stringify(record));
    await renameIfThere(place, target, `${target}.bak`);
    await renaming(place)(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
  if (!isEnded) return;
  await Promise.all([open, `${open}.bak`].map((file) => rm(file, { force: true })));
  await tidyUp(place, run);
}

/** Nothing that a run needs: whoever carries it on is asked for no more, and old runs of its cluster go. */
async function tidyUp({ folder, locks }: JournalPlace, run: Omit<RunFile, 'isEnded'>): Promise<void> {
  await Promise.all([
    forgetLock(locks, carrierKeyOf(run.runId)),
    forgetOldest(folder, run, endedRunsKept),
  ]).catch(() => undefined);
}

/** Of one cluster. Each holds two whole bodies and is read at each opening of a planner. */
const endedRunsKept = 20;

const renaming =
  ({ locks, rename }: JournalPlace): Rename =>
  (from, to) =>
    renamePatiently(from, to, locks.clock, rename);

async function renameIfThere(place: JournalPlace, from: string, to: string): Promise<void> {
  try {
    await renaming(place)(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The newest generation that can be read. One of an unknown version is left alone, and the older one not used. */
async function readRun(folder: string, file: RunFile): Promise<RunListing | undefined> {
  const { runId, clusterKey } = file;
  const target = pathOf(folder, file);
  const [newest, before] = await Promise.all(
    [target, `${target}.bak`].map((one) => orWhen('ENOENT', readFile(one, 'utf8'), undefined)),
  );
  // Ended and forgotten between the listing and now.
  if (newest === undefined && before === undefined) return undefined;
  const records = [newest, before].filter((text) => text !== undefined).map(readRecord);
  const record = records.find((one) => one !== 'damaged');
  if (record === 'version') return { kind: 'unreadable', runId, clusterKey, because: 'version' };
  if (record?.runId !== runId) return { kind: 'unreadable', runId, clusterKey, because: 'damaged' };
  return { kind: 'record', record };
}
