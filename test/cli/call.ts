import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rooms } from '../../esbuild.mjs';

/** The command line, bundled as it is shipped, in a folder of its own with files to check. */
export interface CommandLine {
  readonly folder: string;
  /** Forgets every file. */
  readonly empty: () => void;
  readonly write: (file: string, text: string) => void;
  readonly call: (...words: string[]) => {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  };
  readonly dispose: () => void;
}

export async function commandLine(): Promise<CommandLine> {
  const place = mkdtempSync(path.join(tmpdir(), 'aks-egress-cli-'));
  const program = path.join(place, 'cli.cjs');
  await build({
    absWorkingDir: path.join(import.meta.dirname, '..', '..'),
    entryPoints: [rooms.cli],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: program,
    logLevel: 'silent',
  });
  const folder = path.join(place, 'work');
  mkdirSync(folder);
  return {
    folder,
    empty: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    },
    write: (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    call: (...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { code: status, out: stdout, err: stderr };
    },
    dispose: () => rmSync(place, { recursive: true, force: true }),
  };
}
