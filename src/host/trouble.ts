import type { ListingProblem } from '../core/inventory.js';
import { say } from '../core/message.js';
import type { Trouble } from './world.js';

/** Told by name, because a trouble may come from another bundle. */
export function isTrouble(error: unknown): error is Trouble {
  if (!(error instanceof Error) || error.name !== 'Trouble' || !('problem' in error)) return false;
  const { problem } = error;
  return typeof problem === 'object' && problem !== null && 'kind' in problem && 'message' in problem;
}

/** Whether somebody stopped waiting, by a signal or in VS Code's own way. */
export const isCanceled = (error: unknown): boolean =>
  error instanceof Error && ['AbortError', 'Canceled', 'CancellationError'].includes(error.name);

/** Whether only a prompt could give a token. */
export const needsSignIn = (error: unknown): boolean =>
  error instanceof Error && error.name === 'SignInNeeded';

/** Any error as a problem that can be shown in place. A bug keeps its words, and is in the log with its stack. */
export function problemOf(error: unknown): ListingProblem {
  if (isTrouble(error)) return error.problem;
  const words = error instanceof Error ? error.message : String(error);
  if (needsSignIn(error))
    return { kind: 'expired', message: say('Sign in again, then go on. {words}', { words }) };
  if (error instanceof Error && error.name === 'HumanError')
    return { kind: 'failed', message: say('{words}', { words }) };
  return { kind: 'failed', message: say('Something went wrong in the extension: {words}', { words }) };
}

/** An error for the log: where it happened, or what it said. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
