// The address of `npm start` stays the same between starts, because the browser keeps a window's state by address.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './editor/port.mjs';

const fileIn = (folder) => path.join(folder, 'port');

const portBefore = (folder) => {
  const file = fileIn(folder);
  const port = Number(process.env.PORT ?? (existsSync(file) ? readFileSync(file, 'utf8') : NaN));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
};

/** The port on which an earlier start still serves; undefined where none does. */
export async function servedPort(folder) {
  const port = portBefore(folder);
  if (port === undefined) return undefined;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(2000) });
    // VS Code's server answers with the commit that it was built from.
    return /^[0-9a-f]{40}$/.test(await answer.text()) ? port : undefined;
  } catch {
    return undefined;
  }
}

/** The port to serve on: the one of the last start, unless another program has it now. */
export async function keptPort(folder) {
  const before = portBefore(folder);
  const port = await freePort(before);
  if (before !== undefined && port !== before)
    console.error(`Port ${before} is taken by another program; ${port} is used instead.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileIn(folder), String(port));
  return port;
}
