import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { orWhen } from './failure.js';

/** Where runs are kept under the extension's global storage folder. */
export const runsFolder = (storage: string): string => path.join(storage, 'runs');

/** Unfinished runs lie in the folder itself, so that one look at it tells whether there are any; ended ones below. */
export const endedFolder = 'ended';

/** Runs that nobody can read, once a person has decided about them: kept for whoever wants to look. */
export const setAsideFolder = 'set-aside';

/** `<world>.<cluster key>.<run id>.json`, and the generation before with `.bak` behind it. */
export interface RunFile {
  readonly world: string;
  readonly clusterKey: string;
  readonly runId: string;
  readonly isEnded: boolean;
}

/** Whether a run's id may stand in a file's name. */
export const isRunId = (runId: string): boolean => /^[\w-]{1,100}$/.test(runId);

export function pathOf(folder: string, { world, clusterKey, runId, isEnded }: RunFile): string {
  const name = `${world}.${clusterKey}.${runId}.json`;
  return isEnded ? path.join(folder, endedFolder, name) : path.join(folder, name);
}

/** The runs that lie in a folder: each once, the ended one where a kill has left both. */
export async function runFilesIn(folder: string): Promise<readonly RunFile[]> {
  const [open, ended] = await Promise.all([namesIn(folder), namesIn(path.join(folder, endedFolder))]);
  const files = [
    ...open.map((name) => parsed(name, false)),
    ...ended.map((name) => parsed(name, true)),
  ].filter((file) => file !== undefined);
  return [...new Map(files.map((file) => [file.runId, file])).values()];
}

/** Whether an unfinished run of that world may lie here. Reads one folder and opens no file. */
export async function holdsUnfinishedRun(folder: string, world: string): Promise<boolean> {
  return (await namesIn(folder)).some((name) => parsed(name, false)?.world === world);
}

/** Removes the oldest ended runs of a cluster, by when they ended, until so many are left. */
export async function forgetOldest(
  folder: string,
  { world, clusterKey }: Pick<RunFile, 'world' | 'clusterKey'>,
  left: number,
): Promise<void> {
  const names = (await namesIn(path.join(folder, endedFolder))).filter((name) => {
    const file = parsed(name, true);
    return name.endsWith('.json') && file?.world === world && file.clusterKey === clusterKey;
  });
  if (names.length <= left) return;
  const dated = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, endedFolder, name);
      return { file, endedAtInMs: (await stat(file)).mtimeMs };
    }),
  );
  const oldest = dated.toSorted((one, other) => one.endedAtInMs - other.endedAtInMs).slice(0, -left);
  await Promise.all(
    oldest.flatMap(({ file }) => [file, `${file}.bak`]).map((file) => rm(file, { force: true })),
  );
}

const namesIn = (folder: string): Promise<readonly string[]> => orWhen('ENOENT', readdir(folder), []);

function parsed(name: string, isEnded: boolean): RunFile | undefined {
  const [, world, clusterKey, runId] = /^(\w+)\.([0-9a-f]+)\.([\w-]+)\.json(?:\.bak)?$/.exec(name) ?? [];
  if (world === undefined || clusterKey === undefined || runId === undefined) return undefined;
  return { world, clusterKey, runId, isEnded };
}
