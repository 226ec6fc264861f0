import type { Planner } from '../e2e/planner.js';
import type { SandboxBehind } from '../e2e/sandbox.js';
import type { Workbench } from '../e2e/workbench.js';

/** What stands there when a fault has struck, and what the person does then. */
export interface Moment {
  readonly section: 'run' | 'result';
  /** Words of ours. */
  readonly ours: RegExp;
  /** Words of Azure's, where it said some. */
  readonly azure?: RegExp;
  /** The way on: a button. */
  readonly way: string;
  readonly then?: (planner: Planner, window: Workbench, sandbox: SandboxBehind) => Promise<unknown>;
}

/** The cluster whose change is struck; both are in every scenario that fails. */
export type Struck = 'shop-prod' | 'payments-prod';

/** A class of faults, as a person meets it. */
export interface FaultClass {
  readonly name: string;
  /** `payments-prod` where left out: its change is one step, with a way back. */
  readonly cluster?: Struck;
  /** Title of the scenario in which anybody can meet it; without one it is set into the tour. */
  readonly scenario?: string;
  readonly prepare?: (sandbox: SandboxBehind, clusterId: string) => Promise<unknown>;
  readonly moments: readonly Moment[];
  /** PUTs of the cluster that Azure took. */
  readonly accepted: number;
}

export const press =
  (button: string): NonNullable<Moment['then']> =>
  (planner) =>
    planner.press(button);

export const done: Moment = { section: 'result', ours: /Done in/, way: 'Copy message for firewall owners' };
export const planAgain = 'Plan again';

/** Sends again what may not have arrived, as VS Code's own dialog asks. */
export async function sendAgain(planner: Planner, window: Workbench): Promise<void> {
  await planner.press('Send it again…');
  await window.answer(/^/, 'Send Again');
}
