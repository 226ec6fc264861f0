import type { Message } from '../src/core/message.js';
import type { Intent } from '../src/wizard/intent.js';
import type { SectionId } from '../src/wizard/state.js';
import type { Drafts } from './drafts.js';

/** How the choices are laid out: a view, not a decision. */
export type Layout = 'cards' | 'table';

/** What a section needs beside its part of the state. */
export interface Face {
  /** Text of a message in the page's language. */
  readonly speak: (message: Message) => string;
  readonly send: (intent: Intent) => void;
  /** Brings a section into view and puts the focus on its heading. */
  readonly goTo: (section: SectionId) => void;
  readonly drafts: Drafts;
  readonly layout: Layout;
  readonly lay: (layout: Layout) => void;
}
