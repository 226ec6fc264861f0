import type { Origin, Unknown } from './fact.js';
import type { Message } from './message.js';

/** How a finding weighs before a change of a live cluster. */
export type LiveSeverity = 'block' | 'warn' | 'info';
/** How a finding weighs in a file. */
export type FileSeverity = 'error' | 'warning' | 'information';

/** What a rule reports about one fact. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: LiveSeverity | FileSeverity;
  /** The consequence, one line: "Nodes would lose the API server". */
  readonly title: Message;
  /** What was found and why it matters. */
  readonly message: Message;
  readonly remedy?: Remedy;
  /** The fact it is about and where that was read. */
  readonly about: { readonly name: string; readonly origin: Origin };
}

/** The next move. A remedy that the plan carries out itself names its step. */
export interface Remedy {
  readonly text: Message;
  readonly solvedByStep?: string;
}

/** The outcome of one rule: what it found, that it found nothing, or what it could not know. */
export type RuleResult =
  | {
      readonly kind: 'found';
      readonly ruleId: string;
      readonly title: Message;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'pass'; readonly ruleId: string; readonly title: Message }
  | {
      readonly kind: 'unknown';
      readonly ruleId: string;
      readonly title: Message;
      /** Each unknown fact's name and the reason. */
      readonly lacking: readonly {
        readonly name: string;
        readonly reason: Unknown['reason'];
        readonly because: Message;
        readonly origin: Origin;
      }[];
    };
