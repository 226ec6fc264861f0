import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, root, type House } from './house.js';

interface Law {
  readonly name: string;
  readonly comment?: string;
}

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const laws = (
  createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as { forbidden: readonly Law[] }
).forbidden;

const touch = (file: string): string => `import '${file}';\nexport const planted = 1;\n`;

/** One violation of each law: the file that breaks it, and its text. */
const planted: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'core-keeps-to-its-room': ['src/core/a.ts', touch('../wizard/entry.js')],
  'wizard-keeps-to-its-room': ['src/wizard/a.ts', touch('../bicep/entry.js')],
  'bicep-keeps-to-its-room': ['src/bicep/a.ts', touch('../wizard/entry.js')],
  'azure-keeps-to-its-room': ['src/azure/a.ts', touch('../host/world.js')],
  'sandbox-keeps-to-its-room': ['src/sandbox/a.ts', touch('../core/fact.js')],
  'cli-keeps-to-its-room': ['src/cli/a.ts', touch('../azure/entry.js')],
  'host-keeps-to-its-room': ['src/host/a.ts', touch('../sandbox/entry.js')],
  'core-keeps-to-its-packages': ['src/core/b.ts', touch('valibot')],
  'wizard-keeps-to-its-packages': ['src/wizard/b.ts', touch('lit')],
  'bicep-keeps-to-its-packages': ['src/bicep/b.ts', touch('valibot')],
  'azure-keeps-to-its-packages': ['src/azure/b.ts', touch('valibot')],
  'sandbox-keeps-to-its-packages': ['src/sandbox/b.ts', touch('ajv')],
  'cli-keeps-to-its-packages': ['src/cli/b.ts', touch('valibot')],
  'host-keeps-to-its-packages': ['src/host/b.ts', touch('valibot')],
  'vscode-only-in-host': ['src/cli/c.ts', touch('vscode')],
  'azure-sdk-only-in-azure': ['src/extension.ts', touch('@azure/identity')],
  'toolkit-only-in-elements': ['webview/a.ts', touch('@vscode/webview-ui-toolkit')],
  'node-only-at-the-edge': ['src/azure/c.ts', touch('node:fs')],
  'node-adapters-only-by-extension': ['src/host/c.ts', touch('./node/files.js')],
  'host-loads-rooms-on-first-use': ['src/host/d.ts', touch('../core/rules/index.js')],
  'extension-loads-rooms-on-first-use': ['src/extension.ts', touch('./azure/entry.js')],
  'rooms-are-entered-by-their-entry': ['src/extension.ts', "void import('./azure/inside.js');\n"],
  'extension-holds-no-package': ['src/extension.ts', touch('valibot')],
  'webview-sees-the-contract-only': ['webview/b.ts', touch('../src/host/world.js')],
  'webview-keeps-to-its-packages': ['webview/c.ts', touch('ajv')],
  'nobody-imports-tests': ['src/cli/d.ts', touch('../../test/fakes/clock.js')],
  'no-cycles': ['src/core/c.ts', "import type { D } from './d.js';\nexport type C = D;\n"],
  'everything-resolves': ['src/core/e.ts', touch('./gone.js')],
};

/** What the violations lead to; lawful in itself. */
const lawful = {
  'src/core/fact.ts': 'export const fact = 1;\n',
  'src/core/rules/index.ts': "import '../fact.js';\nexport const rules = [];\n",
  'src/core/d.ts': "import type { C } from './c.js';\nexport type D = C;\n",
  'src/wizard/entry.ts': "import 'valibot';\nimport '../core/rules/index.js';\nexport const wizard = 1;\n",
  'src/bicep/entry.ts': "import '../core/fact.js';\nexport const bicep = 1;\n",
  'src/azure/inside.ts': 'export const inside = 1;\n',
  'src/azure/entry.ts':
    "import '@azure/identity';\nimport './inside.js';\nimport '../core/fact.js';\nexport const azure = 1;\n",
  'src/sandbox/entry.ts': 'export const sandbox = 1;\n',
  'src/host/node/files.ts': "import 'node:fs';\nexport const files = 1;\n",
  'src/host/world.ts':
    "import type { rules } from '../core/rules/index.js';\nimport * as vscode from 'vscode';\nimport '../core/fact.js';\nexport type World = typeof rules;\nexport const kind = vscode.env.uiKind;\n",
  'src/cli/main.ts': "import 'node:fs';\nimport '../bicep/entry.js';\nexport const main = 1;\n",
  'src/extension.web.ts': "import './azure/entry.js';\nimport './host/world.js';\nexport const web = 1;\n",
  'webview/elements.ts': "import '@vscode/webview-ui-toolkit';\nexport const elements = 1;\n",
  'webview/main.ts':
    "import 'lit';\nimport './elements.js';\nimport '../src/wizard/entry.js';\nexport const page = 1;\n",
  'test/fakes/clock.ts': 'export const clock = 1;\n',
};

const extension = `import * as vscode from 'vscode';
import { files } from './host/node/files.js';
import { kind } from './host/world.js';
import type { azure } from './azure/entry.js';
export type Azure = typeof azure;
export const load = () => import('./azure/entry.js');
export const all = [vscode.env, files, kind];
`;

function cruise(folder: string): Report {
  const cli = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const folders = ['src', 'webview', 'test'].filter((name) => readdirSync(folder).includes(name));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

const said = (report: Report): readonly string[] =>
  report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);

describe('the laws of imports', () => {
  const houses: House[] = [];
  let found: readonly string[] = [];

  beforeAll(() => {
    // Several violations share src/extension.ts, so each text is joined under its file.
    const files: Record<string, string> = { ...lawful };
    for (const [file, text] of Object.values(planted)) {
      files[file] = `${files[file] ?? ''}${text.replace('export const planted = 1;\n', '')}export {};\n`;
    }
    const house = buildHouse(files);
    houses.push(house);
    found = said(cruise(house.folder));
  }, 60_000);

  afterAll(() => {
    for (const house of houses) house.dispose();
  });

  it.each(laws.map(({ name }) => name))('%s catches the violation that is planted for it', (name) => {
    const violation = planted[name];
    expect(violation, `plant a violation of ${name} in this file`).toBeDefined();
    expect(found).toContain(`${name}: ${violation![0]}`);
  });

  it.each(laws.map(({ name, comment }) => [name, comment] as const))(
    '%s says what to do instead',
    (_name, comment) => {
      expect(comment).toMatch(/\.$/);
      expect(comment!.length).toBeGreaterThan(40);
    },
  );

  it('leave a house alone that keeps them', () => {
    const { 'src/core/d.ts': _partnerOfTheCycle, ...clean } = lawful;
    const house = buildHouse({ ...clean, 'src/extension.ts': extension });
    houses.push(house);
    expect(said(cruise(house.folder))).toEqual([]);
  }, 60_000);

  it('need nothing but Node to be read', () => {
    const names = execFileSync(
      process.execPath,
      ['-p', "require('./.dependency-cruiser.cjs').forbidden.length"],
      { cwd: root, encoding: 'utf8' },
    );
    expect(Number(names)).toBe(laws.length);
  });
});
