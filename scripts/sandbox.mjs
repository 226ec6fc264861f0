// `npm run sandbox [-- --scenario=NAME --speed=N --port=N]`: the sandbox behind https and http on this machine, for curl,
// the Azure CLI and other clients. Says how to connect, and runs until Ctrl+C. docs/sandbox.md is a tour.
import path from 'node:path';
import { loadBundled } from './bundled.mjs';
import { root } from './editor/place.mjs';

const { main } = await loadBundled('sandbox-server', 'scripts', 'sandbox', 'main.ts');
process.exit(await main(process.argv.slice(2), path.join(root, 'out')));
