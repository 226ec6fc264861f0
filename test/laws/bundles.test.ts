import { build, type Metafile } from 'esbuild';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAll, rooms, roomsAreSiblings, sizeLimitsInKiB, sizesOf } from '../../esbuild.mjs';
import { buildHouse, root } from './house.js';

/** What must not be in a bundle; everything else would be loaded before it is needed, or is another room's. */
const keepsOut: Readonly<Record<string, RegExp>> = {
  host: /^src\/(azure|sandbox|bicep|cli|wizard|core\/rules)\/|@azure|valibot/,
  planner: /^src\/(azure|sandbox|bicep|cli|host)\/|@azure/,
  bicep: /^src\/(azure|sandbox|wizard|cli|host)\/|@azure/,
  azure: /^src\/(sandbox|wizard|bicep|cli|host|core\/rules)\//,
  sandbox: /^(?!src\/sandbox\/)/,
  cli: /^src\/(azure|sandbox|wizard|host)\/|@azure/,
  page: /^src\/(?!wizard\/|core\/)|@azure/,
};

describe('the bundles', () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'aks-egress-bundles-'));
  let metafiles: Readonly<Record<string, Metafile>> = {};

  beforeAll(async () => {
    metafiles = await buildAll(outdir);
  }, 60_000);

  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  // Bytes that reached the output count; a type-only or shaken-off input does not.
  const inputsOf = (name: string): readonly string[] =>
    Object.values(metafiles[name]?.outputs ?? {}).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    );

  it.each(Object.entries(keepsOut))(
    '%s holds nothing of what is loaded later or elsewhere',
    (name, foreign) => {
      expect(inputsOf(name).filter((file) => foreign.test(file))).toEqual([]);
    },
  );

  it('the host is there, loads without a package, and needs only VS Code and Node', () => {
    expect(inputsOf('host')).toContain('src/extension.ts');
    expect(inputsOf('host').filter((file) => file.includes('node_modules'))).toEqual([]);
    const imports = Object.values(metafiles['host']!.outputs).flatMap((output) =>
      output.imports.map((i) => i.path),
    );
    const known = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'vscode'];
    expect(imports.filter((wanted) => !known.includes(wanted) && !/^\.\/\w+\.cjs$/.test(wanted))).toEqual([]);
  });

  it.each(['host', 'azure'] as const)('%s is small enough to be loaded at once', (name) => {
    if (!existsSync(path.join(root, rooms[name]))) return;
    const size = sizesOf(outdir).find(({ file }) => file === `${name}.cjs`);
    if (size === undefined) throw new Error(`${name}.cjs was not built.`);
    expect(size.bytes / 1024).toBeLessThanOrEqual(sizeLimitsInKiB[name]);
  });

  it.each(['azure', 'sandbox'] as const)('%s can be bundled for the browser', async (room) => {
    if (!existsSync(path.join(root, rooms[room]))) return;
    const { errors, metafile } = await build({
      absWorkingDir: root,
      entryPoints: [rooms[room]],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'unused',
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
    });
    expect(errors).toEqual([]);
    expect(Object.keys(metafile.inputs)).toContain(rooms[room]);
  });
});

describe('a dynamic import of a room', () => {
  it('becomes a require of its own file, run at first use', async () => {
    const house = buildHouse({
      'src/extension.ts': "export const load = () => import('./azure/entry.js');\n",
      'src/azure/entry.ts': "export const word = 'never in the host';\n",
    });
    try {
      const options = { absWorkingDir: house.folder, bundle: true, format: 'cjs', platform: 'node' } as const;
      const outExtension = { '.js': '.cjs' };
      await build({ ...options, entryPoints: { azure: 'src/azure/entry.ts' }, outdir: 'dist', outExtension });
      await build({
        ...options,
        entryPoints: { host: 'src/extension.ts' },
        outdir: 'dist',
        outExtension,
        supported: { 'dynamic-import': false },
        plugins: [roomsAreSiblings],
      });
      const file = path.join(house.folder, 'dist', 'host.cjs');
      expect(readFileSync(file, 'utf8')).not.toContain('never in the host');
      const host = createRequire(file)(file) as { load(): Promise<{ word: string }> };
      expect((await host.load()).word).toBe('never in the host');
    } finally {
      house.dispose();
    }
  });
});
