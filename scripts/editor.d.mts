/** The project's folder. */
export const root: string;

/** The key chord that makes a test's window as new. */
export const resetKey: string;

export function ensureEditor(which?: 'newest' | 'oldest'): Promise<{
  readonly folder: string;
  readonly node: string;
  readonly main: string;
}>;

/** Launch options for Playwright; fetches a browser on first use where the machine has none. */
export function browserOptions(): Promise<{
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}>;

export { freePort } from './editor/port.mjs';

/** The address of a window of the editor at `origin`. */
export function windowAddress(
  origin: string,
  show: { readonly workspace?: string; readonly forTests?: boolean },
): string;

export interface EditorOptions {
  /** 'oldest' is the one that engines.vscode promises. */
  readonly which?: 'newest' | 'oldest';
  readonly workspace?: string;
  /** Added to the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folder of an extension, loaded as an installed one. */
  readonly extension?: string;
  /** Where installed extensions are; one inside the data folder when not given. */
  readonly extensionsFolder?: string;
  /** Folder of an extension under development; together with `tests`, the index of a suite inside the host. */
  readonly development?: string;
  readonly tests?: string;
  /** Waited for, then taken when it is free. The same port keeps what the browser stored for the window. */
  readonly port?: number;
  /** Kept at the end, so that a later start resumes; without it a temporary one is deleted at the end. */
  readonly dataFolder?: string;
  /** Workspace trust on: a folder opens in Restricted Mode until it is trusted. */
  readonly trust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: (text: string) => void;
  /** Settings and keys of tests; false leaves a kept folder's own settings alone. */
  readonly forTests?: boolean;
}

export interface RunningEditor {
  /** The window's address. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  readonly keeperPid: number;
  readonly data: string;
  readonly settingsFile: string;
  readonly ended: Promise<unknown>;
  /** What the editor has printed. */
  output(): string;
  /** Ends the editor with all its processes. */
  close(): Promise<void>;
  /** The same as a crash would: nothing gets to say goodbye. */
  kill(): Promise<void>;
  /** Kills the extension host's processes only; answers how many. */
  killExtensionHost(): number;
}

export function startEditor(options?: EditorOptions): Promise<RunningEditor>;
