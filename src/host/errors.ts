import * as vscode from 'vscode';
import type { ListingProblem } from '../core/inventory.js';
import { say, type Message } from '../core/message.js';
import { refusalText } from './azure-words.js';
import type { Log } from './log.js';
import { isCanceled, isTrouble, needsSignIn, problemOf, stackOf } from './trouble.js';
import { text } from './words.js';
import type { WorldChoice } from './world.js';
import { toldOf } from './world-label.js';

/** What a person can mend. Its message is shown as it stands. */
export const humanError = (message: Message): Error =>
  Object.assign(new Error(text(message)), { name: 'HumanError' });

/** What the boundary offers beside a trouble. */
export interface WaysOn {
  readonly log: Log;
  readonly signIn: () => unknown;
  /** Whose trouble it is: the sandbox's is never taken for Azure's. */
  readonly world: () => WorldChoice;
}

/**
 * The one boundary: every command and every event ends here. Cancelled is silent; what a person can mend is said
 * with the way on; Azure's own words are shown beside ours; anything else is a bug, logged with its stack and told.
 */
export async function guarded(what: string, work: () => unknown, ways: WaysOn): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isCanceled(error)) return;
    await told(what, error, ways);
  }
}

async function told(what: string, error: unknown, ways: WaysOn): Promise<void> {
  if (error instanceof Error && error.name === 'HumanError') {
    void vscode.window.showWarningMessage(error.message);
    return;
  }
  if (isTrouble(error) || needsSignIn(error)) {
    await showProblem(problemOf(error), ways);
    return;
  }
  const stack = stackOf(error);
  ways.log.error(`${what}: ${stack}`);
  const showLog = text(say('Show Log'));
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await vscode.window.showErrorMessage(
    text(
      say('This is a mistake in AKS Egress: {message}. Nothing more was done.', {
        message: trimmed(message),
      }),
    ),
    showLog,
  );
  if (chosen === showLog) ways.log.show();
}

const trimmed = (message: string): string => message.replace(/[.\s]+$/, '');

/** Shows a problem with the way on and, on demand, Azure's own words. */
export async function showProblem(problem: ListingProblem, ways: WaysOn): Promise<void> {
  const azure = problem.azure === undefined ? undefined : refusalText(problem.azure);
  const said = text(toldOf(ways.world(), problem.message));
  ways.log.warn([said, azure].filter((part) => part !== undefined).join('\n'));
  const signIn = text(say('Sign In'));
  const details = text(say('What Azure Said'));
  const isSignIn = problem.kind === 'signedOut' || problem.kind === 'expired' || problem.kind === 'noConsent';
  const chosen = await vscode.window.showWarningMessage(
    said,
    ...(isSignIn ? [signIn] : []),
    ...(azure === undefined ? [] : [details]),
  );
  if (chosen === signIn) await ways.signIn();
  if (chosen === details && azure !== undefined) await showDetails(said, azure);
}

/** Azure's words in a dialog, ready to be copied into a ticket. */
export async function showDetails(title: string, detail: string): Promise<void> {
  const copy = text(say('Copy'));
  const chosen = await vscode.window.showInformationMessage(title, { modal: true, detail }, copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(`${title}\n\n${detail}`);
}
