import * as vscode from 'vscode';

/** Bicep files by language and by name: the languages may be registered by nobody, or by the official extension. */
export const bicepSelector: vscode.DocumentSelector = [
  { language: 'bicep' },
  { language: 'bicep-params' },
  { pattern: '**/*.{bicep,bicepparam}' },
];

/** Our own read-only documents and both sides of a comparison with the past are not checked. */
const quietSchemes = ['git', 'aks-egress', 'output', 'vscode-scm'];

export const isBicep = ({ languageId, uri }: Pick<vscode.TextDocument, 'languageId' | 'uri'>): boolean =>
  !quietSchemes.includes(uri.scheme) &&
  (languageId === 'bicep' || languageId === 'bicep-params' || /\.bicep(?:param)?$/i.test(uri.path));

/** An open document counts as it stands in the editor, saved or not. */
export async function readText(uri: string): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return undefined;
  }
}
