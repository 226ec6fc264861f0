import * as vscode from 'vscode';
import { cloudChoice, type CloudChoice } from './cloud-choice.js';

/** The cloud that VS Code's settings choose. A workspace that is not trusted has no say. */
export function readCloudSettings(isTrusted: boolean): CloudChoice {
  const configuration = vscode.workspace.getConfiguration('microsoft-sovereign-cloud');
  const read = (name: string): unknown =>
    isTrusted ? configuration.get(name) : configuration.inspect(name)?.globalValue;
  return cloudChoice(read('environment'), read('customEnvironment'));
}
