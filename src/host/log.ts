import * as vscode from 'vscode';
import { redact } from './redact.js';

/** Where the host tells what it does. Nothing secret gets in. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
  show(): void;
}

/** The output channel "AKS Egress"; opened with it, closed with it. */
export function openLog(subscriptions: { dispose(): unknown }[]): Log {
  const channel = vscode.window.createOutputChannel('AKS Egress', { log: true });
  subscriptions.push(channel);
  return {
    info: (line) => channel.info(redact(line)),
    warn: (line) => channel.warn(redact(line)),
    error: (line) => channel.error(redact(line)),
    show: () => channel.show(),
  };
}
