import * as vscode from 'vscode';
import { guarded, type WaysOn } from '../errors.js';
import type { Host } from '../host.js';

/** Every command of package.json, by its id behind `aksEgress.`. What they do is loaded when one is first run. */
export const commandNames = [
  'signIn',
  'useSandbox',
  'useAzure',
  'refresh',
  'changeOutboundType',
  'showEgress',
  'copyEgressAddresses',
  'copyAzCommands',
  'openInPortal',
  'resumeOperation',
  'stopWatching',
  'abortOperation',
  'checkFile',
  'chooseSandboxScenario',
  'resetSandbox',
  'showLog',
  'openWalkthrough',
  'showProblem',
  'openRule',
] as const;

export type CommandName = (typeof commandNames)[number];

export type Command = (host: Host, argument: unknown) => unknown;

/** Loads what the commands do. */
export type LoadCommands = () => Promise<{
  readonly commandTable: Readonly<Record<CommandName, Command>>;
}>;

/** Registers every command behind the one error boundary. */
export function registerCommands(host: Host, load: LoadCommands, ways: WaysOn): readonly vscode.Disposable[] {
  return commandNames.map((name) =>
    vscode.commands.registerCommand(`aksEgress.${name}`, (argument: unknown) =>
      guarded(name, async () => (await load()).commandTable[name](host, argument), ways),
    ),
  );
}
