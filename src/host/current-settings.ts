import * as vscode from 'vscode';
import { narrowSettings, type Settings } from './settings.js';
import { text } from './words.js';

/** The settings as they are now, and word of every change. */
export interface CurrentSettings {
  now(): Settings;
  onDidChange(listener: (settings: Settings, before: Settings) => void): { dispose(): unknown };
}

/** Watches settings.json; what is not understood there is told once for each value. */
export function watchSettings(subscriptions: { dispose(): unknown }[]): CurrentSettings {
  const changed = new vscode.EventEmitter<readonly [Settings, Settings]>();
  const told = new Set<string>();
  const read = (): Settings => {
    const configuration = vscode.workspace.getConfiguration('aksEgress');
    const { settings, problems } = narrowSettings((name) => configuration.get<unknown>(name));
    const news = problems.map(text).filter((problem) => !told.has(problem));
    for (const problem of news) told.add(problem);
    if (news.length > 0) void vscode.window.showWarningMessage(news.join('\n'));
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
    onDidChange: (listener) => changed.event(([now, before]) => listener(now, before)),
  };
}
