// Where the project is, and where what it fetches on first use is kept.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of fetched editors and browsers; several clones share one by naming it in EDITOR_CACHE. */
export const cacheFolder = () => process.env.EDITOR_CACHE ?? path.join(root, '.vscode-test');
