import type { Analysis, Files, HoverText } from '../bicep/analysis.js';
import type { Message } from '../core/message.js';
import type { Target } from '../core/target.js';
import type { Effect } from '../wizard/effect.js';
import type { SessionEvent } from '../wizard/event.js';
import type { Intent } from '../wizard/intent.js';
import type { PlannerState } from '../wizard/state.js';
import type { ClusterReading } from '../core/reading.js';
import type * as vscode from 'vscode';
import type { ClusterRow, Row } from './explorer/row.js';
import type { Look, Summary } from './look/look.js';
import type { OpenedCluster } from './opened-cluster.js';
import type { World } from './world.js';

/** The other rooms, each loaded on its first use; extension.ts fits them in. */
export interface Rooms {
  world(kind: World['kind']): Promise<World>;
  /** The time in which that world's runs are told: the sandbox's runs faster. */
  clock(kind: World['kind']): Promise<WorldClock>;
  sandbox(): Promise<SandboxControls>;
  planner(): Promise<PlannerRoom>;
  bicep(): Promise<BicepRoom>;
  look(): Promise<LookRoom>;
  /** Whether an unfinished run of that world may lie in the journal. Reads one folder, loads nothing. */
  mayHaveUnfinishedRun(kind: World['kind']): Promise<boolean>;
  /** SHA-256 of a text, as lower-case hex. */
  digest(text: string): Promise<string>;
  /** A cluster's key in the journal, by which an unreadable run is told. */
  clusterKey(kind: World['kind'], clusterId: string): Promise<string>;
}

/** A world's own time. */
export interface WorldClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** What a person's watch says at a time of that world. Milliseconds since 1970. */
  wallTimeOf(atInMs: number): number;
  /** How many times faster than a person's watch it runs. */
  readonly speed: number;
}

/** What the commands about the sandbox need of it. */
export interface SandboxControls {
  readonly scenarios: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
  }[];
  scenario(): Promise<{ readonly name: string }>;
  reset(options: { readonly scenario: string; readonly factor?: number }): Promise<void>;
}

/** A closer look at one cluster, in words. */
export interface LookRoom {
  readonly summarize: (reading: ClusterReading) => Summary;
  readonly detailRows: (rowId: string, look: Look) => readonly Row[];
  readonly tooltipOf: (
    cluster: ClusterRow,
    look: Look,
    timeOfDay: (atInMs: number) => string,
  ) => vscode.MarkdownString;
  readonly egressDocument: (
    cluster: OpenedCluster,
    summary: Summary,
    at: { readonly world: Message; readonly time: string },
  ) => readonly (Message | '')[];
}

/** The conversation about one cluster; its state is opaque to the host. */
export interface PlannerRoom<S = unknown> {
  openSession(opening: Opening): Step<S>;
  step(state: S, event: SessionEvent): Step<S>;
  view(
    state: S,
    at: {
      readonly nowInMs: number;
      readonly timeOfDay: (atInMs: number) => string;
      readonly wallTimeOf: (atInMs: number) => number;
    },
  ): PlannerState;
  parseIntent(message: unknown): { readonly intent: Intent } | { readonly dropped: string };
  /** The person's choice, to be given back with a later opening. */
  keptOf(state: S): readonly Intent[];
}

export interface Step<S> {
  readonly state: S;
  readonly effects: readonly Effect[];
}

export interface Opening {
  readonly world: { readonly kind: World['kind']; readonly label: Message };
  readonly cluster: OpenedCluster;
  readonly target?: Target;
  /** What `keptOf` gave; it went through a page, so the session parses it. */
  readonly kept?: unknown;
  readonly changesAllowed: boolean;
}

export interface BicepRoom {
  readonly ruleIds: readonly string[];
  isWorthReading(text: string): boolean;
  references(uri: string, text: string): readonly string[];
  analyze(files: Files, uri: string): Analysis;
  hoverAt(files: Files, uri: string, offset: number): HoverText | undefined;
}
