import { say } from '../../core/message.js';
import type { RunRecord } from '../../core/run-record.js';
import { foldRun, type OpenQuestion } from '../../core/run.js';
import { abortDialog, giveUpDialog, repeatDialog, takeOverDialog } from '../dialogs.js';
import type { Effect } from '../effect.js';
import type { SessionEvent } from '../event.js';
import { writesHindrance } from '../hindrance.js';
import type { Intent } from '../intent.js';
import { canBeAborted, isUnderWay, isWatched } from '../run-situation.js';
import { isSignInWanted } from '../sign-in.js';
import type { Dialog, Moved, Session } from '../session.js';
import { without } from '../session.js';
import { dropped, moved } from './moved.js';
import { askToRead } from './reading.js';
import { begin, beginOver } from './starting.js';

/** Goes on watching a run that this window does not watch. It sends nothing by itself. */
export function resume(session: Session): Moved {
  const { run } = session;
  if (run?.record === undefined || !isUnderWay(run) || isWatched(run))
    return dropped(session, 'resume without a run that could be resumed');
  return watching(session, { kind: 'resume', runId: run.record.runId });
}

/**
 * Whoever signs in to go on need not say so twice: a run that waits for it is watched again, which sends nothing, and
 * what was read is read again.
 */
export function signedIn(session: Session): Moved {
  const { run } = session;
  if (isWatched(run)) return moved(session);
  const record = run?.record;
  const isOpen = record !== undefined && isUnderWay(run) && foldRun(record).question === undefined;
  return isOpen && isSignInWanted(session) ? resume(session) : askToRead(session);
}

export function detach(session: Session): Moved {
  if (session.run?.status !== 'watching') return dropped(session, 'detach from a run that is not watched');
  return moved({ ...session, run: { ...session.run, status: 'left' } }, { kind: 'detach' });
}

/** Continue with the next step, or repeat one whose answer is lost; the latter is asked once more natively. */
export function answer(session: Session, intent: Extract<Intent, { kind: 'answer' }>): Moved {
  const { run } = session;
  const { question, stepId, yes } = intent;
  if (run?.record === undefined || isWatched(run) || !isAsked(run.record, { question, stepId }))
    return dropped(session, `an answer to ${question} of step ${stepId}, which is not asked`);
  const { runId } = run.record;
  const given: Effect = { kind: 'answer', runId, answered: { question, stepId, yes } };
  if (!yes) return watching(session, given);
  if (writesHindrance(session) !== undefined) return dropped(session, 'a yes while changes are turned off');
  if (question === 'continue') return watching(session, given);
  return asking(session, repeatDialog(session), { question: 'repeat', runId, asked: { question, stepId } });
}

export function abort(session: Session): Moved {
  const { run } = session;
  if (run?.record === undefined || !isUnderWay(run)) return dropped(session, 'abort without a run');
  if (!canBeAborted(run.record)) return dropped(session, 'abort while nothing runs in Azure, or twice');
  if (writesHindrance(session) !== undefined) return dropped(session, 'abort while changes are turned off');
  return asking(session, abortDialog(session), { question: 'abort', runId: run.record.runId });
}

/** Ends a run in the journal only. Not while it is watched: then there is something to wait for. */
export function giveUp(session: Session): Moved {
  const { run } = session;
  const open = run?.record !== undefined && isUnderWay(run) && !isWatched(run) ? run.record.runId : undefined;
  const runId = open ?? session.unreadable[0]?.runId;
  if (runId === undefined || isWatched(run)) return dropped(session, 'giving up without a run that waits');
  return asking(session, giveUpDialog(session), { question: 'giveUp', runId });
}

export function takeOver(session: Session): Moved {
  const { run } = session;
  if (run?.status !== 'held' || run.held?.canBeJudged !== false)
    return dropped(session, 'taking over a lock that is not free for it');
  if (writesHindrance(session) !== undefined)
    return dropped(session, 'taking over while changes are turned off');
  const { record } = run;
  const about = record === undefined ? {} : { runId: record.runId };
  return asking(session, takeOverDialog(session), { question: 'takeOver', ...about });
}

/** Reads again, with the choice of the run that ended still chosen. */
export function planAgain(session: Session): Moved {
  const { run } = session;
  if (run === undefined || isUnderWay(run)) return dropped(session, 'planning again while nothing has ended');
  const target = run.record?.plan.target;
  const opening = target === undefined ? session.opening : { ...session.opening, target };
  return askToRead({ ...without(session, 'run', 'notice'), opening });
}

/** The answer of the one dialog that is open. */
export function confirmed(session: Session, event: Extract<SessionEvent, { kind: 'confirmed' }>): Moved {
  const { dialog } = session;
  if (dialog?.question !== event.question)
    return dropped(session, `an answer to ${event.question}, which is not open`);
  const closed: Session = without(session, 'dialog');
  if (!event.yes) return moved(closed);
  const { runId, digest } = dialog;
  if (event.question === 'start') return begin(closed, digest);
  if (event.question === 'takeOver' && runId === undefined) return beginOver(without(closed, 'run'), digest);
  if (runId === undefined) return dropped(closed, `${event.question} of no run`);
  if (event.question === 'giveUp') return moved(closed, { kind: 'giveUp', runId });
  if (closed.run?.record?.runId !== runId || !isUnderWay(closed.run))
    return dropped(closed, `${event.question} of a run that is over`);
  const hindrance = writesHindrance(closed);
  if (hindrance !== undefined)
    return moved({
      ...closed,
      notice: { mark: 'blocked', text: say('Nothing was sent. {reason}', { reason: hindrance }) },
    });
  if (event.question === 'abort') return moved(closed, { kind: 'abort', runId });
  if (event.question === 'takeOver') return tookOver(closed, runId);
  const { record } = closed.run;
  // The yes is for the step that stood in the dialog, and for no other.
  if (dialog.asked === undefined || !isAsked(record, dialog.asked))
    return dropped(closed, 'a yes to a question that is no longer open');
  return watching(closed, { kind: 'answer', runId, answered: { ...dialog.asked, yes: true } });
}

/** Whatever the lock hindered is done now: an answer that was given, or else watching. */
function tookOver(session: Session, runId: string): Moved {
  const answered = session.run?.answered;
  return answered === undefined
    ? watching(session, { kind: 'resume', runId, evenIfHeld: true })
    : watching(session, { kind: 'answer', runId, answered: { ...answered, evenIfHeld: true } });
}

function isAsked(record: RunRecord, asked: OpenQuestion): boolean {
  const open = foldRun(record).question;
  return open?.question === asked.question && open.stepId === asked.stepId;
}

function asking(session: Session, effect: Effect, about: Omit<Dialog, 'digest'>): Moved {
  if (session.dialog !== undefined) return dropped(session, `${about.question} while a dialog is open`);
  const digest = session.judgement?.digest;
  const dialog = { ...about, ...(digest === undefined ? {} : { digest }) };
  return moved({ ...session, dialog }, effect);
}

/** From now on this window watches; what hindered before is over. */
function watching(session: Session, effect: Effect): Moved {
  const { run } = session;
  if (run === undefined) return dropped(session, `${effect.kind} of no run`);
  const answered = effect.kind === 'answer' ? { answered: effect.answered } : {};
  const next = { ...without(run, 'held', 'problem', 'answered'), ...answered, status: 'watching' } as const;
  return moved({ ...session, run: next }, effect);
}
