import * as vscode from 'vscode';
import { say } from '../core/message.js';
import { humanError } from './errors.js';

/** Words and dashes only, as all rules are named: nothing else gets into a path. */
const ruleName = /^aks-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Shows the page of a rule. The pages are packed with the extension: they belong to this version's rules, and
 * they are there without a network.
 */
export async function showRulePage(extensionUri: vscode.Uri, ruleId: string): Promise<void> {
  if (!ruleName.test(ruleId)) throw humanError(say('There is no rule {ruleId}.', { ruleId }));
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${ruleId}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    throw humanError(say('The rule {ruleId} has no page in this version.', { ruleId }));
  }
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The preview belongs to an extension of VS Code's that may be turned off.
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
