// The browser for tests: one of this machine, else Playwright's own, else a Chromium that comes from npm (Linux x64).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { spawn } from 'node:child_process';
import { fetchOnce, npmInstall, runToEnd } from './fetch-once.mjs';
import { cacheFolder } from './place.mjs';

const chromium = '@sparticuz/chromium';
const version = '147.0.2';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const ofThisMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const playwrightsOwn = () => {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
};

const unpackTar = (bytes, folder) =>
  new Promise((resolve, reject) => {
    const tar = spawn('tar', ['xf', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
    tar.once('error', reject);
    tar.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))));
    tar.stdin.end(bytes);
  });

// Common monospaced fonts: a configuration of its own knows no generic names, and code would be drawn in any font.
const monospaced = ['JetBrains Mono', 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono', 'Ubuntu Mono'];

// Without a font the browser dies at the first text field; the folder that fonts.conf names must exist.
const fontsConf = (folder) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(folder, 'fontcache')}</cachedir>
<alias binding="same"><family>monospace</family><prefer>${monospaced.map((name) => `<family>${name}</family>`).join('')}</prefer></alias></fontconfig>
`;

const surroundings = (folder) => ({
  ...process.env,
  LD_LIBRARY_PATH: path.join(folder, 'sys', 'lib'),
  FONTCONFIG_PATH: path.join(folder, 'fonts'),
});

async function build(folder) {
  await npmInstall(folder, `${chromium}@${version}`);
  const unpack = `import c from '${chromium}'; await c.executablePath();`;
  await runToEnd(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
  });
  // NSS, which a bare Debian lacks.
  const libraries = path.join(folder, 'node_modules', ...chromium.split('/'), 'bin', 'al2023.tar.br');
  mkdirSync(path.join(folder, 'sys'), { recursive: true });
  await unpackTar(brotliDecompressSync(readFileSync(libraries)), path.join(folder, 'sys'));
  mkdirSync(path.join(folder, 'fonts'), { recursive: true });
}

/** Launch options for Playwright; fetches a browser when the machine has none. NPM_BROWSER=1 takes npm's in any case. */
export async function browserOptions() {
  const candidates = process.env.NPM_BROWSER
    ? []
    : [process.env.CHROME_PATH, ...ofThisMachine, playwrightsOwn()];
  const found = candidates.find((file) => file && existsSync(file));
  if (found) return { executablePath: found, args: flags };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or name one in CHROME_PATH.');
  }
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  await fetchOnce({
    folder,
    stamp: `${chromium} ${version}, recipe 1`,
    needs: ['chromium', path.join('sys', 'lib')],
    title: `Chromium ${version}`,
    build,
    check: (part) => runToEnd(path.join(part, 'chromium'), ['--version'], { env: surroundings(part) }),
  });
  // Written at each use: it names its own folder, which a shared cache may have moved.
  const conf = path.join(folder, 'fonts', 'fonts.conf');
  if (!existsSync(conf) || readFileSync(conf, 'utf8') !== fontsConf(folder))
    writeFileSync(conf, fontsConf(folder));
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...flags, '--headless=shell'],
    env: surroundings(folder),
  };
}
