import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house.js';

const most = 300;

/** Files with more lines than one idea takes. ESLint sees the programs; the style sheets are seen here. */
const tooLong = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .filter((file) => readFileSync(path.join(root, folder, file), 'utf8').split('\n').length - 1 > most);

describe('a file has one idea', () => {
  it.each([
    ['webview', '.css'],
    ['src', '.ts'],
    ['scripts', '.mjs'],
  ])('in %s no file ending in %s is longer than 300 lines', (folder, ending) => {
    expect(tooLong(folder, ending)).toEqual([]);
  });
});
