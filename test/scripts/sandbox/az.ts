import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { SandboxServer } from '../../../scripts/sandbox/server.js';
import { onPath, run, type Ran } from './programs.js';
import type { AzCommand } from './az-lists.js';

/** The CLI on the PATH, and its version. */
export interface Az {
  readonly file: string;
  readonly version: string;
  /** 74 of 2.74.0. */
  readonly minor: number;
}

/** The `az` on the PATH, or why there is none to test with. */
export async function azOnPath(folder: string): Promise<Az | string> {
  const file = onPath('az');
  if (file === undefined) return 'no az is on the PATH';
  if (process.platform === 'win32') return 'az is a .cmd on Windows, which needs a shell';
  const { out, err } = await run(file, ['version', '-o', 'json'], { env: environment(folder) });
  const version = /"azure-cli": "(\d+\.\d+\.\d+)"/.exec(out)?.[1];
  if (version === undefined) return `az on the PATH does not tell its version: ${err.slice(0, 200)}`;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 2 && minor >= 45 ? { file, version, minor } : `az ${version} was never measured`;
}

/** Of a shell that talks to the sandbox and to nobody else. */
export const environment = (folder: string, server?: SandboxServer): NodeJS.ProcessEnv => ({
  ...process.env,
  AZURE_CONFIG_DIR: folder,
  AZURE_CORE_COLLECT_TELEMETRY: 'false',
  AZURE_CORE_NO_COLOR: 'true',
  AZURE_EXTENSION_USE_DYNAMIC_INSTALL: 'no',
  PYTHONWARNINGS: 'ignore',
  // A proxy of the machine's is for elsewhere.
  NO_PROXY: '127.0.0.1,localhost',
  ...(server === undefined
    ? {}
    : { REQUESTS_CA_BUNDLE: server.certificateFile, ARM: server.https, CA: server.certificateFile }),
});

/** A folder of its own that begins as another one is. */
export function folderLike(server: SandboxServer, name: string, from?: string): string {
  const folder = path.join(server.folder, name);
  if (from === undefined) mkdirSync(folder, { recursive: true });
  else cpSync(from, folder, { recursive: true });
  return folder;
}

/** Words as a shell parts them, as far as the lists need it: double quotes only. */
export const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

export const isFor = ({ from = 0, until = 999 }: AzCommand, minor: number): boolean =>
  from <= minor && minor <= until;

/** Runs a command and says what differs from what must come of it. */
export async function differences(
  az: Az,
  command: AzCommand,
  more: { readonly server: SandboxServer; readonly folder: string; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  await command.before?.(more.server.sandbox);
  const env = environment(more.folder, more.server);
  const ran = await run(az.file, wordsOf(command.az), { env, signal: more.signal });
  const wrong = [
    ...(ran.code === (command.exit ?? 0) ? [] : [`exit code ${ran.code}`]),
    ...(fits(ran.out, command.out) ? [] : [`said ${ran.out.trim().slice(0, 300)}`]),
    ...(fits(ran.err, command.err) ? [] : ['another refusal']),
  ];
  return wrong.length === 0 ? [] : [`az ${command.az}: ${wrong.join(', ')}${told(ran)}`];
}

const told = ({ err }: Ran): string => (err.trim() === '' ? '' : `\n${err.trim().slice(0, 600)}`);

function fits(text: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? text.trim().includes(wanted) : wanted.test(text.trim());
}

/** The first three commands of the recipe. */
export async function connect(az: Az, more: Parameters<typeof differences>[2]): Promise<void> {
  const recipe = [
    `cloud register -n Sandbox --endpoint-resource-manager ${more.server.https}`,
    'cloud set -n Sandbox --only-show-errors',
    'login --service-principal -u dev -p any --tenant 11111111-1111-1111-1111-111111111111 -o none',
  ];
  for (const line of recipe) expect(await differences(az, { az: line }, more)).toEqual([]);
}
