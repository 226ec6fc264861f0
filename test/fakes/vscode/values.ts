// VS Code's plain values, as far as the host makes them.

export type Listener<T> = (event: T) => unknown;

export class Disposable {
  constructor(private readonly work: () => unknown) {}
  dispose(): void {
    this.work();
  }
}

export class EventEmitter<T> {
  private readonly listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(event: T): void {
    for (const listener of [...this.listeners]) listener(event);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string,
    readonly fragment: string,
  ) {}
  static parse(text: string): Uri {
    const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
      /^([^:/?#]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text) ?? [];
    return new Uri(scheme, authority, decodeURIComponent(path), decodeURIComponent(query), fragment);
  }
  static file(path: string): Uri {
    return new Uri('file', '', path, '', '');
  }
  static from(parts: { scheme: string; path?: string; query?: string }): Uri {
    return new Uri(parts.scheme, '', parts.path ?? '', parts.query ?? '', '');
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(base.scheme, base.authority, [base.path, ...parts].join('/'), base.query, base.fragment);
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    const query = this.query === '' ? '' : `?${encodeURIComponent(this.query)}`;
    const authority = this.authority !== '' || this.scheme === 'file' ? `//${this.authority}` : '';
    return `${this.scheme}:${authority}${encodeURI(this.path)}${query}`;
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
  isEqual(other: Range): boolean {
    return JSON.stringify(this) === JSON.stringify(other);
  }
}

export class Location {
  constructor(
    readonly uri: Uri,
    readonly range: Range,
  ) {}
}

export class DiagnosticRelatedInformation {
  constructor(
    readonly location: Location,
    readonly message: string,
  ) {}
}

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 } as const;

export class Diagnostic {
  source: string | undefined;
  code: unknown;
  relatedInformation: DiagnosticRelatedInformation[] | undefined;
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

export class MarkdownString {
  isTrusted: unknown;
  constructor(public value = '') {}
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  appendText(text: string): this {
    this.value += text.replace(/[\\`*_{}[\]()#+\-!~|<>]/g, '\\$&');
    return this;
  }
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class TreeItem {
  id: string | undefined;
  description: string | undefined;
  tooltip: unknown;
  contextValue: string | undefined;
  iconPath: unknown;
  accessibilityInformation: { label: string } | undefined;
  constructor(
    readonly label: string,
    readonly collapsibleState: number,
  ) {}
}

export class CodeAction {
  diagnostics: Diagnostic[] = [];
  isPreferred = false;
  edit: WorkspaceEdit | undefined;
  constructor(
    readonly title: string,
    readonly kind: string,
  ) {}
}

export class WorkspaceEdit {
  readonly edits: { readonly uri: Uri; readonly range: Range; readonly text: string }[] = [];
  replace(uri: Uri, range: Range, text: string): void {
    this.edits.push({ uri, range, text });
  }
}

export class Hover {
  constructor(
    readonly contents: MarkdownString[],
    readonly range: Range,
  ) {}
}

export const CodeActionKind = { QuickFix: 'quickfix' } as const;
export const ConfigurationTarget = { Global: 1, Workspace: 2 } as const;
export const ProgressLocation = { Notification: 15 } as const;
export const StatusBarAlignment = { Left: 1 } as const;
export const ViewColumn = { Active: -1 } as const;

export class TabInputWebview {
  constructor(readonly viewType: string) {}
}
