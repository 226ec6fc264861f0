// The parts of README.md that the manifest knows better: settings and commands. `npm run docs` writes them;
// with --check nothing is written, and a difference is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './editor/place.mjs';

const readJson = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const manifest = readJson('package.json');
const words = existsSync(path.join(root, 'package.nls.json')) ? readJson('package.nls.json') : {};

/** `%key%` stands for words in package.nls.json. */
const said = (text) => {
  const key = /^%(.+)%$/.exec(text ?? '')?.[1];
  const found = key === undefined ? text : words[key];
  return (typeof found === 'string' ? found : (found?.message ?? ''))
    .replaceAll('\n', ' ')
    .replaceAll('|', '\\|');
};

const table = (head, rows) =>
  rows.length === 0
    ? 'None so far.'
    : [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const settings = [manifest.contributes.configuration ?? []]
  .flat()
  .flatMap(({ properties = {} }) => Object.entries(properties))
  .map(([name, { default: fallback, markdownDescription, description, enum: choices }]) => [
    `\`${name}\``,
    choices === undefined
      ? `\`${JSON.stringify(fallback)}\``
      : choices.map((one) => (one === fallback ? `**\`${one}\`**` : `\`${one}\``)).join(', '),
    said(markdownDescription ?? description),
  ]);

const hidden = new Set(
  (manifest.contributes.menus?.commandPalette ?? [])
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command),
);
const commands = (manifest.contributes.commands ?? [])
  .filter(({ command }) => !hidden.has(command))
  .map(({ category, title }) => [category === undefined ? said(title) : `${said(category)}: ${said(title)}`]);

const parts = {
  settings: table(['Setting', 'Values, the default in bold', 'What it does'], settings),
  commands: commands.length === 0 ? 'None so far.' : commands.map(([title]) => `- ${title}`).join('\n'),
};

const file = path.join(root, 'README.md');
const before = readFileSync(file, 'utf8');
const filled = Object.entries(parts).reduce((text, [name, part]) => {
  const between = new RegExp(`(<!-- ${name}: npm run docs -->\n)[^]*?(<!-- end of ${name} -->)`);
  if (!between.test(text)) throw new Error(`README.md has no place for ${name}.`);
  return text.replace(between, (_all, start, end) => `${start}\n${part}\n\n${end}`);
}, before);
const after = await format(filled, { ...(await resolveConfig(file)), filepath: file });

if (after === before) console.log('README.md tells what the manifest tells');
else if (process.argv.includes('--check')) {
  console.error('README.md differs from the manifest. Run: npm run docs');
  process.exitCode = 1;
} else {
  writeFileSync(file, after);
  console.log('README.md: settings and commands written');
}
