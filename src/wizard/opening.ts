import type { Message } from '../core/message.js';
import type { Target } from '../core/target.js';

/** What a planner is opened with. */
export interface Opening {
  /** The label is unmistakable: "Sandbox: nothing reaches Azure". */
  readonly world: { readonly kind: 'azure' | 'sandbox'; readonly label: Message };
  readonly cluster: {
    readonly id: string;
    readonly name: string;
    readonly resourceGroup: string;
    readonly subscriptionId: string;
    readonly subscriptionName?: string;
    readonly tenantId: string;
    readonly location?: string;
  };
  /** Chosen already, by the command. */
  readonly target?: Target;
  /** What `keptOf` gave before a reload. It went through the page, so it is parsed; odd parts are left out. */
  readonly kept?: unknown;
  /** `aksEgress.allowChanges`; the sandbox stays usable without it. */
  readonly changesAllowed: boolean;
}
