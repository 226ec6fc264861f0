import { randomUUID } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { takeLock, type LockPlace, type LockTurn } from './lock.js';

export interface OpenFileLog {
  readonly entries: readonly unknown[];
  append(entry: object): Promise<void>;
  clear(): Promise<void>;
}

export interface FileLog {
  exclusively<T>(work: (log: OpenFileLog) => Promise<T>): Promise<T>;
}

/** What was read so far, so that each turn reads the new tail only. */
interface Known {
  readonly file: string;
  readonly entries: readonly unknown[];
  readonly endInBytes: number;
}

const nothing: Known = { file: '', entries: [], endInBytes: 0 };
const key = 'log';
const lookAgainInMs = 5;
/** A demo may not stand still because a machine went away in the middle of a request. */
const patienceInMs = 10_000;

/**
 * A log as a file of JSON lines that several windows share: one of them at a time, each line on the disk before it
 * counts, a torn last line forgotten. Its first line is a name that changes when the log is cleared.
 */
export function createFileLog(file: string, locks: LockPlace): FileLog {
  let known = nothing;
  let last: Promise<unknown> = Promise.resolve();
  const turnOfThisWindow = async <T>(work: (log: OpenFileLog) => Promise<T>): Promise<T> => {
    const turn = await waitForTurn(locks);
    try {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a+', 0o600);
      try {
        known = await readTail(handle, known);
        return await work({
          get entries() {
            return known.entries;
          },
          append: async (entry) => {
            known = await appendLine(handle, known, entry);
          },
          clear: async () => {
            await handle.truncate(0);
            known = nothing;
          },
        });
      } finally {
        await handle.close();
      }
    } finally {
      await turn.release();
    }
  };
  return {
    exclusively: (work) => {
      const mine = last.then(() => turnOfThisWindow(work));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function waitForTurn(locks: LockPlace): Promise<LockTurn> {
  const until = locks.clock.now() + patienceInMs;
  for (;;) {
    const evenIfHeld = locks.clock.now() >= until;
    const lock = await takeLock(locks, key, { evenIfHeld });
    if (lock.kind === 'turn') return lock;
    await locks.clock.sleep(lookAgainInMs);
  }
}

async function readTail(handle: FileHandle, known: Known): Promise<Known> {
  const { size } = await handle.stat();
  const name = await bytesAt(handle, 0, Math.min(size, nameInBytes));
  const isSame = known.file !== '' && known.file === name.toString('utf8') && size >= known.endInBytes;
  if (isSame && size === known.endInBytes) return known;
  const start = isSame ? known.endInBytes : 0;
  const bytes = await bytesAt(handle, start, size - start);
  const endInBytes = start + bytes.lastIndexOf(newline) + 1;
  // A process was killed while it wrote: nobody was told that this line counts.
  if (endInBytes < size) await handle.truncate(endInBytes);
  const lines = bytes.toString('utf8', 0, endInBytes - start).split('\n');
  const entries = lines.flatMap(entryIn);
  if (isSame) return { ...known, entries: [...known.entries, ...entries], endInBytes };
  return endInBytes < nameInBytes ? nothing : { file: name.toString('utf8'), entries, endInBytes };
}

const newline = 10;
const nameLine = (): string => `${JSON.stringify({ log: randomUUID() })}\n`;
const nameInBytes = nameLine().length;

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

async function appendLine(handle: FileHandle, known: Known, entry: object): Promise<Known> {
  const name = known.file === '' ? nameLine() : known.file;
  const line = `${known.file === '' ? name : ''}${JSON.stringify(entry)}\n`;
  if (known.file === '') await handle.truncate(0);
  await handle.appendFile(line, 'utf8');
  await handle.sync();
  return {
    file: name,
    entries: [...known.entries, ...entryIn(JSON.stringify(entry))],
    endInBytes: known.endInBytes + Buffer.byteLength(line),
  };
}

/** The entry of a line; none for the name, for an empty line and for one that is damaged. */
function entryIn(line: string): readonly unknown[] {
  if (line === '') return [];
  try {
    const entry = JSON.parse(line) as unknown;
    const isName =
      typeof entry === 'object' && entry !== null && 'log' in entry && Object.keys(entry).length === 1;
    return isName ? [] : [entry];
  } catch {
    return [];
  }
}
