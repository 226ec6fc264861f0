import { say } from '../../core/message.js';
import { foldRun } from '../../core/run.js';
import { abortDialog, giveUpDialog, repeatDialog, takeOverDialog } from '../dialogs.js';
import type { Effect } from '../effect.js';
import type { Question, SessionEvent } from '../event.js';
import { writesHindrance } from '../hindrance.js';
import type { Intent } from '../intent.js';
import { canBeAborted, isUnderWay, isWatched } from '../run-situation.js';
import type { Moved, Session } from '../session.js';
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

export function detach(session: Session): Moved {
  if (session.run?.status !== 'watching') return dropped(session, 'detach from a run that is not watched');
  return moved({ ...session, run: { ...session.run, status: 'left' } }, { kind: 'detach' });
}

/** Continue with the next step, or repeat one whose answer is lost; the latter is asked once more natively. */
export function answer(session: Session, intent: Extract<Intent, { kind: 'answer' }>): Moved {
  const { run } = session;
  const open = run?.record === undefined ? undefined : foldRun(run.record).question;
  if (run?.record === undefined || open?.question !== intent.question || isWatched(run))
    return dropped(session, `an answer to ${intent.question}, which is not asked`);
  const { runId } = run.record;
  if (!intent.yes) return watching(session, { kind: 'answer', runId, yes: false });
  if (writesHindrance(session) !== undefined) return dropped(session, 'a yes while changes are turned off');
  if (intent.question === 'repeat') return asking(session, 'repeat', repeatDialog(session), runId);
  return watching(session, { kind: 'answer', runId, yes: true });
}

export function abort(session: Session): Moved {
  const { run } = session;
  if (run?.record === undefined || !isUnderWay(run)) return dropped(session, 'abort without a run');
  if (!canBeAborted(run.record)) return dropped(session, 'abort while nothing runs in Azure, or twice');
  if (writesHindrance(session) !== undefined) return dropped(session, 'abort while changes are turned off');
  return asking(session, 'abort', abortDialog(session), run.record.runId);
}

/** Ends a run in the journal only. Not while it is watched: then there is something to wait for. */
export function giveUp(session: Session): Moved {
  const { run } = session;
  const open = run?.record !== undefined && isUnderWay(run) && !isWatched(run) ? run.record.runId : undefined;
  const runId = open ?? session.unreadable[0]?.runId;
  if (runId === undefined || isWatched(run)) return dropped(session, 'giving up without a run that waits');
  return asking(session, 'giveUp', giveUpDialog(session), runId);
}

export function takeOver(session: Session): Moved {
  const { run } = session;
  if (run?.status !== 'held' || run.held?.canBeJudged !== false)
    return dropped(session, 'taking over a lock that is not free for it');
  if (writesHindrance(session) !== undefined)
    return dropped(session, 'taking over while changes are turned off');
  return asking(session, 'takeOver', takeOverDialog(session), run.record?.runId);
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
  if (event.question === 'takeOver') return watching(closed, { kind: 'resume', runId, evenIfHeld: true });
  return watching(closed, { kind: 'answer', runId, yes: true });
}

function asking(session: Session, question: Question, effect: Effect, runId: string | undefined): Moved {
  if (session.dialog !== undefined) return dropped(session, `${question} while a dialog is open`);
  const digest = session.judgement?.digest;
  const dialog = {
    question,
    ...(runId === undefined ? {} : { runId }),
    ...(digest === undefined ? {} : { digest }),
  };
  return moved({ ...session, dialog }, effect);
}

/** From now on this window watches; what hindered before is over. */
function watching(session: Session, effect: Effect): Moved {
  const { run } = session;
  if (run === undefined) return dropped(session, `${effect.kind} of no run`);
  return moved({ ...session, run: { ...without(run, 'held', 'problem'), status: 'watching' } }, effect);
}
