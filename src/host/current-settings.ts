import * as vscode from 'vscode';
import { say, type Message } from '../core/message.js';
import { narrowSettings, type Settings } from './settings.js';
import { text } from './words.js';

/** The settings as they are now, and word of every change. */
export interface CurrentSettings {
  now(): Settings;
  /** The rules that count for one file: in a window of several folders each may have its own. */
  rulesFor(uri: vscode.Uri): Settings['rules'];
  /** Says what is wrong with the settings, each thing once. */
  tell(problems: readonly Message[]): void;
  onDidChange(listener: (settings: Settings, before: Settings) => void): { dispose(): unknown };
}

/** Watches settings.json; what is not understood there is told once for each value. */
export function watchSettings(subscriptions: { dispose(): unknown }[]): CurrentSettings {
  const changed = new vscode.EventEmitter<readonly [Settings, Settings]>();
  const told = new Set<string>();
  const tellOnce = (problems: readonly Message[], ways: readonly Way[] = []): void => {
    const news = problems.map(text).filter((problem) => !told.has(problem));
    for (const problem of news) told.add(problem);
    if (news.length > 0) void tell(news.join('\n'), ways);
  };
  const read = (): Settings => {
    const configuration = vscode.workspace.getConfiguration('aksEgress');
    const { settings, problems } = narrowSettings((name) => configuration.get<unknown>(name));
    // Where no Azure is chosen, the way out stands beside the words.
    tellOnce(problems, settings.azure === 'none' ? waysToAzure : []);
    return settings;
  };
  let settings = read();
  subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('aksEgress')) return;
      const before = settings;
      settings = read();
      changed.fire([settings, before]);
    }),
    // What a restricted workspace could not choose counts as soon as it is trusted.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      const before = settings;
      settings = read();
      changed.fire([settings, before]);
    }),
  );
  return {
    now: () => settings,
    rulesFor: (uri) => {
      const configuration = vscode.workspace.getConfiguration('aksEgress', uri);
      return narrowSettings((name) => configuration.get<unknown>(name)).settings.rules;
    },
    tell: (problems) => tellOnce(problems),
    onDidChange: (listener) => changed.event(([now, before]) => listener(now, before)),
  };
}

async function tell(problems: string, ways: readonly Way[]): Promise<void> {
  const buttons = ways.map(([words]) => text(words));
  const chosen = await vscode.window.showWarningMessage(problems, ...buttons);
  const way = chosen === undefined ? undefined : ways[buttons.indexOf(chosen)];
  if (way !== undefined) await vscode.commands.executeCommand(way[1]);
}

type Way = readonly [words: Message, command: string];

const waysToAzure: readonly Way[] = [
  [say('Use the Sandbox'), 'aksEgress.useSandbox'],
  [say('Use Azure'), 'aksEgress.useAzure'],
];
