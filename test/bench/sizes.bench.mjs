// How large the bundles and the packed extension are.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packInto } from '../../scripts/package.mjs';

const inKiB = (bytes) => bytes / 1024;

export async function bench() {
  const files = readdirSync('dist').filter((file) => /^(?!playground).*\.(cjs|js|css)$/.test(file));
  const rows = files.flatMap((file) => {
    const bytes = readFileSync(path.join('dist', file));
    // Issue 7's limit for the page; the others are printed to be watched.
    const limit = file === 'page.js' ? { limit: 120 } : {};
    return [
      { what: file, value: inKiB(bytes.length), unit: 'KiB' },
      { what: `${file}, gzip`, value: inKiB(gzipSync(bytes).length), unit: 'KiB', ...limit },
    ];
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-sizes-'));
  try {
    const file = path.join(folder, 'aks-egress.vsix');
    const sizeInBytes = await packInto(file);
    if (!existsSync(file)) throw new Error('The packed extension is not where it should be.');
    return [...rows, { what: 'aks-egress.vsix', value: inKiB(sizeInBytes), unit: 'KiB' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
