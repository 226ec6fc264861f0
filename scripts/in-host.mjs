// Runs test/in-host inside an extension host, through @vscode/test-electron.
// The editor is VS Code's server build; with EDITOR_KIND=desktop a desktop VS Code is downloaded instead.
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forgetCounts, keepCounts, reportFile, withNoneAsFailure } from './counts.mjs';
import { root } from './editor/place.mjs';

const tier = 'in-host';
const source = path.join(root, 'test', 'in-host');
const outdir = path.join(root, 'out', 'in-host');

async function bundleSuite() {
  rmSync(outdir, { recursive: true, force: true });
  const files = readdirSync(source, { recursive: true }).map(String);
  await build({
    entryPoints: [
      path.join(source, 'suite.ts'),
      ...files.filter((file) => file.endsWith('.test.ts')).map((file) => path.join(source, file)),
    ],
    outdir,
    outbase: source,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { passes, failures, pending } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: passes, failed: failures, skipped: pending };
}

forgetCounts(tier);
await bundleSuite();
const workspace = mkdtempSync(path.join(tmpdir(), 'aks-egress-in-host-'));
cpSync(path.join(root, 'sample'), workspace, { recursive: true });
const isDesktop = process.env.EDITOR_KIND === 'desktop';
let went;
try {
  went = await runTests({
    ...(isDesktop ? { version: 'stable' } : { vscodeExecutablePath: path.join(root, 'scripts', 'code.mjs') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(outdir, 'suite.cjs'),
    extensionTestsEnv: { IN_HOST_REPORT: reportFile(tier) },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error.message);
  went = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
const counts = withNoneAsFailure(countsOf(reportFile(tier)));
keepCounts(tier, counts);
console.log(`in-host: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 || went !== 0 ? 1 : 0;
