import * as vscode from 'vscode';
import { say } from '../../core/message.js';
import { humanError } from '../errors.js';
import { text } from '../words.js';
import type { BicepChecks } from './bicep-checks.js';
import { isBicep } from './documents.js';

/**
 * The command "Check This File": says what was found, also when that is nothing. Where no Bicep file is in the active
 * editor, it asks which one.
 */
export async function checkFile(checks: BicepChecks): Promise<void> {
  if (!checks.isEnabled)
    throw humanError(say('Checking Bicep files is turned off by the setting aksEgress.bicep.enabled.'));
  const active = vscode.window.activeTextEditor?.document;
  const document = active !== undefined && isBicep(active) ? active : await pickedFile();
  if (document === undefined) return;
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

/** More than a person would look through; the list says where each lies. */
const mostOffered = 500;

/** A Bicep file of the workspace, opened; undefined when the question was closed. */
async function pickedFile(): Promise<vscode.TextDocument | undefined> {
  const found = await vscode.workspace.findFiles(
    '**/*.{bicep,bicepparam}',
    '**/node_modules/**',
    mostOffered,
  );
  if (found.length === 0)
    throw humanError(say('There is no Bicep file in this folder. Open one, then check it.'));
  const items = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: text(say('Choose the Bicep file to check')),
  });
  if (picked === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(picked.uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}
