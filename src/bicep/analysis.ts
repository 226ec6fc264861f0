import type { ClusterFacts } from '../core/facts.js';
import type { Finding } from '../core/finding.js';
import type { Message } from '../core/message.js';

/** Texts by URI: everything that was loaded, whatever it is. */
export type Files = Readonly<Record<string, string>>;

/** A half-open range in UTF-16 code units of one file's text. */
export interface Span {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What the rules say of one file. */
export interface Analysis {
  readonly uri: string;
  readonly clusters: readonly DeclaredCluster[];
  /** In the order of the text. Suppressed ones are left out. */
  readonly findings: readonly FileFinding[];
}

/** A cluster that the file declares (not an `existing` one). */
export interface DeclaredCluster {
  readonly facts: ClusterFacts;
  /** The word to hang a lens or a link on. */
  readonly nameSpan: Span;
}

export interface FileFinding {
  readonly finding: Finding;
  readonly span: Span;
  readonly fixes: readonly Fix[];
}

/** A minimal edit of the text. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly (Span & { readonly text: string })[];
  readonly isPreferred: boolean;
}

/** Words for the thing under the pointer, as Markdown paragraphs. */
export interface HoverText {
  readonly span: Span;
  readonly paragraphs: readonly Message[];
}
