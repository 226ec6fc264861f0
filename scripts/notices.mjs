// THIRD-PARTY-NOTICES.md: the licenses of what is really inside the bundles, taken from the bundler's metafiles.
// With --check nothing is written, and a difference is an error.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './editor/place.mjs';

const file = path.join(root, 'THIRD-PARTY-NOTICES.md');

/** The package folder of an input file: the part up to the package's name after the last `node_modules`. */
const packageFolder = (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

const bundledFolders = () => {
  const meta = path.join(root, 'dist', 'meta');
  const inputs = readdirSync(meta)
    .filter((name) => !name.startsWith('playground'))
    .flatMap((name) => Object.values(JSON.parse(readFileSync(path.join(meta, name), 'utf8')).outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => packageFolder(input));
  return [...new Set(inputs.filter((folder) => folder !== undefined))];
};

const licenseText = (folder) => {
  const name = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)([.-]|$)/i.test(entry));
  return name === undefined
    ? undefined
    : readFileSync(path.join(folder, name), 'utf8').trim().replaceAll('\r\n', '\n');
};

const notice = (relative) => {
  const folder = path.join(root, relative);
  const { name, version, license, homepage } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const text = licenseText(folder) ?? `Licensed under ${license}; the package carries no license file.`;
  return {
    key: `${name} ${version}`,
    text: `## ${name} ${version}\n\nLicense: ${license}${homepage ? `. ${homepage}` : ''}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  };
};

const byKey = new Map(
  bundledFolders()
    .map((folder) => notice(folder))
    .map(({ key, text }) => [key, text]),
);
const sections = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
const head =
  '# Third-party notices\n\nThe extension holds code of these packages. This page is generated: `npm run notices`.\n';
const text = [head, ...(sections.length === 0 ? ['None so far.\n'] : sections)].join('\n');

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log(`THIRD-PARTY-NOTICES.md: ${sections.length} packages`);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(
    'THIRD-PARTY-NOTICES.md does not tell what is in the bundles. Run: npm run build && npm run notices',
  );
  process.exitCode = 1;
}
