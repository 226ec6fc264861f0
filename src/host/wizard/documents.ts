import * as vscode from 'vscode';

export const documentScheme = 'aks-egress';

/** Read-only documents that we made: both sides of a difference, a cluster's egress in words. */
export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(documentScheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === documentScheme) this.texts.delete(uri.toString());
    }),
  ];

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    // After a reload VS Code asks for documents that nobody remembers.
    return this.texts.get(uri.toString()) ?? '';
  }

  /**
   * The document of that name about that thing; an open one is shown anew. The name's ending tells its language.
   */
  put(name: string, text: string, about = ''): vscode.Uri {
    const uri = vscode.Uri.from({
      scheme: documentScheme,
      path: `/${name.replaceAll(/[\\/:*?"<>|]/g, '-')}`,
      query: about,
    });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}
