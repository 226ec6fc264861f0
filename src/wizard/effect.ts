import type { Json } from '../core/json.js';
import type { Message } from '../core/message.js';
import type { ClusterReading } from '../core/reading.js';
import type { Answered, StartOrder } from '../core/run-outcome.js';
import type { Part } from '../core/surroundings-wanted.js';
import type { Copied, Question } from './event.js';

/** What the session asks of the host, which alone acts. Each names the event that answers it. */
export type Effect =
  /** -> `read` or `readFailed`. */
  | { readonly kind: 'read'; readonly generation: number }
  /** What stands around the cluster of this reading. -> `aroundRead` or `aroundFailed`. */
  | {
      readonly kind: 'readAround';
      readonly generation: number;
      readonly reading: ClusterReading;
      readonly parts: readonly Part[];
    }
  /** SHA-256 of the text. -> `digested` */
  | { readonly kind: 'digest'; readonly generation: number; readonly text: string }
  /** A native modal dialog. -> `confirmed` */
  | {
      readonly kind: 'confirm';
      readonly question: Question;
      readonly title: Message;
      readonly detail: Message;
      readonly yes: Message;
    }
  /** -> `runChanged` while it goes on, then `runReturned` or `runTrouble`; the same for the next two. */
  | { readonly kind: 'start'; readonly order: StartOrder }
  | { readonly kind: 'resume'; readonly runId: string; readonly evenIfHeld?: boolean }
  | { readonly kind: 'answer'; readonly runId: string; readonly answered: Answered }
  /** Stops our watching; Azure goes on. */
  | { readonly kind: 'detach' }
  /** Asks Azure to stop its work; the watching goes on. */
  | { readonly kind: 'abort'; readonly runId: string }
  | { readonly kind: 'giveUp'; readonly runId: string }
  | {
      readonly kind: 'openDiff';
      readonly stepId: string;
      readonly title: Message;
      readonly before: Json;
      readonly after: Json;
    }
  | { readonly kind: 'openRule'; readonly ruleId: string }
  /** To the clipboard. -> `copied` */
  | { readonly kind: 'copy'; readonly what: Copied; readonly text: string; readonly said: Message }
  | {
      readonly kind: 'export';
      readonly languageId: 'shellscript' | 'markdown' | 'json';
      readonly fileName: string;
      readonly text: string;
    }
  | { readonly kind: 'openPortal' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'log'; readonly line: string };
