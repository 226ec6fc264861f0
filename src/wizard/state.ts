import type { Message } from '../core/message.js';
import type { OutboundType, TargetKey } from '../core/outbound-type.js';
import type { Intent } from './intent.js';

/** Marks of a section, a finding, a step: each has its own shape, never colour alone. */
export type Mark = 'passed' | 'warning' | 'blocked' | 'unknown' | 'note' | 'todo' | 'running' | 'locked';

export type SectionId = 'today' | 'choose' | 'configure' | 'check' | 'plan' | 'run' | 'result';

/** Something the person can do: the page sends the intent back as it is. `disabled` says why not. */
export interface Act {
  readonly label: Message;
  readonly intent: Intent;
  readonly disabled?: Message;
  /** What follows from it, where two acts could be mistaken for each other: "Azure carries on". */
  readonly meaning?: Message;
}

/** Host -> page: the whole picture, every time. The page decides nothing. */
export interface PlannerState {
  readonly version: 1;
  /** Unmistakable: the sandbox never reaches Azure. */
  readonly world: { readonly kind: 'azure' | 'sandbox'; readonly label: Message };
  readonly cluster: { readonly name: string; readonly where: Message };
  /** What stands before the first reading, or instead of it. */
  readonly reading:
    | { readonly kind: 'reading' }
    | { readonly kind: 'read'; readonly at: Message; readonly again: Act }
    | {
        readonly kind: 'failed';
        readonly message: Message;
        readonly azure?: AzureWords;
        readonly acts: readonly Act[];
      };
  readonly change?: { readonly from: Named; readonly to?: Named };
  /** Said once at the top: the plan changed meanwhile, changes are turned off, the last reading failed. */
  readonly notice?: { readonly mark: Mark; readonly text: Message };
  /** Just now put on the clipboard: shown beside the button that asked for it, and said once. */
  readonly copied?: { readonly what: Extract<Intent, { kind: 'copy' }>['what']; readonly said: Message };
  /** Three consequences: what partners will see, what is interrupted, whether there is a way back. */
  readonly glance: readonly { readonly term: Message; readonly value: Message; readonly detail?: Message }[];
  readonly rail: readonly {
    readonly id: SectionId;
    readonly name: Message;
    readonly fact: Message;
    readonly mark: Mark;
  }[];
  readonly today?: TodaySection;
  readonly choose?: ChooseSection;
  readonly configure?: ConfigureSection;
  readonly check?: CheckSection;
  readonly plan?: PlanSection;
  readonly run?: RunSection;
  readonly result?: ResultSection;
  /** One next act and the sentence that explains it. */
  readonly footer: {
    readonly mark?: Mark;
    readonly sentence: Message;
    /** A second, quieter line. */
    readonly more?: Message;
    /** Where the next act is to look at or fill in a section: the page scrolls there, and puts the caret into a field. */
    readonly next?:
      { readonly label: Message; readonly goTo: SectionId; readonly focus?: 'typedName' | 'options' } | Act;
    readonly others: readonly Act[];
  };
}

/** A name in plain words with ARM's spelling and the icon's key. */
export interface Named {
  readonly name: Message;
  readonly code: string;
  readonly icon: OutboundType | 'unknown';
}

/** Each section opens with its answer; reading only the answers gives the whole plan. */
export interface SectionHead {
  readonly answer: Message;
  readonly more?: Message;
}

export interface TodaySection extends SectionHead {
  readonly pools: readonly {
    readonly name: string;
    readonly nodes: Message;
    readonly subnet: Message;
    readonly path: Named;
    readonly addresses: readonly string[];
    /** Said when the actual path is not the declared one, or not known. */
    readonly note?: { readonly mark: Mark; readonly text: Message };
  }[];
  readonly addresses: readonly {
    readonly address: string;
    readonly owner: Message;
    readonly usedBy: Message;
  }[];
  readonly copy?: Act;
  /** Untouched by a change of outbound type: Services by name and address. */
  readonly services: readonly { readonly name: string; readonly address: string }[];
  /** Facts that could not be read, with the reason. */
  readonly missing: readonly { readonly what: Message; readonly because: Message }[];
}

export interface ChooseSection extends SectionHead {
  readonly choices: readonly {
    readonly key: TargetKey;
    readonly named: Named;
    readonly meaning: Message;
    readonly owner: Message;
    readonly addresses: Message;
    readonly wayBack: Message;
    readonly reach: 'today' | 'reachable' | 'warned' | 'conditions' | 'unreachable' | 'unknown';
    /** Why it is not reachable, or what to mind. */
    readonly reason?: Message;
    readonly source?: { readonly text: Message; readonly url: string };
    readonly chosen: boolean;
    readonly recommended?: Message;
  }[];
  /** Where the matrix comes from and the date it was read. */
  readonly dated: Message;
}

export interface ConfigureSection extends SectionHead {
  readonly fields: readonly {
    readonly option: Extract<Intent, { kind: 'configure' }>['option'];
    readonly label: Message;
    readonly help: Message;
    readonly value: string;
    readonly unit: Message;
    readonly problem?: Message;
    /** Left out for a number. */
    readonly kind?: 'text' | 'choice';
    /** Of a choice: the value is that of one of them. */
    readonly choices?: readonly {
      readonly value: string;
      readonly label: Message;
      readonly meaning: Message;
    }[];
  }[];
}

export interface CheckSection extends SectionHead {
  readonly groups: readonly {
    readonly mark: Mark;
    readonly name: Message;
    readonly folded: boolean;
    readonly findings: readonly FindingView[];
  }[];
  readonly stays: readonly Message[];
}

export interface FindingView {
  readonly ruleId: string;
  readonly mark: Mark;
  readonly title: Message;
  readonly message: Message;
  readonly remedy?: Message;
  readonly solvedBy?: Message;
}

export interface PlanSection extends SectionHead {
  readonly digest: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: Message;
    readonly why: Message;
    readonly request: string;
    readonly diff: readonly DiffLine[];
    readonly verify: Message;
    readonly interruption: Message;
    readonly undo: Message;
    readonly isCutOver: boolean;
    /** A line above the step: "Here traffic moves", "One-way door". */
    readonly moment?: { readonly kind: 'cutOver' | 'oneWay'; readonly text: Message };
    readonly openDiff: Act;
  }[];
  readonly stays: readonly Message[];
  readonly exports: readonly Act[];
  /** Asked for contradictory pairs and one-way doors: the host compares it. */
  readonly typedName?: { readonly why: Message; readonly value: string; readonly matches: boolean };
}

export interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

export interface RunSection extends SectionHead {
  readonly stages: readonly {
    readonly stepId: string;
    readonly title: Message;
    readonly mark: Mark;
    /** Azure's own progress words, in order. */
    readonly azureStatus: readonly string[];
    readonly time?: Message;
    readonly note?: Message;
    readonly azure?: AzureWords;
    readonly differences: readonly string[];
  }[];
  readonly question?: { readonly text: Message; readonly acts: readonly Act[] };
  readonly acts: readonly Act[];
}

export interface ResultSection extends SectionHead {
  readonly mark: Mark;
  readonly before: readonly string[];
  /** Absent: not known, which is not the same as none. */
  readonly after?: readonly string[];
  readonly verified: readonly Message[];
  /** A text for those who keep firewalls, a line each. */
  readonly tell: readonly Message[];
  /** What is left for the person to do. */
  readonly left?: readonly Message[];
  readonly wayBack?: Message;
  /** What changed beside the plan, as paths with both values. */
  readonly differences?: readonly string[];
  readonly azure?: AzureWords;
  readonly acts: readonly Act[];
}

/** Azure's own words, verbatim, marked as such. */
export interface AzureWords {
  /** Not Azure's: what was seen on this side. */
  readonly isOurs?: boolean;
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
}
