// `npm run screenshots`: draws side bar, planner and a Bicep file in each theme, to be looked at. Writes out/screenshots/.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { browserOptions, ensureEditor, root } from './editor.mjs';

await ensureEditor();
await browserOptions();
const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
const child = spawn(process.execPath, [cli, 'test', '--project=screenshots', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
console.log(`The pictures are in ${path.join('out', 'screenshots')}.`);
