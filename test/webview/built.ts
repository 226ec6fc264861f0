import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAll } from '../../esbuild.mjs';
import { root } from '../../scripts/editor.mjs';

/** What the page is made of. */
const sources = ['webview', 'src/core', 'src/wizard', 'esbuild.mjs', 'package-lock.json'];

const newestInMs = (place: string): number => {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  const inside = readdirSync(place, { recursive: true, withFileTypes: true });
  return Math.max(mtimeMs, ...inside.map((one) => statSync(path.join(one.parentPath, one.name)).mtimeMs));
};

/** The folder of the built page: `dist` where it is newer than its sources, else one that is built now. */
export async function builtPage(): Promise<{ readonly folder: string; readonly dispose: () => void }> {
  const dist = path.join(root, 'dist');
  const written = ['page.js', 'page.css', 'playground.html'].map((file) => path.join(dist, file));
  const isThere = written.every((file) => existsSync(file));
  const newestSourceInMs = Math.max(...sources.map((source) => newestInMs(path.join(root, source))));
  const builtAtInMs = isThere ? statSync(path.join(dist, 'page.js')).mtimeMs : 0;
  if (builtAtInMs > newestSourceInMs) return { folder: dist, dispose: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-page-'));
  await buildAll(folder);
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
