// Facts of Azure that we read somewhere grow old: fails when one was last read more than nine months ago.
// core names them: `dated` in src/core/dated.ts, a list of { what, source, readOn: 'YYYY-MM-DD' }.
// With --warn an old one is told, and the exit code stays 0.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadBundled } from './bundled.mjs';
import { root } from './editor/place.mjs';

const onlyWarns = process.argv.includes('--warn');
const source = path.join(root, 'src', 'core', 'dated.ts');
const limitInMonths = 9;

const monthsSince = (day, now) => {
  const [year, month, date] = day.split('-').map(Number);
  return (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month - (now.getDate() < date ? 1 : 0);
};

if (!existsSync(source)) {
  console.error('dated: src/core/dated.ts does not exist yet');
  process.exitCode = onlyWarns ? 0 : 1;
} else {
  const now = new Date();
  const { dated: all } = await loadBundled('dated', 'src', 'core', 'dated.ts');
  const old = all.filter(({ readOn }) => monthsSince(readOn, now) >= limitInMonths);
  for (const { what, source: page, readOn } of old)
    console.error(`dated: ${what} was last read on ${readOn}. Read it again: ${page}`);
  if (old.length === 0) console.log(`dated: ${all.length} facts, none older than ${limitInMonths} months`);
  process.exitCode = old.length > 0 && !onlyWarns ? 1 : 0;
}
