import Mocha from 'mocha';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Called by VS Code inside the extension host: runs every test file beside this one. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false });
  for (const file of readdirSync(__dirname, { recursive: true }).map(String)) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  const report = process.env.IN_HOST_REPORT;
  if (report !== undefined) {
    mkdirSync(path.dirname(report), { recursive: true });
    writeFileSync(report, JSON.stringify({ passes, failures, pending }));
  }
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (passes === 0) throw new Error('No test was found');
}
