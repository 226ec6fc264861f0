import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const laws = [
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
  'eslint.config.mjs',
  'scripts/lint/class-instances.mjs',
  'scripts/lint/untyped.config.mjs',
  'tsconfig.json',
  'tsconfig.pure.json',
  'webview/tsconfig.json',
];

/** A house of its own under the project's laws, for planting violations in. */
export interface House {
  readonly folder: string;
  dispose(): void;
}

/** Builds a house from file path -> text. The laws are the project's own files. */
export function buildHouse(files: Readonly<Record<string, string>>): House {
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-house-'));
  const put = (file: string, write: (target: string) => void): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    write(target);
  };
  for (const law of laws) put(law, (target) => copyFileSync(path.join(root, law), target));
  for (const [file, text] of Object.entries(files)) put(file, (target) => writeFileSync(target, text));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
