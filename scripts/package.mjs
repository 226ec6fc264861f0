// Packs the .vsix, offline: `npm run package [-- file]`. Prints what is inside and how large it is.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../esbuild.mjs';
import { runToEnd } from './editor/fetch-once.mjs';
import { root } from './editor/place.mjs';

const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** Packs what stands in dist/ into a file; answers its size in bytes. `tell` gets the list of what is inside. */
export async function packInto(target, tell = () => undefined) {
  mkdirSync(path.dirname(target), { recursive: true });
  const options = [
    // Everything is bundled; node_modules stays outside.
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  tell(await runToEnd(process.execPath, [vsce, 'package', ...options, '--out', target], { cwd: root }));
  return statSync(target).size;
}

if (process.argv[1] === import.meta.filename) {
  process.chdir(root);
  await buildAll();
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const target = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.vsix`));
  const sizeInBytes = await packInto(target, (said) => console.log(said.trim()));
  console.log(`${path.relative(root, target)}: ${(sizeInBytes / 1024).toFixed(1)} KiB`);
}
