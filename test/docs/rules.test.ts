import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';
import { rules } from '../../src/core/rules/index.js';

const folder = path.join(root, 'docs', 'rules');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('the rules', () => {
  it('each have an id of their own that Bicep can suppress', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.map(({ id }) => id).filter((id) => !/^aks-[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('each live in the file that carries their name, and every file is in the list', () => {
    const files = readdirSync(path.join(root, 'src', 'core', 'rules')).filter((file) => file !== 'index.ts');
    expect(files.sort()).toEqual(rules.map(({ id }) => `${id.slice('aks-'.length)}.ts`).sort());
  });

  it('have a page each, and no page is left over', () => {
    const pages = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
  });

  it.each(rules.map(({ id }) => id))('%s is listed with its page, a source and a date', (id) => {
    const row = read('README.md')
      .split('\n')
      .find((line) => line.startsWith(`| [${id}](${id}.md)`));
    expect(row).toMatch(/\]\(https:\/\/[^)]+\)/);
    expect(row).toContain('2026-11-23');
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has a page that tells its severities',
    (id, rule) => {
      const page = read(`${id}.md`);
      const told = [
        ...(rule.severity.live === 'none' ? [] : [`living cluster: ${rule.severity.live}`]),
        ...(rule.severity.file === 'none' ? [] : [`file: ${rule.severity.file}`]),
      ];
      expect(page).toContain(`Harshest finding: ${told.join(', ')}.`);
      for (const part of ['## What it means', '## Why it matters', '## What to do', '## Source'])
        expect(page).toContain(part);
    },
  );

  it.each(Array.from({ length: 53 }, (_none, index) => `P${index + 1}`))(
    'row %s of the checks before a change has a rule, or a reason and a source why it has none',
    (row) => {
      const names = (cell: string | undefined): boolean => new RegExp(`\\b${row}\\b`).test(cell ?? '');
      const [rulesTable = '', others = ''] = read('README.md').split('## Rows, or parts of them');
      const ruled = rulesTable
        .split('\n')
        .filter((line) => line.startsWith('| [aks-') && names(line.split('|')[2]));
      const excused = others
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .filter(([, cell]) => names(cell));
      expect(ruled.length + excused.length).toBeGreaterThan(0);
      for (const [, , why = '', source = ''] of excused) {
        expect(why.length).toBeGreaterThan(40);
        expect(source).toMatch(/read 2026-|^none: /);
      }
    },
  );
});
