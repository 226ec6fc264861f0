// How large the bundles and the packed extension are.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sizeLimitsInKiB, sizesOf } from '../../esbuild.mjs';
import { packInto } from '../../scripts/package.mjs';

const inKiB = (bytes) => bytes / 1024;

export async function bench() {
  const rows = sizesOf()
    .filter(({ file }) => !file.startsWith('playground'))
    .flatMap(({ file, bytes, gzipBytes }) => [
      { what: file, value: inKiB(bytes), unit: 'KiB', limit: sizeLimitsInKiB[path.parse(file).name] },
      // The limit of what the planner loads for the page; the others are printed to be watched.
      {
        what: `${file}, gzip`,
        value: inKiB(gzipBytes),
        unit: 'KiB',
        limit: file === 'page.js' ? 120 : undefined,
      },
    ]);
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
