// The two ways to open the sample workspace: an installed desktop VS Code, or the server build in a browser.
// Both keep their data in .vscode-test/ (or START_FOLDER), so that closing and starting again resumes.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, startEditor, windowAddress } from './editor.mjs';
import { quietSettings } from './editor/settings.mjs';
import { keptPort, servedPort } from './kept-address.mjs';

const kept = process.env.START_FOLDER ?? path.join(root, '.vscode-test');
const isWindows = process.platform === 'win32';

/** The first window shows where to begin. */
const newcomersSettings = { 'workbench.startupEditor': 'readme', 'workbench.reduceMotion': 'auto' };

/** The person may change the sample: they work on a copy, which later starts complete but never overwrite. */
const ownSample = () => {
  const workspace = path.join(kept, 'sample');
  cpSync(path.join(root, 'sample'), workspace, { recursive: true, force: false });
  return workspace;
};

const versionOf = (text) => /^(\d+)\.(\d+)\.(\d+)/m.exec(text)?.slice(1, 4).map(Number);

const isAtLeast = (version, floor) => {
  const at = version.findIndex((part, index) => part !== floor[index]);
  return at === -1 || version[at] > floor[at];
};

/** An installed desktop VS Code that is new enough for the extension; undefined where there is none. */
export function findDesktop(env = process.env) {
  // In a remote terminal `code` talks to the window on another machine, which does not see this folder as its own.
  if (env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const floor = versionOf(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.vscode.replace('^', ''),
  );
  const candidates = [
    env.VSCODE_BIN,
    'code',
    'code-insiders',
    'codium',
    '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  ].filter((name) => name !== undefined);
  return candidates.find((name) => {
    const asked = spawnSync(isWindows ? `"${name}"` : name, ['--version'], {
      encoding: 'utf8',
      shell: isWindows,
      env,
    });
    const version = asked.status === 0 ? versionOf(asked.stdout) : undefined;
    return version !== undefined && isAtLeast(version, floor);
  });
}

/** Opens the desktop editor; answers false where none is installed. */
export async function openDesktop() {
  const program = findDesktop();
  if (program === undefined) return false;
  const data = path.join(kept, 'desktop');
  const settings = path.join(data, 'User', 'settings.json');
  mkdirSync(path.dirname(settings), { recursive: true });
  if (!existsSync(settings))
    writeFileSync(settings, JSON.stringify({ ...quietSettings, ...newcomersSettings }, null, 2));
  const argv = [
    '--new-window',
    '--disable-extensions',
    '--disable-workspace-trust',
    `--user-data-dir=${data}`,
    `--extensionDevelopmentPath=${root}`,
    ownSample(),
  ];
  console.log(`Opening ${program} with AKS Egress and the sample workspace …`);
  const quoted = (text) => (isWindows ? `"${text}"` : text);
  const child = spawn(quoted(program), argv.map(quoted), { stdio: 'inherit', shell: isWindows });
  process.exitCode = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 0));
  });
  return true;
}

const showInBrowser = (url) => {
  if (process.env.CI !== undefined || !process.stdout.isTTY) return;
  const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  const child = spawn(opener[0], [...opener.slice(1), url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};

/** Serves the editor to a browser until it is stopped. */
export async function serve() {
  const served = await servedPort(kept);
  if (served !== undefined) {
    // Two servers on one data folder would overwrite each other's state.
    const url = windowAddress(`http://127.0.0.1:${served}`, { workspace: ownSample(), forTests: false });
    console.log(`AKS Egress is already running:\n\n  ${url}\n`);
    showInBrowser(url);
    return;
  }
  console.log('Starting VS Code in the browser …');
  const editor = await startEditor({
    workspace: ownSample(),
    extension: root,
    dataFolder: path.join(kept, 'server'),
    port: await keptPort(kept),
    forTests: false,
    settings: newcomersSettings,
  });
  const stop = () => editor.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  console.log(
    `VS Code is running with AKS Egress and the sample workspace:\n\n  ${editor.url}\n\nCtrl+C stops it.`,
  );
  showInBrowser(editor.url);
  await editor.ended;
}
