import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/editor.mjs';
import { run, type Ran } from './programs.js';

const mark = '=== ';

/** The shell blocks below a heading of docs/sandbox.md, in order. */
export function blocksBelow(heading: string): readonly string[] {
  const page = readFileSync(path.join(root, 'docs', 'sandbox.md'), 'utf8');
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [part = ''] = rest.split('\n## ');
  return [...part.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block);
}

/** Runs blocks in one shell, one after the other; what each of them printed, and how the shell ended. */
export async function runBlocks(
  blocks: readonly string[],
  more: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly signal?: AbortSignal },
): Promise<{ readonly printed: readonly string[]; readonly ran: Ran }> {
  const script = ['set -e', ...blocks.flatMap((block) => [`echo; echo '${mark}'`, block])].join('\n');
  const ran = await run('/bin/sh', ['-c', script], more);
  return { printed: ran.out.split(`\n${mark}\n`).slice(1), ran };
}
