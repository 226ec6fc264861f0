import type { Effect } from '../../wizard/effect.js';
import type { Opening, PlannerRoom } from '../rooms.js';
import type { World } from '../world.js';

/** What a session asks of VS Code and of the machine; each is one effect. */
export interface Hands {
  readonly digest: (text: string) => Promise<string>;
  readonly bodyDigest: (reading: Awaited<ReturnType<World['read']>>) => Promise<string>;
  readonly confirm: (question: Extract<Effect, { kind: 'confirm' }>) => Promise<boolean>;
  readonly openDiff: (diff: Extract<Effect, { kind: 'openDiff' }>) => Promise<void>;
  readonly openRule: (ruleId: string) => Promise<void>;
  readonly copy: (copied: Extract<Effect, { kind: 'copy' }>) => Promise<void>;
  readonly exportText: (exported: Extract<Effect, { kind: 'export' }>) => Promise<void>;
  readonly openPortal: () => Promise<void>;
  /** Another effect's failure: a bug or Azure's refusal, told at the one boundary. */
  readonly guard: (what: string, work: () => Promise<void>) => Promise<void>;
  readonly log: (line: string) => void;
  readonly warn: (line: string) => void;
}

export interface SessionNeeds {
  readonly room: PlannerRoom;
  readonly world: World;
  readonly opening: Opening;
  /** The cluster's key in the journal. */
  readonly clusterKey: string;
  readonly hands: Hands;
  readonly clock: {
    readonly now: () => number;
    readonly timeOfDay: (atInMs: number) => string;
    readonly wallTimeOf: (atInMs: number) => number;
  };
  /** A fresh reading came in. */
  readonly onRead: (reading: Awaited<ReturnType<World['read']>>) => void;
  /** The picture has changed, or watching has begun or ended. */
  readonly onChange: () => void;
  /** A run has come back: the cluster may be another one now. */
  readonly onRunReturned: () => void;
}
