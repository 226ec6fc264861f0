import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { NetworkOption } from '../../core/options.js';
import { sortFindings } from '../findings.js';
import { isNameTyped, startHindrance, writesHindrance } from '../hindrance.js';
import { gatewayChoices, networkFieldsOf } from '../network-options.js';
import { isUnderWay } from '../run-situation.js';
import type { Session } from '../session.js';
import { isMendedBySignIn } from '../sign-in.js';
import type { Act, Mark, PlannerState, SectionId } from '../state.js';
import { counted } from '../words.js';
import { giveUpAct, refreshAct, signInAct } from './acts.js';
import type { At } from './at.js';
import { acceptance } from './check.js';
import { endedFooter, runFooter } from './run-footer.js';

export type Footer = PlannerState['footer'];

/** One next act and the sentence that explains it: together they lead from Today to Result. */
export function footerOf(session: Session, at: At): Footer {
  const { run, unreadable, draft, reading } = session;
  if (run !== undefined && (isUnderWay(run) || run.record === undefined)) return runFooter(session, run, at);
  if (unreadable.length > 0) return unreadableFooter;
  const isOlder = run?.past === true && draft !== undefined;
  if (run !== undefined && !isOlder) return endedFooter(session, run, at);
  if (reading.held === undefined || reading.status !== 'read') return readingFooter(session);
  if (draft === undefined) return choiceFooter;
  return planFooter(session);
}

const goTo = (label: Message, section: SectionId) => ({ label, goTo: section });

const unreadableFooter: Footer = {
  mark: 'unknown',
  sentence: say('The record of an earlier run cannot be read, so nothing is changed until you decide.'),
  more: say('Look at the cluster in the portal first.'),
  next: giveUpAct,
  others: [refreshAct],
};

function readingFooter({ reading }: Session): Footer {
  const { problem } = reading;
  if (reading.status === 'reading' || problem === undefined)
    return {
      mark: 'running',
      sentence: say('The cluster is being read. Nothing is changed by that.'),
      others: [],
    };
  const isSignIn = isMendedBySignIn(problem);
  return {
    mark: 'warning',
    sentence: problem.message,
    more: say('Nothing is changed by reading, and nothing was sent.'),
    next: isSignIn ? signInAct : refreshAct,
    others: isSignIn ? [refreshAct] : [],
  };
}

const choiceFooter: Footer = {
  mark: 'todo',
  sentence: say('Nothing is chosen yet. See how traffic leaves today, then choose another way.'),
  more: say('Nothing is sent by choosing.'),
  next: goTo(say('Choose a type'), 'choose'),
  others: [],
};

function planFooter(session: Session): Footer {
  const { judgement } = session;
  const hindrance = startHindrance(session);
  if (hindrance === undefined) return readyFooter(session);
  const digest = judgement?.digest ?? '';
  const start: Act = { label: say('Start…'), intent: { kind: 'start', digest }, disabled: hindrance };
  const next = nextThing(session);
  return {
    mark: next.mark,
    sentence: say('Start is not possible yet. {hindrance}', { hindrance }),
    more: next.more,
    next: next.act,
    others: [start],
  };
}

interface NextThing {
  readonly mark: Mark;
  readonly more: Message;
  readonly act: NonNullable<Footer['next']>;
}

/** What gets closer to a start. */
function nextThing(session: Session): NextThing {
  const { judgement } = session;
  const { blocks } = sortFindings(judgement?.results ?? [], judgement?.plan);
  if (Object.keys(judgement?.problems ?? {}).length > 0)
    return {
      mark: 'blocked',
      more: say('The reason stands beside the option.'),
      act: { ...goTo(say('Go to the option'), 'configure'), focus: 'options' },
    };
  if (blocks.length > 0 && canBeCured(session))
    return {
      mark: 'blocked',
      more: say('The plan can make your network ready itself. Or do it yourself and read again.'),
      act: { ...goTo(say('Go to the option'), 'configure'), focus: 'options' },
    };
  // There is a plan all the same: only this person may not run it.
  if (blocks.length > 0 && judgement?.plan !== undefined) return forSomebodyElse('blocked');
  if (blocks.length > 0)
    return {
      mark: 'blocked',
      more: say('Each finding tells what to do. Or choose another type.'),
      act: goTo(counted(blocks.length, say('Go to the finding'), say('Go to the first finding')), 'check'),
    };
  if (judgement?.plan === undefined)
    return {
      mark: 'blocked',
      more: say('Another type may be possible.'),
      act: goTo(say('Choose another type'), 'choose'),
    };
  if (!isNameTyped(session))
    return {
      mark: 'warning',
      more: say('Typing it says that you have read why, and go on all the same.'),
      act: { ...goTo(say('Go to the name'), 'plan'), focus: 'typedName' },
    };
  if (writesHindrance(session) !== undefined) return forSomebodyElse('note');
  return { mark: 'running', more: say('This takes a moment.'), act: goTo(say('Look at the plan'), 'plan') };
}

const forSomebodyElse = (mark: Mark): NextThing => ({
  mark,
  more: say('The az commands of the plan can be run by somebody who may.'),
  act: { label: say('Copy az commands'), intent: { kind: 'copy', what: 'azCommands' } },
});

/** True where an option that is left open lets the plan take care of what blocks. */
function canBeCured({ draft, reading }: Session): boolean {
  const facts = reading.held?.reading.facts;
  if (draft === undefined || facts === undefined) return false;
  const typed = draft.typed[draft.key] ?? {};
  const fields = networkFieldsOf(draft.key, facts, typed);
  const isOpen = (option: NetworkOption): boolean => fields.includes(option) && (typed[option] ?? '') === '';
  return typed.natGateway === gatewayChoices.none || isOpen('gatewayId') || isOpen('firewall');
}

function readyFooter({ judgement }: Session): Footer {
  const { warnings, unknown } = sortFindings(judgement?.results ?? [], judgement?.plan);
  const what = acceptance(warnings.length, unknown.length);
  return {
    mark: what === undefined ? 'passed' : 'warning',
    sentence:
      what === undefined
        ? say('Nothing speaks against the start.')
        : say('Nothing blocks the start; to accept: {what}.', { what }),
    more: say('Nothing is sent before you confirm.'),
    next: { label: say('Review and start…'), intent: { kind: 'start', digest: judgement?.digest ?? '' } },
    others: [],
  };
}
