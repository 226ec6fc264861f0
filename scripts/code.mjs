#!/usr/bin/env node
// Stands in for the desktop `code` binary in @vscode/test-electron: the same arguments, but the server build does the work.
import { chromium } from '@playwright/test';
import { browserOptions, startEditor } from './editor.mjs';

const argv = process.argv.slice(2);
const option = (name) =>
  argv
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.split('=')
    .slice(1)
    .join('=');

// What VS Code says to itself on every start; VERBOSE=1 shows it.
const noise =
  /socket|connection token|builtin extensions|Service Worker|AgentHost|AccountPolicy|search provider|grace time|Canceled/i;
const patienceInMs = 120_000;

const editor = await startEditor({
  workspace: argv.find((arg) => !arg.startsWith('-')),
  development: option('extensionDevelopmentPath'),
  tests: option('extensionTestsPath'),
});
const browser = await chromium.launch(await browserOptions());
const page = await browser.newPage();

const exitCode = await new Promise((resolve) => {
  const tell = (_kind, args) => {
    if (process.env.VERBOSE || !noise.test(args.join(' '))) console.log(...args);
  };
  const impatient = setTimeout(() => {
    console.error(`No answer from the suite in ${patienceInMs / 1000} s.\n${editor.output()}`);
    resolve(1);
  }, patienceInMs);
  // VS Code itself calls these two in the window of a test run.
  page
    .exposeFunction('codeAutomationLog', tell)
    .then(() =>
      page.exposeFunction('codeAutomationExit', (code) => {
        clearTimeout(impatient);
        resolve(code);
      }),
    )
    .then(() => page.goto(editor.url))
    .catch((error) => {
      console.error(error);
      resolve(1);
    });
});
await browser.close();
await editor.close();
process.exit(exitCode);
