// `npm start`: VS Code with the extension loaded, on the sample workspace, with the sandbox as Azure.
// Does its own set-up, so it imports only Node's own modules until that is done.
import { setUp } from './set-up.mjs';

try {
  await setUp();
  const { openDesktop, serve } = await import('./open-sample.mjs');
  const isDesktop = !process.argv.includes('--web') && (await openDesktop());
  if (!isDesktop) await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
