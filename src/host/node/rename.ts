import { open, rename } from 'node:fs/promises';
import type { MachineClock } from './clock.js';
import { codeOf } from './failure.js';

/** Windows refuses a rename while a virus scanner or an indexer looks at the file. */
const passing = ['EPERM', 'EBUSY', 'EACCES'];
const patienceInMs = 2000;
const pauseInMs = 50;

export type Rename = (from: string, to: string) => Promise<void>;

/** Renames, and tries again for 2 s where the system refuses for reasons that pass. */
export async function renamePatiently(
  from: string,
  to: string,
  clock: MachineClock,
  once: Rename = rename,
): Promise<void> {
  const until = clock.now() + patienceInMs;
  for (;;) {
    try {
      await once(from, to);
      return;
    } catch (error) {
      if (!passing.includes(codeOf(error) ?? '') || clock.now() >= until) throw error;
      await clock.sleep(pauseInMs);
    }
  }
}

/** Makes a rename survive a power cut, where the system can do so for a folder. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

/** Writes a new file that only its owner may read, down to the disk. */
export async function writeFlushed(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
