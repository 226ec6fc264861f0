import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/editor.mjs';

const pagesIn = (folder: string): readonly string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.md'))
        .map((file) => path.join(folder, file))
    : [];

const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md') && file !== 'THIRD-PARTY-NOTICES.md'),
  ...pagesIn('docs'),
  ...pagesIn('sample'),
  ...pagesIn('media'),
];

describe('the pages', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const local = links
      .filter((link) => !/^(https?:|mailto:|#|command:)/.test(link))
      .map((link) => link.replace(/#.*/, ''));
    expect(local.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  it('ARCHITECTURE.md stays short enough to be read', () => {
    const lines = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8').split('\n');
    expect(lines.length).toBeLessThanOrEqual(150);
  });

  it('README.md gives the two commands', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });
});
