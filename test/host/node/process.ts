import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const node = path.resolve(import.meta.dirname, '..', '..', '..', 'src', 'host', 'node');

/** A temporary folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; dispose(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-node-'));
  return { path: folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a script in a process of its own; `$` holds the adapters, `say` prints a line. */
export function otherProcess(folder: string, script: string): OtherProcess {
  const source = path.join(folder, `other-${Math.floor(performance.now() * 1000)}.ts`);
  writeFileSync(
    source,
    `import { createJournal } from '${node}/journal.js';
     import { createFileLog } from '${node}/sandbox-log.js';
     import { takeLock } from '${node}/lock.js';
     import { machineClock } from '${node}/clock.js';
     import { thisMachine } from '${node}/machine.js';
     const $ = { createJournal, createFileLog, takeLock, machineClock, thisMachine };
     const say = (line: unknown) => process.stdout.write(JSON.stringify(line) + '\\n');
     const main = async () => { ${script} };
     main().catch((error) => { console.error(error); process.exit(1); });`,
  );
  const outfile = source.replace(/ts$/, 'cjs');
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return watched(spawn(process.execPath, [outfile], { stdio: ['pipe', 'pipe', 'inherit'] }));
}

export interface OtherProcess {
  readonly child: ChildProcess;
  /** The next line that it says. */
  said(): Promise<unknown>;
  /** All lines, when it has ended by itself. */
  ended(): Promise<readonly unknown[]>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

function watched(child: ChildProcess): OtherProcess {
  const lines: unknown[] = [];
  let taken = 0;
  let rest = '';
  let wake = (): void => undefined;
  child.stdout!.on('data', (data: Buffer) => {
    const parts = (rest + data.toString('utf8')).split('\n');
    rest = parts.pop()!;
    lines.push(...parts.map((part) => JSON.parse(part) as unknown));
    wake();
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  void exit.then(() => wake());
  return {
    child,
    said: async () => {
      while (lines.length <= taken) {
        if (child.exitCode !== null) throw new Error('The process ended without a word.');
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return lines[taken++];
    },
    ended: async () => {
      if ((await exit) !== 0) throw new Error('The process failed.');
      return lines;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
