import type { ListingProblem } from '../core/inventory.js';
import type { ClusterReading } from '../core/reading.js';
import type { RunListing, RunOutcome } from '../core/run-outcome.js';
import type { RunRecord } from '../core/run-record.js';
import type { Part } from '../core/surroundings-wanted.js';
import type { Surroundings } from '../core/surroundings.js';
import type { Intent } from './intent.js';

/** Questions that the host asks in a native modal dialog of its own. */
export type Question = 'start' | 'abort' | 'giveUp' | 'repeat' | 'takeOver';

/** What an intent asked to have on the clipboard. */
export type Copied = Extract<Intent, { kind: 'copy' }>['what'];

/** What happened. An answer carries the generation of its question; a late one is dropped. */
export type SessionEvent =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** `bodyDigest`: SHA-256 of the canonical JSON of the reading's basis body. */
  | {
      readonly kind: 'read';
      readonly generation: number;
      readonly reading: ClusterReading;
      readonly bodyDigest: string;
    }
  | { readonly kind: 'readFailed'; readonly generation: number; readonly problem: ListingProblem }
  | {
      readonly kind: 'aroundRead';
      readonly generation: number;
      readonly parts: readonly Part[];
      readonly around: Surroundings;
    }
  | {
      readonly kind: 'aroundFailed';
      readonly generation: number;
      readonly parts: readonly Part[];
      readonly problem: ListingProblem;
    }
  | { readonly kind: 'digested'; readonly generation: number; readonly digest: string }
  | { readonly kind: 'confirmed'; readonly question: Question; readonly yes: boolean }
  /** It is on the clipboard. */
  | { readonly kind: 'copied'; readonly what: Copied }
  /** The journal's runs of this cluster, newest last. Sent once after opening. */
  | { readonly kind: 'runs'; readonly runs: readonly RunListing[] }
  | { readonly kind: 'runChanged'; readonly record: RunRecord }
  | { readonly kind: 'runReturned'; readonly outcome: RunOutcome }
  /** `goesOn`: an act beside a run was refused, and whoever watches it goes on. */
  | { readonly kind: 'runTrouble'; readonly problem: ListingProblem; readonly goesOn?: true }
  /** Somebody signed in, to go on with what waited for it. */
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'changesAllowed'; readonly allowed: boolean };
