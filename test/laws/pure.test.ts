import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, root, type House } from './house.js';

/** Names of a machine that pure rooms must not even be able to say; each stands in a file of its own. */
const machine = {
  'src/core/timer.ts': 'export const wait = () => setTimeout(() => undefined, 1);\n',
  'src/core/page.ts': 'export const title = () => document.title;\n',
  'src/core/log.ts': "export const tell = () => console.log('x');\n",
  'src/core/abort.ts': 'export type Stop = AbortSignal;\n',
  'src/wizard/network.ts': "export const load = () => fetch('https://example.com');\n",
  'src/wizard/environment.ts': 'export const home = () => process.env.HOME;\n',
  'src/bicep/files.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'src/bicep/bytes.ts': "export const bytes = () => Buffer.from('x');\n",
};

const lawful = { 'src/core/fine.ts': 'export const twice = (n: number): number => n * 2;\n' };

/** The same in the rest of the house: there is Node, and no DOM outside the page, no Node inside it. */
const elsewhere = {
  'src/host/page.ts': 'export const title = (): string => document.title;\n',
  'src/host/node.ts': 'export const home = (): string | undefined => process.env.HOME;\n',
};
const page = { 'webview/node.ts': 'export const home = (): unknown => process.env.HOME;\n' };

function typeCheck(folder: string, project: string): string {
  const cli = path.join(root, 'node_modules', 'typescript-native', 'bin', 'tsc');
  return spawnSync(process.execPath, [cli, '-p', project, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout;
}

describe('the compiler', () => {
  let house: House;
  let pure = '';

  beforeAll(() => {
    house = buildHouse({ ...machine, ...lawful, ...elsewhere, ...page });
    pure = typeCheck(house.folder, 'tsconfig.pure.json');
  }, 60_000);

  afterAll(() => house.dispose());

  it.each(Object.keys(machine))('refuses %s in a pure room', (file) => {
    expect(pure).toContain(`${file}(`);
  });

  it('leaves lawful files of a pure room alone', () => {
    expect(pure).not.toContain('fine.ts');
  });

  it('knows no DOM in the host, and no Node in the page', () => {
    const host = typeCheck(house.folder, 'tsconfig.json');
    expect(host).toContain('src/host/page.ts(');
    expect(host).not.toContain('src/host/node.ts(');
    expect(typeCheck(house.folder, 'webview/tsconfig.json')).toContain('webview/node.ts(');
  }, 60_000);
});
