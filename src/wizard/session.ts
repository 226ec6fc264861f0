import type { RuleResult } from '../core/finding.js';
import type { ListingProblem } from '../core/inventory.js';
import type { Message } from '../core/message.js';
import type { OptionKey } from '../core/options.js';
import type { TargetKey } from '../core/outbound-type.js';
import type { Plan } from '../core/plan.js';
import type { ClusterReading } from '../core/reading.js';
import type { Answered } from '../core/run-outcome.js';
import type { RunRecord } from '../core/run-record.js';
import type { OpenQuestion } from '../core/run.js';
import type { Part } from '../core/surroundings-wanted.js';
import type { Target } from '../core/target.js';
import type { Undoing } from '../core/undoing.js';
import type { Effect } from './effect.js';
import type { Copied, Question } from './event.js';
import type { Opening } from './opening.js';
import type { ChooseSection, Mark } from './state.js';

/** One conversation about one cluster: plain data, so that it can be kept, sent and compared. */
export interface Session {
  readonly version: 1;
  readonly opening: Opening;
  readonly changesAllowed: boolean;
  readonly reading: ReadingState;
  readonly draft?: Draft;
  /** What follows from reading and draft; there is none before both. */
  readonly judgement?: Judgement;
  readonly typedName: string;
  /** The native dialog that is open, and what it was asked for. One at a time. */
  readonly dialog?: Dialog;
  readonly notice?: { readonly mark: Mark; readonly text: Message };
  /** What was copied last, until the person does something else. */
  readonly copied?: Copied;
  readonly run?: Run;
  /** What the rules said when the person confirmed the plan of this digest. */
  readonly confirmed?: { readonly digest: string; readonly results: readonly RuleResult[] };
  /** Runs of this cluster whose record cannot be read: nothing is changed until the person decides. */
  readonly unreadable: readonly UnreadableRun[];
}

export interface ReadingState {
  /** Of the newest question: an answer to an older one is dropped. */
  readonly generation: number;
  readonly status: 'reading' | 'read' | 'failed';
  readonly problem?: ListingProblem;
  /** The newest reading that arrived; it stays while another is under way. */
  readonly held?: Held;
}

export interface Held {
  readonly reading: ClusterReading;
  readonly bodyDigest: string;
  readonly reached: Readonly<Record<TargetKey, Reach>>;
  readonly around: AroundState;
}

/** What stands around the cluster is read after it, and only the parts that the chosen target needs. */
export interface AroundState {
  readonly asked: readonly Part[];
  readonly answered: readonly Part[];
  /** Why none of the parts asked for last could be read. */
  readonly problem?: ListingProblem;
}

/** Whether a choice can be had from here, and why not. */
export type Reach = Pick<ChooseSection['choices'][number], 'reach' | 'reason' | 'source'>;

/** Options as typed. Kept for each choice, so that going back and forth loses nothing. */
export type Typed = Partial<Readonly<Record<OptionKey, string>>>;

export interface Draft {
  readonly key: TargetKey;
  readonly typed: Partial<Readonly<Record<TargetKey, Typed>>>;
  /** The run that it takes back. */
  readonly back?: GoingBack;
}

/** The run that a draft takes back, as far as its record tells. */
export interface GoingBack {
  readonly runId: string;
  /** Absent until the journal has been asked, after a reload. */
  readonly past?: {
    readonly undoing: Undoing;
    /** The customer's own addresses at the load balancer of before. */
    readonly own: {
      readonly outboundIPIds?: readonly string[];
      readonly outboundIPPrefixIds?: readonly string[];
    };
  };
}

export interface Judgement {
  /** Of the question for the plan's digest. */
  readonly generation: number;
  /** Undefined while an option is not a possible one. */
  readonly target?: Target;
  readonly problems: Partial<Readonly<Record<OptionKey, Message>>>;
  readonly results: readonly RuleResult[];
  readonly plan?: Plan;
  /** Why there is no plan. */
  readonly none?: Message;
  /** SHA-256 of the plan's canonical JSON; absent until it was answered. */
  readonly digest?: string;
  /** The digest that stood on the screen before the cluster was read again. */
  readonly digestBefore?: string;
}

export interface Dialog {
  readonly question: Question;
  /** Of the plan that a start was asked for. */
  readonly digest?: string;
  readonly runId?: string;
  /** What a yes answers. */
  readonly asked?: OpenQuestion;
}

/** The run that the session is about. */
export interface Run {
  readonly status: 'starting' | 'watching' | 'left' | 'ended' | 'held' | 'troubled';
  /** Absent until the journal has one. */
  readonly record?: RunRecord;
  readonly held?: { readonly by: string; readonly ageInMs: number; readonly canBeJudged: boolean };
  /** The person's answer that is on its way: it is given again once a lock that hinders it is taken over. */
  readonly answered?: Answered;
  readonly problem?: ListingProblem;
  /** It had ended before this session was opened. */
  readonly past: boolean;
}

export interface UnreadableRun {
  readonly runId: string;
  readonly because: 'version' | 'damaged';
}

/** What a step of the session answers. */
export interface Moved {
  readonly state: Session;
  readonly effects: readonly Effect[];
}

/** The same object without some keys: an optional property is left out, never set to undefined. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key)),
  ) as Omit<T, K>;
}
