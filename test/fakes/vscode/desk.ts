import type { FakePanel } from './panel.js';
import { EventEmitter, TabInputWebview, Uri, type Diagnostic, type Position } from './values.js';

/** A document of the fake editor. */
export interface FakeDocument {
  readonly uri: Uri;
  readonly languageId: string;
  version: number;
  isClosed: boolean;
  text: string;
  getText(): string;
  offsetAt(position: Position): number;
}

/** A tab of the fake editor. */
export interface FakeTab {
  readonly label: string;
  /** Undefined for pages of VS Code's own. */
  readonly input: TabInputWebview | undefined;
  readonly isActive: boolean;
}

/** A webview's tab on top of its group. */
export const webviewTab = (viewType: string, label: string): FakeTab => ({
  label,
  input: new TabInputWebview(`mainThreadWebview-${viewType}`),
  isActive: true,
});

export interface Account {
  readonly id: string;
  readonly label: string;
  /** The sign-in provider that knows the account; all of them when undefined. */
  readonly providerId?: string;
}

/** What fills a tree of the fake's side bar. */
export interface FakeTree {
  getChildren(row?: unknown): unknown;
}

/** A prompt or a silent question for a session, as the sign-in provider got it. */
export interface AskedSession {
  readonly providerId: string;
  readonly request:
    readonly string[] | { readonly wwwAuthenticate: string; readonly fallbackScopes?: readonly string[] };
  readonly options: Readonly<Record<string, unknown>>;
}

/** The person and the machine in front of the fake. Made as new before each test by `desk.reset()`. */
export const desk = {
  settings: new Map<string, unknown>(),
  isTrusted: true,
  folders: ['file:///workspace'] as readonly string[] | undefined,
  documents: [] as FakeDocument[],
  files: new Map<string, string>(),
  activeDocument: undefined as FakeDocument | undefined,
  /** What was said, in order; modal dialogs with their detail. */
  said: [] as {
    readonly kind: string;
    readonly message: string;
    readonly detail?: string;
    readonly buttons: readonly string[];
  }[],
  /** The button that is pressed on the next messages; undefined closes them. */
  presses: [] as (string | undefined)[],
  /** What is chosen of the next lists: by the beginning of its label. */
  picks: [] as (string | undefined)[],
  offered: [] as { readonly label: string; readonly description?: string }[][],
  /** Titles of lists and of what shows that it is under way. */
  titles: [] as string[],
  clipboard: '',
  statusMessages: [] as string[],
  opened: [] as string[],
  shown: [] as string[],
  logged: [] as string[],
  context: new Map<string, unknown>(),
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  executed: [] as { readonly id: string; readonly args: readonly unknown[] }[],
  contentProviders: new Map<string, { provideTextDocumentContent(uri: Uri): unknown }>(),
  diagnostics: new Map<string, readonly Diagnostic[]>(),
  panels: [] as FakePanel[],
  trees: [] as FakeTree[],
  /** Webview tabs on top of their groups. */
  tabsInSight: [] as readonly FakeTab[],
  statusItems: [] as { text: string; isShown: boolean; command: unknown }[],
  accounts: [] as Account[],
  /** Sign-in providers that the editor has; all when undefined. */
  providers: undefined as readonly string[] | undefined,
  sessions: [] as {
    readonly account: Account;
    readonly scopes: readonly string[];
    readonly accessToken: string;
  }[],
  asked: [] as AskedSession[],
  /** What a prompt for a session brings; undefined means that the person closes it. */
  promptBrings: undefined as string | undefined,
  tabsChanged: new EventEmitter<undefined>(),
  configurationChanged: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
  trustGranted: new EventEmitter<undefined>(),
  documentOpened: new EventEmitter<FakeDocument>(),
  documentChanged: new EventEmitter<{ document: FakeDocument }>(),
  documentClosed: new EventEmitter<FakeDocument>(),
  fileTouched: new EventEmitter<Uri>(),
  sessionsChanged: new EventEmitter<undefined>(),

  set(name: string, value: unknown): void {
    if (value === undefined) desk.settings.delete(name);
    else desk.settings.set(name, value);
    desk.configurationChanged.fire({ affectsConfiguration: (section) => name.startsWith(section) });
  },

  open(uri: string, text: string, languageId = 'bicep'): FakeDocument {
    const document = fakeDocument(Uri.parse(uri), text, languageId);
    desk.documents.push(document);
    desk.documentOpened.fire(document);
    return document;
  },

  type(document: FakeDocument, text: string): void {
    document.text = text;
    document.version += 1;
    desk.documentChanged.fire({ document });
  },

  close(document: FakeDocument): void {
    document.isClosed = true;
    desk.documents = desk.documents.filter((one) => one !== document);
    desk.documentClosed.fire(document);
  },

  reset(): void {
    desk.settings.clear();
    desk.isTrusted = true;
    desk.folders = ['file:///workspace'];
    desk.activeDocument = undefined;
    desk.tabsInSight = [];
    desk.clipboard = '';
    desk.promptBrings = undefined;
    for (const map of [desk.files, desk.context, desk.commands, desk.contentProviders, desk.diagnostics])
      map.clear();
    desk.documents = [];
    desk.accounts = [];
    desk.providers = undefined;
    desk.sessions = [];
    for (const list of [
      desk.said,
      desk.presses,
      desk.picks,
      desk.offered,
      desk.titles,
      desk.statusMessages,
      desk.opened,
      desk.shown,
      desk.logged,
      desk.executed,
      desk.panels,
      desk.trees,
      desk.statusItems,
      desk.asked,
    ])
      list.length = 0;
    for (const emitter of [
      desk.configurationChanged,
      desk.tabsChanged,
      desk.trustGranted,
      desk.documentOpened,
      desk.documentChanged,
      desk.documentClosed,
      desk.fileTouched,
      desk.sessionsChanged,
    ])
      emitter.dispose();
  },
};

export function fakeDocument(uri: Uri, text: string, languageId: string): FakeDocument {
  return {
    uri,
    languageId,
    version: 1,
    isClosed: false,
    text,
    getText() {
      return this.text;
    },
    offsetAt({ line, character }) {
      const lines = this.text.split('\n').slice(0, line);
      return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
    },
  };
}
