// `npm run replay -- FILE...`: plays recordings of Azure against the sandbox, begun as each recording began, and compares
// status, headers that matter, the keys of bodies and the network profile. Exit code 1 where something differs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadBundled } from './bundled.mjs';
import { linesOf, summaryOf } from './replay/report.mjs';

const files = process.argv.slice(2).map((file) => path.resolve(file));
const { replayText } = await loadBundled('replay', 'test', 'sandbox', 'replay', 'file.ts');

const results = [];
for (const file of files) {
  const result = await replayText(readFileSync(file, 'utf8'));
  results.push(result);
  for (const line of linesOf(path.basename(file), result)) console.log(line);
}
const summary = summaryOf(results);
console.log(summary.line);
process.exitCode = summary.isGood ? 0 : 1;
