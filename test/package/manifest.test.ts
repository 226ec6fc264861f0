import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';

interface Manifest {
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: unknown;
}

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(text('package.json')) as Manifest;

/** Every value under a key, at any depth. */
function valuesOf(key: string, within: unknown): readonly unknown[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within as Readonly<Record<string, unknown>>).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

const numbers = (version: string): readonly number[] => version.replace('^', '').split('.').map(Number);

describe('package.json', () => {
  it('names pictures and files that are there', () => {
    const files = ['icon', 'light', 'dark', 'path', 'markdown', 'image', 'svg']
      .flatMap((key) => valuesOf(key, manifest.contributes))
      .filter((value): value is string => typeof value === 'string' && !value.startsWith('$('));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('has no dependency at run time: everything is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('pins every package to one version', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("takes VS Code's types from the oldest version that it promises to run in, or an older one", () => {
    const types = numbers(manifest.devDependencies['@types/vscode']!);
    const promised = numbers(manifest.engines.vscode);
    expect(types[0]).toBe(promised[0]);
    expect(types[1]).toBeLessThanOrEqual(promised[1]!);
  });

  it('uses the packages that the house is built on', () => {
    const given = [
      '@types/vscode',
      '@vscode/webview-ui-toolkit',
      '@azure/arm-containerservice',
      '@azure/identity',
      '@vscode/test-electron',
    ];
    expect(Object.keys(manifest.devDependencies)).toEqual(expect.arrayContaining(given));
  });

  it('needs no install script', () => {
    expect(text('.npmrc')).toContain('ignore-scripts=true');
  });

  it('comes with a lock file that names no registry', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});
