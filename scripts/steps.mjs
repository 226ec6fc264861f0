// Runs programs side by side, keeps their output, and tells the result of each in one line.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './editor/place.mjs';

/** Runs one step: `{ name, argv }` under this Node, from the project's folder, once its `ready` has resolved. */
export async function runStep({ ready, ...step }) {
  await ready;
  console.log(`...    ${step.name}`);
  return runNow(step);
}

const runNow = ({ name, argv, env = {} }) =>
  new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(process.execPath, argv, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (bytes) => (output += bytes));
    child.stderr.on('data', (bytes) => (output += bytes));
    const end = (ok, said) => resolve({ name, ok, output: said, seconds: (Date.now() - startedAt) / 1000 });
    child.once('error', (error) => end(false, `${output}\n${error.message}`));
    child.once('close', (code) => end(code === 0, output));
  });

const tell = ({ name, ok, output, seconds }) => {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!ok) console.log(output.trim().replace(/^/gm, '       | '));
};

/** Nobody has to wonder for longer whether something still goes on. */
const signOfLifeInMs = 10_000;

/** Runs steps, the first ones first, as many at once as there are cores; answers their results in order. */
export async function runSteps(steps, atOnce = Math.min(4, availableParallelism())) {
  const results = [];
  const running = new Map();
  const seconds = (since) => Math.round((Date.now() - since) / 1000);
  const ticking = setInterval(() => {
    const parts = [...running].map(([name, since]) => `${name} ${seconds(since)} s`);
    if (parts.length > 0) console.log(`       still running: ${parts.join(', ')}`);
  }, signOfLifeInMs);
  const waiting = steps.map((step, index) => ({ step, index }));
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      running.set(next.step.name, Date.now());
      const result = await runStep(next.step);
      running.delete(next.step.name);
      tell(result);
      results[next.index] = result;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  clearInterval(ticking);
  return results;
}
