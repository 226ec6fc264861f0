// Packs the .vsix, offline: `npm run package [-- file]`. Prints what is inside and how large it is.
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../esbuild.mjs';
import { root } from './editor/place.mjs';

/** Packs what stands in dist/ into a file; answers its size in bytes. */
export async function packInto(target) {
  mkdirSync(path.dirname(target), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath: target,
    // Everything is bundled; node_modules stays outside.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return statSync(target).size;
}

if (process.argv[1] === import.meta.filename) {
  process.chdir(root);
  await buildAll();
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const target = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.vsix`));
  const sizeInBytes = await packInto(target);
  console.log(`${path.relative(root, target)}: ${(sizeInBytes / 1024).toFixed(1)} KiB`);
}
