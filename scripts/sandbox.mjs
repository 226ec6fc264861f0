// `npm run sandbox [-- --scenario=NAME --speed=N --port=N]`: the sandbox behind https and http on this machine, for curl,
// the Azure CLI and other clients. Says how to connect, and runs until Ctrl+C. docs/sandbox.md is a tour.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './editor/place.mjs';

const outfile = path.join(root, 'out', 'sandbox-server.cjs');
await build({
  entryPoints: [path.join(root, 'scripts', 'sandbox', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
const { main } = createRequire(import.meta.url)(outfile);
process.exit(await main(process.argv.slice(2), path.join(root, 'out')));
