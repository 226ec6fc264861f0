import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house.js';

/** The host from which this machine's npm takes packages; a loopback name without a port would be found in any text. */
const ownRegistry = (): string | undefined => {
  const address = execFileSync('npm config get registry', {
    cwd: root,
    encoding: 'utf8',
    shell: true,
  }).trim();
  const host = URL.canParse(address) ? new URL(address).host : undefined;
  return host === 'localhost' || host === '127.0.0.1' ? undefined : host;
};

/** Folders of this machine that no other machine has. */
const ownFolders = [path.dirname(root), root, homedir()].filter(
  (folder) => folder !== path.parse(folder).root && folder !== tmpdir(),
);

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A path where it begins: `/app/` is not meant by `src/app/`. */
const pathAt = (folder: string): RegExp =>
  new RegExp(`(?:^|[\\s"'\`(=:])${escaped(folder)}${escaped(path.sep)}`, 'm');

/** Put together here, so that this file does not find itself. */
const wordsOf = (...parts: readonly string[]): string => parts.join('');

const words: readonly string[] = [
  ownRegistry(),
  wordsOf('registry.', 'npmjs.org'),
  wordsOf('_auth', 'Token='),
].filter((word) => word !== undefined);

const patterns: readonly RegExp[] = [
  ...ownFolders.map(pathAt),
  new RegExp(wordsOf('-----BEGIN ', '[A-Z ]*PRIVATE KEY', '-----')),
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  // A signed token: three parts, the first of which is JSON with "alg" or "typ".
  /\beyJ(?:hbGciOi|0eXAiOi)[\w-]+\.[\w-]+\.[\w-]{40,}/,
  /\bAccountKey=[A-Za-z0-9+/]{40,}/,
  // Someone's home.
  /(?:^|[\s"'`(=:])(?:\/home\/(?!runner\b)[a-z][\w.-]*|\/Users\/[A-Za-z][\w.-]*|[A-Z]:\\Users\\[A-Za-z][\w.-]*)[\\/]/m,
];

/** What a text gives away. */
const givenAway = (text: string): readonly string[] => [
  ...words.filter((word) => text.includes(word)),
  ...patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
];

const isProject = existsSync(path.join(root, '.git'));

describe.skipIf(!isProject)('the files of the project (skipped, because this is no git clone)', () => {
  const files = isProject
    ? execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
        cwd: root,
        encoding: 'utf8',
      })
        .split('\0')
        .filter((file) => file !== '' && existsSync(path.join(root, file)))
    : [];

  it('name no registry, no folder of this machine, and no secret', () => {
    expect(files).toContain('package-lock.json');
    const telling = files
      .filter((file) => statSync(path.join(root, file)).isFile())
      .map((file) => [file, givenAway(readFileSync(path.join(root, file), 'latin1'))] as const)
      .filter(([, found]) => found.length > 0);
    expect(telling).toEqual([]);
  });
});

describe('a text that gives something away is found', () => {
  it.each([
    ['a registry', wordsOf('"resolved": "https://registry.', 'npmjs.org/lit/-/lit-3.3.3.tgz"')],
    ['a folder of this machine', `"file": "${root}${path.sep}src${path.sep}extension.ts"`],
    ['a home', wordsOf('see /home', '/someone/notes.txt')],
    ['a key', wordsOf('-----BEGIN ', 'RSA PRIVATE KEY-----')],
    ['a token', wordsOf('eyJhbGciOiJSUzI1NiJ9.', 'eyJhdWQiOiJ4In0.', 'a'.repeat(86))],
  ])('%s', (_what, text) => {
    expect(givenAway(text)).not.toEqual([]);
  });

  it('but not an honest text', () => {
    expect(
      givenAway('Open the folder, then read docs/rules and https://learn.microsoft.com/azure/aks.'),
    ).toEqual([]);
  });
});
