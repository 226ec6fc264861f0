// `npm run lint`: all that eslint.config.mjs refuses, in a third of the time that ESLint alone takes.
import { lintSteps } from './lint/steps.mjs';
import { runSteps } from './steps.mjs';

const results = await runSteps(lintSteps(process.argv.slice(2)));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
