// Two native modules of VS Code are not built when no install script runs; plain JavaScript stands in for them.
// `@vscode/spdlog` matters: without it log files, and so every output channel, stay empty.
// Named exports are written as `exports.x = …`, because VS Code imports these CommonJS files from ESM.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const spdlog = `'use strict';
const fs = require('fs');
const path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const two = (n) => String(n).padStart(2, '0');
let level = 2;
class Logger {
  constructor(file) {
    this.level = level;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.fd = fs.openSync(file, 'a');
  }
  write(l, text) {
    if (l < this.level || this.fd === undefined) return;
    const d = new Date();
    const stamp = d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate()) + ' ' +
      d.toTimeString().slice(0, 8) + '.' + String(d.getMilliseconds()).padStart(3, '0');
    fs.writeSync(this.fd, this.raw ? text : stamp + ' [' + names[l] + '] ' + text + '\\n');
  }
  trace(m) { this.write(0, m); }
  debug(m) { this.write(1, m); }
  info(m) { this.write(2, m); }
  warn(m) { this.write(3, m); }
  error(m) { this.write(4, m); }
  critical(m) { this.write(5, m); }
  getLevel() { return this.level; }
  setLevel(l) { this.level = l; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() { if (this.fd !== undefined) { fs.closeSync(this.fd); this.fd = undefined; } }
}
const make = async (_name, file) => new Logger(file);
exports.version = 1;
exports.Logger = Logger;
exports.setLevel = (l) => { level = l; };
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;
`;

/** Ends a process whose parent has gone (the native one uses a thread). */
const watchdog = `'use strict';
exports.start = (pid) => {
  setInterval(() => { try { process.kill(Number(pid), 0); } catch { process.exit(87); } }, 3000).unref();
};
`;

/** Writes the stand-ins into the `node_modules` folder of an unpacked VS Code server. */
export function writeNativeStandIns(modules) {
  writeFileSync(path.join(modules, '@vscode', 'spdlog', 'index.js'), spdlog);
  writeFileSync(path.join(modules, '@vscode', 'native-watchdog', 'index.js'), watchdog);
}
