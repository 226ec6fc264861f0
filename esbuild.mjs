// Builds the extension: one CommonJS file per room that is loaded on first use, and the pages.
// What went into each file is written to dist/meta/, where tests and the notices read it.
import { build } from 'esbuild';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bundle name -> entry. `dist/<name>.cjs`, except the pages. */
export const rooms = {
  host: 'src/extension.ts',
  planner: 'src/wizard/entry.ts',
  bicep: 'src/bicep/entry.ts',
  azure: 'src/azure/entry.ts',
  sandbox: 'src/sandbox/entry.ts',
  look: 'src/host/look/entry.ts',
  commands: 'src/host/commands/entry.ts',
  machine: 'src/host/node/entry.ts',
  cli: 'src/cli/main.ts',
};

/** Page name -> script and style sheet. */
export const pages = {
  page: { script: 'webview/main.ts', style: 'webview/planner.css' },
  playground: { script: 'webview/playground/main.ts', style: 'webview/playground/playground.css' },
};

/** KiB, minified. What is loaded at activation, and what a first use loads, stay small. */
export const sizeLimitsInKiB = { host: 60, azure: 450 };

/** Rooms that are a file of their own: a dynamic import of their entry becomes a require of that file. */
const bundleOfRoom = {
  wizard: 'planner',
  bicep: 'bicep',
  azure: 'azure',
  sandbox: 'sandbox',
  look: 'look',
  commands: 'commands',
  node: 'machine',
};

/** `import('./azure/entry.js')` -> `require('./azure.cjs')`, run at first use. */
export const roomsAreSiblings = {
  name: 'rooms-are-siblings',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\/entry\.js$/ }, ({ path: wanted, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const room = path.basename(path.dirname(path.resolve(resolveDir, wanted)));
      const bundle = bundleOfRoom[room];
      return bundle === undefined ? undefined : { path: `./${bundle}.cjs`, external: true };
    });
  },
};

const shared = {
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

const forNode = (name, entry, outdir) => ({
  ...shared,
  entryPoints: { [name]: entry },
  outdir,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // Keeps the first use of a room a plain require, which the editor's own loader understands everywhere.
  supported: { 'dynamic-import': false },
  plugins: [roomsAreSiblings],
  ...(name === 'cli' ? { banner: { js: '#!/usr/bin/env node' } } : {}),
});

const forBrowser = (name, { script, style }, outdir) => ({
  ...shared,
  entryPoints: { [name]: script, ...(existsSync(style) ? { [`${name}-style`]: style } : {}) },
  outdir,
  entryNames: '[name]',
  platform: 'browser',
  format: 'iife',
  target: 'es2023',
});

/** Builds everything into `outdir`; answers the metafiles by bundle name. An entry that is missing is told and left out. */
export async function buildAll(outdir = 'dist') {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(path.join(outdir, 'meta'), { recursive: true });
  const orders = [
    ...Object.entries(rooms).map(([name, entry]) => [name, entry, forNode(name, entry, outdir)]),
    ...Object.entries(pages).map(([name, page]) => [name, page.script, forBrowser(name, page, outdir)]),
  ];
  const built = await Promise.all(
    orders.map(async ([name, entry, options]) => {
      if (!existsSync(entry)) {
        console.error(`esbuild: ${entry} does not exist yet, ${name} is left out`);
        return undefined;
      }
      const { metafile } = await build(options);
      writeFileSync(path.join(outdir, 'meta', `${name}.json`), JSON.stringify(metafile));
      return [name, metafile];
    }),
  );
  finishPages(outdir);
  return Object.fromEntries(built.filter((entry) => entry !== undefined));
}

function finishPages(outdir) {
  for (const name of Object.keys(pages)) {
    const style = path.join(outdir, `${name}-style.css`);
    if (existsSync(style)) copyFileSync(style, path.join(outdir, `${name}.css`));
    for (const suffix of ['-style.css', '-style.css.map'])
      rmSync(path.join(outdir, name + suffix), { force: true });
  }
  const playground = 'webview/playground/index.html';
  if (existsSync(playground)) copyFileSync(playground, path.join(outdir, 'playground.html'));
  const cli = path.join(outdir, 'cli.cjs');
  if (existsSync(cli)) chmodSync(cli, 0o755);
}

/** Sizes of what was built: `{ file, bytes, gzipBytes }`, the pages' style sheets too. */
export const sizesOf = (outdir = 'dist') =>
  readdirSync(outdir)
    .filter((file) => /\.(cjs|js|css)$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(outdir, file));
      return { file, bytes: bytes.length, gzipBytes: gzipSync(bytes).length };
    });

const tellSizes = () => {
  const inKiB = (bytes) => (bytes / 1024).toFixed(1);
  for (const { file, bytes, gzipBytes } of sizesOf()) {
    const limit = sizeLimitsInKiB[path.parse(file).name];
    const atMost = limit === undefined ? '' : `, at most ${limit}`;
    console.log(`${file.padEnd(16)} ${inKiB(bytes).padStart(7)} KiB (gzip ${inKiB(gzipBytes)}${atMost})`);
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildAll();
  if (!process.argv.includes('--quiet')) tellSizes();
}
