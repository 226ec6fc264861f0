import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import { humanError } from '../errors.js';
import { text } from '../words.js';
import type { BicepChecks } from './bicep-checks.js';
import { isBicep } from './documents.js';

/** The command "Check This File": says what was found, also when that is nothing. */
export async function checkFile(checks: BicepChecks): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isBicep(document))
    throw humanError(say('Open a Bicep file first: the file in the active editor is checked.'));
  if (!checks.isEnabled)
    throw humanError(say('Checking Bicep files is turned off by the setting aksEgress.bicep.enabled.'));
  const checked = await checks.check(document);
  if (checks.diagnosticsOf(document.uri).length > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const clusters = checked?.analysis.clusters.length ?? 0;
  const message =
    clusters === 0
      ? say('This file declares no AKS cluster, so there is nothing to check.')
      : say('Nothing wrong was found in the egress settings of this file.');
  // The command is done when the file is checked, not when the message has been read.
  void vscode.window.showInformationMessage(text(message));
}
