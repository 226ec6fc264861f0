import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands?: readonly { readonly command: string }[] };
}

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.getExtension('aks-egress.aks-egress');
  assert.ok(found, 'the extension is installed');
  return found;
};

describe('in a real extension host', () => {
  it('the extension activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('every command of package.json is registered', async () => {
    await extension().activate();
    const { contributes } = extension().packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = (contributes.commands ?? [])
      .map(({ command }) => command)
      .filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });
});
