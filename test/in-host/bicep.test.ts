import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.js';

const openSample = async (name: string): Promise<vscode.TextDocument> => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the sample is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
};

const found = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'AKS egress');

describe('a Bicep file in a real extension host', () => {
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('has the language id, is underlined, explained and fixed', async () => {
    const document = await openSample('wrong-egress.bicep');
    assert.equal(document.languageId, 'bicep');
    await until('findings', () => found(document).length > 0);
    const before = found(document).length;
    const fixable = found(document).find(
      ({ code }) => typeof code === 'object' && code.value === 'aks-outbound-type-casing',
    );
    assert.ok(fixable, 'the misspelt type is found');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      fixable.range.start,
    );
    assert.ok(hovers.length > 0, 'the type is explained');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      fixable.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ isPreferred, edit }) => isPreferred === true && edit !== undefined);
    assert.ok(fix?.edit, 'there is a fix');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until('the finding is gone', () => found(document).length < before);
    assert.ok(document.getText().includes("outboundType: 'managedNATGateway'"));
  });

  it('without a mistake has no findings', async () => {
    const document = await openSample('main.bicep');
    await vscode.commands.executeCommand('aksEgress.checkFile');
    assert.deepEqual(found(document), []);
  });
});
