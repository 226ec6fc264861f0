import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './failure.js';
import { flushFolder, type Rename } from './rename.js';
import { pathOf, setAsideFolder, type RunFile } from './run-files.js';

/**
 * Moves a run and the generation before into the folder beside. The older one goes first: after a kill in between
 * the newest still hinders, and an old generation never takes its place.
 */
export async function moveAside(folder: string, file: RunFile, rename: Rename): Promise<void> {
  const aside = path.join(folder, setAsideFolder);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const target = pathOf(folder, file);
  for (const from of [`${target}.bak`, target]) {
    const to = path.join(aside, freeName(path.basename(from), await readdir(aside)));
    try {
      await rename(from, to);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  await Promise.all([flushFolder(aside), flushFolder(path.dirname(target))]);
}

/** What was set aside before under the same name stays. */
function freeName(name: string, taken: readonly string[]): string {
  let [free, count] = [name, 1];
  while (taken.includes(free)) free = `${name}.${(count += 1)}`;
  return free;
}
