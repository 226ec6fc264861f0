// The project's TypeScript as a script runs it: bundled into out/ and loaded.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './editor/place.mjs';

/** Exports of a module, told by the parts of its path. `name` names the bundle. */
export async function loadBundled(name, ...parts) {
  const outfile = path.join(root, 'out', `${name}.cjs`);
  await build({
    entryPoints: [path.join(root, ...parts)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
