import * as vscode from 'vscode';
import { checkFile } from '../diagnostics/check-file.js';
import { showDetails } from '../errors.js';
import type { Host } from '../host.js';
import { refusalText } from '../azure-words.js';
import { showRulePage } from '../rule-page.js';
import { text } from '../words.js';
import { argumentOf } from './argument.js';
import type { Command, CommandName } from './register.js';
import { chooseScenario, refresh, resetSandbox, signIn, useAzure } from './azure-choice.js';
import { changeOutboundType, copyAddresses, copyAzCommands, openInPortal, showEgress } from './egress.js';
import { abortOperation, resumeOperation, stopWatching } from './operations.js';
import { toldOf } from '../world-label.js';

/** What each command does. */
export const commandTable = {
  signIn,
  useSandbox: () => useAzure('sandbox'),
  useAzure: () => useAzure('azure'),
  refresh,
  changeOutboundType,
  showEgress,
  copyEgressAddresses: copyAddresses,
  copyAzCommands,
  openInPortal,
  resumeOperation,
  stopWatching,
  abortOperation,
  checkFile: (host) => checkFile(host.bicep),
  chooseSandboxScenario: chooseScenario,
  resetSandbox,
  showLog: (host) => host.log.show(),
  openWalkthrough: () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', 'aks-egress.aks-egress#start', false),
  showProblem,
  openRule: (host, argument) => showRulePage(host.extensionUri, typeof argument === 'string' ? argument : ''),
} as const satisfies Readonly<Record<CommandName, Command>>;

/** Azure's own words about a row that could not be read. */
async function showProblem(host: Host, argument: unknown): Promise<void> {
  const given = argumentOf(argument);
  const problem = given.kind === 'row' ? given.row.problem?.problem : host.explorer.trouble;
  if (problem === undefined) return;
  await showDetails(
    text(toldOf(host.world.kind(), problem.message)),
    problem.azure === undefined ? '' : refusalText(problem.azure),
  );
}
