import * as vscode from 'vscode';
import { words } from '../words.js';
import type { Kept } from './kept.js';
import { newNonce, pageHtml } from './page-html.js';
import type { PlannerSession } from './planner-session.js';

export const panelType = 'aksEgress.planner';

export interface PanelPlace {
  readonly extensionUri: vscode.Uri;
  readonly kept: Omit<Kept, 'choice'>;
  readonly onClosed: () => void;
}

/** The page of one session: states go down, intents come up. */
export class PlannerPanel {
  private readonly subscriptions: vscode.Disposable[] = [];
  private isPosting = false;
  private tick: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly session: PlannerSession,
    private readonly place: PanelPlace,
  ) {
    const { extensionUri, onClosed } = place;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'icons', 'light', 'loadBalancer.svg'),
      dark: vscode.Uri.joinPath(media, 'icons', 'dark', 'loadBalancer.svg'),
    };
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => {
        session.receive(message);
        this.post();
      }),
      // Messages to a hidden page are lost, so it gets the whole picture whenever it is seen again.
      panel.onDidChangeViewState(() => this.sync()),
      panel.onDidDispose(() => {
        this.dispose();
        onClosed();
      }),
    );
    webview.html = pageHtml({
      nonce: newNonce(),
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'page.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'page.css')).toString(),
      language: vscode.env.language,
    });
    this.sync();
  }

  /** The session's picture has changed. Several changes in one turn are one message. */
  sync(): void {
    this.post();
    const isTicking = this.panel.visible && this.session.isWatching;
    if (isTicking && this.tick === undefined) this.tick = setInterval(() => this.post(), everySecondInMs);
    if (!isTicking) this.stopTicking();
  }

  reveal(): void {
    this.panel.reveal();
  }

  close(): void {
    this.panel.dispose();
  }

  private post(): void {
    if (this.isPosting || !this.panel.visible) return;
    this.isPosting = true;
    queueMicrotask(() => {
      this.isPosting = false;
      if (!this.panel.visible) return;
      const state = this.session.view();
      const opened: Kept = { ...this.place.kept, choice: this.session.choice(state) };
      void this.panel.webview.postMessage({ type: 'state', state, words: words(), opened });
    });
  }

  private stopTicking(): void {
    clearInterval(this.tick);
    this.tick = undefined;
  }

  private dispose(): void {
    this.stopTicking();
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
  }
}

/** The elapsed time of a run moves on once a second. */
const everySecondInMs = 1000;
