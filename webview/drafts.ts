import type { Intent } from '../src/wizard/intent.js';

/** What is being typed or was just picked: shown instead of the state's value, so that an answer on its way never moves the caret. */
export interface Drafts {
  /** The text to show in a field whose value in the state is this. */
  text(field: string, value: string): string;
  /** Keeps the text and sends the intent when the typing pauses. */
  type(field: string, draft: { readonly text: string; readonly intent: Intent }): void;
  /** Shows the text until the next state, for a choice that is sent at once. */
  hold(field: string, text: string): void;
  /** Sends at once what waits for a pause; true when there was something. */
  flush(): boolean;
  /** The field was left: what waits is sent, and the next state's value stands again. */
  leave(field: string): void;
  /** The first state after a field was left ends its draft. */
  settle(): void;
}

interface Draft {
  readonly text: string;
  /** Sent, and nobody types: the next state's value stands again. */
  readonly isOver: boolean;
}

/** A pause in typing, after which a value is worth judging. */
const pauseInMs = 250;

export function createDrafts(send: (intent: Intent) => void): Drafts {
  const drafts = new Map<string, Draft>();
  const waiting = new Map<string, { readonly intent: Intent; readonly timer: number }>();

  const sendNow = (field: string): void => {
    const due = waiting.get(field);
    if (due === undefined) return;
    window.clearTimeout(due.timer);
    waiting.delete(field);
    send(due.intent);
  };

  return {
    text: (field, value) => drafts.get(field)?.text ?? value,
    type(field, { text, intent }) {
      drafts.set(field, { text, isOver: false });
      window.clearTimeout(waiting.get(field)?.timer);
      waiting.set(field, { intent, timer: window.setTimeout(() => sendNow(field), pauseInMs) });
    },
    hold: (field, text) => void drafts.set(field, { text, isOver: true }),
    flush() {
      const fields = [...waiting.keys()];
      for (const field of fields) sendNow(field);
      return fields.length > 0;
    },
    leave(field) {
      sendNow(field);
      const draft = drafts.get(field);
      if (draft !== undefined) drafts.set(field, { ...draft, isOver: true });
    },
    settle() {
      for (const [field, { isOver }] of drafts) if (isOver) drafts.delete(field);
    },
  };
}
