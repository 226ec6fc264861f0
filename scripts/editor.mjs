// Starts a real VS Code (its server build) with an extension loaded, for tests and for `npm start`.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './editor/place.mjs';
import { freePort } from './editor/port.mjs';
import { descendants } from './editor/processes.mjs';
import { forgetfulSettings, quietSettings, testKeybindings } from './editor/settings.mjs';
import { ensureEditor } from './editor/vscode-server.mjs';

export { browserOptions } from './editor/browser.mjs';
export { root } from './editor/place.mjs';
export { freePort } from './editor/port.mjs';
export { resetKey } from './editor/settings.mjs';
export { ensureEditor } from './editor/vscode-server.mjs';

const writeUserFiles = (data, settings, forTests) => {
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const settingsFile = path.join(user, 'settings.json');
  // In a kept folder the person's own settings stay.
  if (!existsSync(settingsFile) || forTests) writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  if (forTests) writeFileSync(path.join(user, 'keybindings.json'), JSON.stringify(testKeybindings));
  return settingsFile;
};

/** "Installed": a link in the extensions folder. Unlike a development extension it needs no test driver, which hides notifications. */
const linkExtension = (folder, extension) => {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  const link = path.join(folder, `${publisher}.${name}-${version}`);
  rmSync(link, { recursive: true, force: true });
  symlinkSync(extension, link, 'junction');
};

const untilListening = (child, output, log) =>
  new Promise((resolve, reject) => {
    const impatient = setTimeout(
      () => reject(new Error(`The editor did not start in 60 s.\n${output.text}`)),
      60_000,
    );
    const hear = (bytes) => {
      output.text += bytes;
      log?.(String(bytes));
      if (!output.text.includes('Extension host agent listening')) return;
      clearTimeout(impatient);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(impatient);
      reject(new Error(`The editor stopped (${code}).\n${output.text}`));
    });
  });

/**
 * Starts an editor; it ends with this process, however that ends. See editor.d.mts for the options.
 */
export async function startEditor({
  which = 'newest',
  workspace,
  settings = {},
  extension,
  extensionsFolder,
  development,
  tests,
  port,
  dataFolder,
  trust = false,
  env = {},
  log,
  forTests = true,
} = {}) {
  const editor = await ensureEditor(which);
  const ownPort = await freePort(port);
  const data = dataFolder ?? mkdtempSync(path.join(tmpdir(), 'aks-egress-editor-'));
  const allSettings = {
    ...quietSettings,
    ...(forTests ? forgetfulSettings : {}),
    'security.workspace.trust.enabled': trust,
    ...settings,
  };
  const settingsFile = writeUserFiles(data, allSettings, forTests);
  const extensions = extensionsFolder ?? path.join(data, 'extensions');
  mkdirSync(extensions, { recursive: true });
  if (extension !== undefined) linkExtension(extensions, extension);

  const argv = [
    editor.main,
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(ownPort),
      '--without-connection-token',
      '--accept-server-license-terms',
    ],
    ...[
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--telemetry-level',
      'off',
      '--reconnection-grace-time',
      '1',
    ],
    ...(trust ? [] : ['--disable-workspace-trust']),
    // In a built product the payload's development and test paths count only with this switch.
    ...(development === undefined ? [] : ['--enable-smoke-test-driver']),
  ];
  const order = {
    node: editor.node,
    argv,
    env: { EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_CWD: workspace ?? data, ...env },
    ...(dataFolder === undefined ? { temporary: data } : {}),
  };
  const keeper = spawn(
    process.execPath,
    [path.join(root, 'scripts', 'editor', 'keeper.mjs'), JSON.stringify(order)],
    {
      // Ctrl+C of a terminal goes to the runner; the keeper learns of it through its standard input.
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  keeper.stdin.on('error', () => undefined);
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  const output = { text: '' };
  await untilListening(keeper, output, log);

  const end = async (sudden) => {
    if (keeper.exitCode === null && keeper.signalCode === null) keeper.stdin.end(sudden ? 'kill' : '');
    await ended;
  };
  const origin = `http://127.0.0.1:${ownPort}`;
  return {
    url: windowAddress(origin, { workspace, development, tests, forTests }),
    origin,
    port: ownPort,
    keeperPid: keeper.pid,
    data,
    settingsFile,
    output: () => output.text,
    ended,
    close: () => end(false),
    kill: () => end(true),
    killExtensionHost: () => killExtensionHost(keeper.pid),
  };
}

/** The address of a window of the editor at `origin`. */
export const windowAddress = (origin, { workspace, development, tests, forTests = true }) => {
  const inside = (file) => `vscode-remote://${new URL(origin).host}${encodeURI(file.replaceAll('\\', '/'))}`;
  const payload = [
    // A newcomer's first window shows the sample's README; a test's window shows nothing.
    ...(forTests ? [['skipWelcome', 'true']] : []),
    ['skipReleaseNotes', 'true'],
    ...(development === undefined ? [] : [['extensionDevelopmentPath', inside(development)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', inside(tests)]]),
  ];
  const folder = workspace === undefined ? '' : `folder=${encodeURIComponent(workspace)}&`;
  return `${origin}/?${folder}payload=${encodeURIComponent(JSON.stringify(payload))}`;
};

const killExtensionHost = (keeperPid) => {
  const hosts = descendants(keeperPid).filter(({ command }) => command.includes('--type=extensionHost'));
  for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  if (hosts.length === 0) throw new Error('No extension host is running: open a window first.');
  return hosts.length;
};
