import type { Message } from '../src/core/message.js';
import type { Intent } from '../src/wizard/intent.js';
import type { PlannerState, SectionId } from '../src/wizard/state.js';
import type { Drafts } from './drafts.js';

/** How the choices are laid out: a view, not a decision. */
export type Layout = 'cards' | 'table';

/** Where a jump goes: a section, or a field in it. */
export interface Place {
  readonly goTo: SectionId;
  readonly focus?: Extract<
    NonNullable<PlannerState['footer']['next']>,
    { readonly goTo: SectionId }
  >['focus'];
}

/** What a section needs beside its part of the state. */
export interface Face {
  /** Text of a message in the page's language. */
  readonly speak: (message: Message) => string;
  readonly send: (intent: Intent) => void;
  /** Brings a section into view and puts the focus on its heading, or the caret into the field that is meant. */
  readonly goTo: (place: Place) => void;
  /** Does the footer's next act; what is being typed is sent first. */
  readonly goOn: () => void;
  /** What was put on the clipboard just now. */
  readonly copied: PlannerState['copied'];
  readonly drafts: Drafts;
  readonly layout: Layout;
  readonly lay: (layout: Layout) => void;
}
