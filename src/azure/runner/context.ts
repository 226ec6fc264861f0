import type { ReadingMemory } from '../facts/read-cluster.js';
import type { AzurePorts, Cloud } from '../ports.js';
import type { Arms } from '../sign-in/arms.js';

/** What every run of one world shares. */
export interface RunnerContext {
  readonly ports: AzurePorts;
  readonly cloud: Cloud;
  readonly kind: 'azure' | 'sandbox';
  readonly arms: Arms;
  readonly memory: ReadingMemory;
}
