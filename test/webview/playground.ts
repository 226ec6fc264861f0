import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { browserOptions } from '../../scripts/editor.mjs';
import type { Intent } from '../../src/wizard/intent.js';
import { hashOf, type View } from '../../webview/playground/address.js';
import { builtPage } from './built.js';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const nonce = 'of-this-test';

/** Serves the built playground under the policy that the product's webview has. */
function serve(folder: string): Server {
  return createServer((request, response) => {
    const { pathname, host } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const kind = kinds[path.extname(pathname)];
    if (kind === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = readFileSync(path.join(folder, path.basename(pathname)));
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src http://${host} 'nonce-${nonce}'; frame-src http://${host}`;
    response.writeHead(200, { 'content-type': kind, 'content-security-policy': policy });
    response.end(kind === 'text/html' ? String(body).replace('<script', `<script nonce="${nonce}"`) : body);
  });
}

/** The built playground in a browser, one window for all tests of a file. */
export interface Playground {
  readonly page: Page;
  /** Where the bundles are. */
  readonly folder: string;
  /** Opens the planner's frame alone, as new, on a state. */
  open(state: string, theme?: View['theme']): Promise<void>;
  /** The host's next state, in the page that is there already. */
  next(state: string, theme?: View['theme']): Promise<void>;
  /** Opens the shell: the list of states around the frame. */
  openShell(): Promise<void>;
  /** Intents since the page was opened, without its `ready`. */
  intents(): Promise<readonly Intent[]>;
  /** The footer's one next act. */
  readonly nextAct: Locator;
  /** What went wrong since it was asked last: policy violations, errors, requests that were refused. */
  troubles(): readonly string[];
  close(): Promise<void>;
}

export async function openPlayground(): Promise<Playground> {
  const { folder, dispose } = await builtPage();
  const server = serve(folder);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const browser: Browser = await chromium.launch(await browserOptions());
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.setDefaultTimeout(5000);
  const troubles: string[] = [];
  const opened = { times: 0 };
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  await page.addInitScript(listenForIntents);

  const hash = (state: string, theme: View['theme']): string => hashOf({ state, theme });
  return {
    page,
    folder,
    async open(state, theme = 'light') {
      // Another address each time: else only the hash would differ, and the page would stay.
      opened.times += 1;
      await page.goto(`${origin}/playground.html?frame&time=${opened.times}${hash(state, theme)}`);
      await page.locator('.planner').waitFor();
    },
    next: async (state, theme = 'light') => page.evaluate(showNext, hash(state, theme)),
    async openShell() {
      await page.goto(`${origin}/playground.html`);
    },
    intents: () => page.evaluate(allIntents),
    nextAct: page.locator('footer egress-button[appearance="primary"]'),
    troubles: () => troubles.splice(0),
    async close() {
      await browser.close();
      server.close();
      dispose();
    },
  };
}

declare global {
  interface Window {
    /** All that the page said, in order. */
    heardIntents: Intent[];
    /** Whether a picture stood before the host's first answer. */
    drawnBeforeAnswer?: boolean;
  }
}

/** Messages come in order: when our own has come, all that was posted before it is there. */
function allIntents(): Promise<readonly Intent[]> {
  return new Promise((resolve) => {
    const heard = ({ data }: MessageEvent<unknown>): void => {
      if (data !== 'flush') return;
      window.removeEventListener('message', heard);
      resolve(window.heardIntents.filter(({ kind }) => kind !== 'ready'));
    };
    window.addEventListener('message', heard);
    window.postMessage('flush', '*');
  });
}

function listenForIntents(): void {
  window.heardIntents = [];
  window.addEventListener('message', ({ data }: MessageEvent<Heard | null>) => {
    if (data?.kind === 'intent' && data.intent !== undefined) window.heardIntents.push(data.intent);
    if (data?.type === 'state') window.drawnBeforeAnswer ??= document.querySelector('h1') !== null;
  });
}

interface Heard {
  readonly kind?: string;
  readonly intent?: Intent;
  readonly type?: string;
}

/** Changes the state and waits until it is drawn: the toolkit's controls take new values with the next frame. */
function showNext(hash: string): Promise<void> {
  if (location.hash === hash) return Promise.resolve();
  return new Promise((resolve) => {
    const heard = ({ data }: MessageEvent<Heard | null>): void => {
      if (data?.type !== 'state') return;
      window.removeEventListener('message', heard);
      requestAnimationFrame(() => resolve());
    };
    window.addEventListener('message', heard);
    location.hash = hash;
  });
}
