import type { SessionEvent } from './event.js';
import type { Intent, IntentHandlers } from './intent.js';
import type { Opening } from './opening.js';
import { draftIn } from './kept.js';
import { choose, configure, typeName } from './reduce/drafting.js';
import { goBack } from './reduce/going-back.js';
import { digested } from './reduce/judging.js';
import { dropped, moved } from './reduce/moved.js';
import { askToRead, read, readFailed } from './reduce/reading.js';
import { runChanged, runReturned, runs, runTrouble, actRefused } from './reduce/running.js';
import { copy, exportPlan, openDiff, openRule } from './reduce/showing.js';
import { askToStart } from './reduce/starting.js';
import { aroundFailed, aroundRead } from './reduce/surrounding.js';
import {
  abort,
  answer,
  confirmed,
  detach,
  giveUp,
  planAgain,
  resume,
  signedIn,
  takeOver,
} from './reduce/steering.js';
import type { Moved, Session } from './session.js';
import { without } from './session.js';
import { isSignInWanted } from './sign-in.js';

/** Opens a conversation about one cluster; the first thing that it wants is a fresh reading. */
export function openSession(opening: Opening): Moved {
  const { kept, ...rest } = opening;
  const draft = draftIn(kept);
  return askToRead({
    version: 1,
    opening: rest,
    ...(draft === undefined ? {} : { draft }),
    changesAllowed: opening.changesAllowed,
    reading: { generation: 0, status: 'reading' },
    typedName: '',
    unreadable: [],
  });
}

/**
 * What happened -> the next state and what the host is asked to do. Pure and total: whatever the state does
 * not allow, and whatever comes too late, is dropped and logged, and changes nothing.
 */
export function step(session: Session, event: SessionEvent): Moved {
  switch (event.kind) {
    case 'intent':
      return (intents(withoutCopied(session))[event.intent.kind] as (intent: Intent) => Moved)(event.intent);
    case 'read':
      return read(session, event);
    case 'readFailed':
      return readFailed(session, event);
    case 'aroundRead':
      return aroundRead(session, event);
    case 'aroundFailed':
      return aroundFailed(session, event);
    case 'digested':
      return digested(session, event);
    case 'confirmed':
      return confirmed(session, event);
    case 'copied':
      return moved({ ...session, copied: event.what });
    case 'runs':
      return runs(session, event.runs);
    case 'runChanged':
      return runChanged(session, event.record);
    case 'runReturned':
      return runReturned(session, event.outcome);
    case 'runTrouble':
      return event.goesOn === true ? actRefused(session, event.problem) : runTrouble(session, event.problem);
    case 'signedIn':
      return signedIn(session);
    case 'changesAllowed':
      return moved({ ...session, changesAllowed: event.allowed });
  }
}

/** Whatever a person does next ends the word about what was copied. */
const withoutCopied = (session: Session): Session =>
  session.copied === undefined ? session : without(session, 'copied');

const intents = (session: Session): IntentHandlers<Moved> => ({
  ready: () => ready(session),
  refresh: () => refresh(session),
  choose: (intent) => choose(session, intent),
  configure: (intent) => configure(session, intent),
  typeName: (intent) => typeName(session, intent),
  start: (intent) => askToStart(session, intent),
  openDiff: (intent) => openDiff(session, intent),
  openRule: (intent) => openRule(session, intent),
  copy: (intent) => copy(session, intent),
  export: (intent) => exportPlan(session, intent),
  openPortal: () =>
    session.opening.world.kind === 'sandbox'
      ? dropped(session, 'the portal does not know the sandbox')
      : moved(session, { kind: 'openPortal' }),
  signIn: () =>
    isSignInWanted(session)
      ? moved(session, { kind: 'signIn' })
      : dropped(session, 'a sign-in that nothing asks for'),
  answer: (intent) => answer(session, intent),
  resume: () => resume(session),
  detach: () => detach(session),
  abort: () => abort(session),
  giveUp: () => giveUp(session),
  planAgain: () => planAgain(session),
  wayBack: (intent) => goBack(session, intent),
  takeOver: () => takeOver(session),
});

/** The page is there again. It gets its picture anyway; a reading that never succeeded is tried once more. */
const ready = (session: Session): Moved =>
  session.reading.status === 'failed' && session.reading.held === undefined
    ? askToRead(session)
    : moved(session);

const refresh = (session: Session): Moved =>
  session.reading.status === 'reading'
    ? dropped(session, 'reading again while the cluster is being read')
    : askToRead(without(session, 'notice'));
