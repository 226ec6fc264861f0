import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';
import { packInto } from '../../scripts/package.mjs';

/** What may be inside; anything else is a mistake in .vscodeignore. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.[\w-]+)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.md)$/,
  /^extension\/dist\/(host|look|commands|machine|planner|bicep|azure|sandbox|cli)\.cjs$/,
  /^extension\/dist\/page\.(js|css)$/,
  /^extension\/l10n\/[\w.-]+\.json$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/media\/[\w./-]+\.(svg|png|md)$/,
];

/** Larger than this asks for a reason: what did the new package bring along? */
const limitInKiB = 1024;

/** The names in a zip file's central directory. */
function namesInZip(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const names: string[] = [];
  const signature = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 46)) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
  }
  return names;
}

describe('the packed extension', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-contents-'));
  const vsix = path.join(folder, 'aks-egress.vsix');
  let names: readonly string[] = [];

  beforeAll(async () => {
    await packInto(vsix);
    names = namesInZip(vsix);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what the manifest names', () => {
    const manifest = createRequire(import.meta.url)(path.join(root, 'package.json')) as {
      readonly main: string;
      readonly contributes: {
        readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
      };
    };
    const icons = manifest.contributes.viewsContainers.activitybar.map(({ icon }) => icon);
    for (const file of [manifest.main, ...icons]) expect(names).toContain(path.posix.join('extension', file));
  });

  it('holds nothing but what is on the list', () => {
    expect(names.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  it('brings the licenses of others', () => {
    expect(names).toContain('extension/THIRD-PARTY-NOTICES.md');
    expect(names).toContain('extension/LICENSE.txt');
  });

  it(`is smaller than ${limitInKiB} KiB`, () => {
    const sizeInKiB = statSync(vsix).size / 1024;
    console.log(`aks-egress.vsix: ${sizeInKiB.toFixed(1)} KiB, ${names.length} files`);
    expect(sizeInKiB).toBeLessThan(limitInKiB);
  });
});
