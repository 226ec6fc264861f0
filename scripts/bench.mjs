// `npm run bench [-- name…]`: runs test/bench/*.bench.mjs one after the other and prints a table.
// Such a file exports `bench()`, which answers rows { what, value, unit, limit? }; a value over its limit is marked.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll } from '../esbuild.mjs';
import { root } from './editor/place.mjs';

process.chdir(root);
await buildAll();
const folder = path.join(root, 'test', 'bench');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));

const rows = [];
for (const file of files) {
  console.error(`${file} …`);
  const { bench } = await import(pathToFileURL(path.join(folder, file)).href);
  for (const row of await bench()) rows.push({ from: path.basename(file, '.bench.mjs'), ...row });
}

const figure = ({ value }) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
const isOver = ({ value, limit }) => limit !== undefined && value > limit;
const cells = rows.map((row) => [
  row.from,
  row.what,
  figure(row),
  row.unit,
  row.limit === undefined ? '' : `${isOver(row) ? 'OVER ' : ''}<= ${row.limit}`,
]);
const head = ['Benchmark', 'What', 'Value', 'Unit', 'Limit'];
const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column].length)));
const line = (row) =>
  `| ${row.map((text, column) => (column === 2 ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join(' | ')} |`;
console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n'));
process.exitCode = rows.length === 0 || rows.some(isOver) ? 1 : 0;
