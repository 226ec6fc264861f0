import type { ListingProblem } from '../core/inventory.js';
import { foldRun } from '../core/run.js';
import type { Session } from './session.js';

/** True for a problem that signing in mends: nothing has failed by it. */
export const isMendedBySignIn = (problem: ListingProblem | undefined): boolean =>
  problem?.kind === 'signedOut' || problem?.kind === 'expired' || problem?.kind === 'noConsent';

/** True while something on the screen waits for a sign-in. */
export function isSignInWanted({ reading, run }: Session): boolean {
  if (isMendedBySignIn(reading.problem) || isMendedBySignIn(run?.problem)) return true;
  if (run?.record === undefined) return false;
  return foldRun(run.record).steps.some(
    ({ status, waiting }) => status === 'waiting' && waiting?.reason === 'signIn',
  );
}
