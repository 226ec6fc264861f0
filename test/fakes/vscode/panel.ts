import { EventEmitter, Uri } from './values.js';

/** A webview panel: what the page gets, and what it sends. */
export class FakePanel {
  title: string;
  visible = true;
  isDisposed = false;
  isRevealed = 0;
  iconPath: unknown;
  readonly posted: unknown[] = [];
  private readonly received = new EventEmitter<unknown>();
  private readonly viewState = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<undefined>();
  readonly webview: Record<string, unknown>;
  constructor(title: string) {
    this.title = title;
    this.webview = {
      options: {},
      html: '',
      cspSource: 'https://csp.example',
      asWebviewUri: (uri: Uri) => Uri.parse(`https://csp.example${uri.path}`),
      onDidReceiveMessage: this.received.event,
      postMessage: (message: unknown) => {
        if (this.visible) this.posted.push(message);
        return Promise.resolve(this.visible);
      },
    };
  }
  readonly onDidChangeViewState = this.viewState.event;
  readonly onDidDispose = this.disposed.event;
  reveal(): void {
    this.isRevealed += 1;
  }
  /** The page sends a message. */
  sends(message: unknown): void {
    this.received.fire(message);
  }
  show(visible: boolean): void {
    this.visible = visible;
    this.viewState.fire({});
  }
  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.visible = false;
    this.disposed.fire(undefined);
  }
}
