import { egressAddressesOf } from '../../core/egress-addresses.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { foldRun } from '../../core/run.js';
import { targetNames } from '../../core/outbound-type.js';
import type { TargetKey } from '../../core/outbound-type.js';
import { keyOf } from '../../core/target.js';
import type { Confirmed } from '../as-confirmed.js';
import { asConfirmed } from '../as-confirmed.js';
import { doorOf } from '../doors.js';
import { startHindrance } from '../hindrance.js';
import { sortFindings } from '../findings.js';
import { typedOf } from '../options-of.js';
import { planInSight } from '../plan-in-sight.js';
import { isAroundBeingRead } from '../reduce/asking-around.js';
import type { Session } from '../session.js';
import { fieldsOf } from '../target-of.js';
import type { Mark, PlannerState, SectionId, TodaySection } from '../state.js';
import { counted } from '../words.js';
import { acceptance } from './check.js';

type Entry = PlannerState['rail'][number];
type Short = Pick<Entry, 'fact' | 'mark'>;

/** Contents and summary in one: a mark and a short fact for each section. Nothing is locked but Run. */
export function railOf(
  session: Session,
  sections: Pick<PlannerState, 'today' | 'result'>,
): PlannerState['rail'] {
  const entry = (id: SectionId, name: Message, short: Short): Entry => ({ id, name, ...short });
  return [
    entry('today', say('Today'), today(session, sections.today)),
    entry('choose', say('Choose'), choice(session)),
    entry('configure', say('Configure'), options(session)),
    entry('check', say('Check'), check(session)),
    entry('plan', say('Plan'), plan(session)),
    entry('run', say('Run'), run(session)),
    entry('result', say('Result'), result(session, sections.result?.mark)),
  ];
}

const afterChoice: Short = { fact: say('After the choice'), mark: 'todo' };

function today({ reading }: Session, section: TodaySection | undefined): Short {
  if (section === undefined)
    return reading.status === 'failed'
      ? { fact: say('Not read'), mark: 'unknown' }
      : { fact: say('Reading'), mark: 'running' };
  if (reading.status === 'reading') return { fact: say('Reading again'), mark: 'running' };
  if (reading.status === 'failed') return { fact: say('Older than it should be'), mark: 'warning' };
  const differing = section.pools.filter(({ note }) => note?.mark === 'warning').length;
  const unknown = section.missing.length;
  if (differing > 0)
    return {
      fact: counted(differing, say('1 pool differs'), say('{count} pools differ', { count: differing })),
      mark: 'warning',
    };
  if (unknown > 0)
    return {
      fact: counted(unknown, say('1 fact is missing'), say('{count} facts are missing', { count: unknown })),
      mark: 'unknown',
    };
  const facts = reading.held?.reading.facts;
  if (facts !== undefined && egressAddressesOf(facts).kind !== 'known')
    return { fact: say('Addresses not known'), mark: 'unknown' };
  const count = section.addresses.length;
  if (count === 0) return { fact: say('No address'), mark: 'passed' };
  return { fact: counted(count, say('1 address'), say('{count} addresses', { count })), mark: 'passed' };
}

function choice(session: Session): Short {
  const { draft, reading } = session;
  const key = draft?.key ?? keyOfConfirmed(session);
  if (key !== undefined) return { fact: targetNames[key], mark: 'passed' };
  return { fact: reading.held === undefined ? say('After the reading') : say('Not chosen'), mark: 'todo' };
}

function keyOfConfirmed(session: Session): TargetKey | undefined {
  const confirmed = asConfirmed(session);
  return confirmed === undefined ? undefined : keyOf(confirmed.plan.target);
}

function options(session: Session): Short {
  const { draft, judgement } = session;
  const confirmed = asConfirmed(session);
  if (confirmed !== undefined) {
    const { target } = confirmed.plan;
    return { fact: optionCount(Object.keys(typedOf(keyOf(target), target)).length), mark: 'passed' };
  }
  if (draft === undefined || judgement === undefined) return afterChoice;
  const problems = Object.keys(judgement.problems).length;
  if (problems > 0)
    return {
      fact: counted(
        problems,
        say('1 option is not possible'),
        say('{count} options are not possible', { count: problems }),
      ),
      mark: 'blocked',
    };
  const typed = draft.typed[draft.key] ?? {};
  const facts = session.reading.held?.reading.facts;
  const asked = facts === undefined ? [] : fieldsOf(draft, facts);
  const set = asked.filter((option) => (typed[option] ?? '').trim() !== '').length;
  // The address of a firewall is nobody's to guess.
  if (asked.includes('firewall') && set === 0) return { fact: say('1 option is open'), mark: 'todo' };
  return { fact: optionCount(set), mark: 'passed' };
}

const optionCount = (count: number): Message =>
  count === 0 ? say('Nothing set') : counted(count, say('1 option'), say('{count} options', { count }));

function check(session: Session): Short {
  const { judgement } = session;
  const confirmed = asConfirmed(session);
  if (confirmed !== undefined) return checkAsConfirmed(confirmed);
  if (judgement?.target === undefined) return afterChoice;
  const { blocks, warnings, unknown, awaited } = sortFindings(
    judgement.results,
    judgement.plan,
    isAroundBeingRead(session),
  );
  if (blocks.length > 0)
    return {
      fact: counted(
        blocks.length,
        say('1 finding blocks it'),
        say('{count} findings block it', { count: blocks.length }),
      ),
      mark: 'blocked',
    };
  if (awaited.length > 0) return { fact: say('Being read'), mark: 'running' };
  const fact = acceptance(warnings.length, unknown.length);
  if (fact === undefined) return { fact: say('Nothing against it'), mark: 'passed' };
  return { fact, mark: warnings.length > 0 ? 'warning' : 'unknown' };
}

function checkAsConfirmed({ plan, results }: Confirmed): Short {
  if (results === undefined) return { fact: say('Before the start'), mark: 'passed' };
  const { warnings, unknown } = sortFindings(results, plan);
  const what = acceptance(warnings.length, unknown.length);
  return {
    fact: what === undefined ? say('Nothing against it') : say('{what} accepted', { what }),
    mark: 'passed',
  };
}

function plan(session: Session): Short {
  const sight = planInSight(session);
  if (sight === undefined)
    return session.judgement === undefined ? afterChoice : { fact: say('No plan'), mark: 'blocked' };
  const count = sight.plan.steps.length;
  if (sight.isFixed)
    return {
      fact: counted(count, say('1 step, fixed'), say('{count} steps, fixed', { count })),
      mark: 'passed',
    };
  const door = doorOf(sight.plan);
  if (door !== 'open')
    return {
      fact: door === 'oneWay' ? say('No way back: to accept') : say('Way back not promised'),
      mark: 'warning',
    };
  const isReady = startHindrance(session) === undefined;
  return isReady
    ? { fact: counted(count, say('1 step'), say('{count} steps', { count })), mark: 'passed' }
    : { fact: counted(count, say('1 step, draft'), say('{count} steps, draft', { count })), mark: 'todo' };
}

function run(session: Session): Short {
  const { run: current } = session;
  if (current === undefined)
    return startHindrance(session) === undefined
      ? { fact: say('Not started'), mark: 'todo' }
      : { fact: say('Not possible yet'), mark: 'locked' };
  if (current.record === undefined)
    return current.status === 'starting' || current.status === 'watching'
      ? { fact: say('Starting'), mark: 'running' }
      : { fact: say('Not started'), mark: 'warning' };
  return withRecord(current.status, foldRun(current.record));
}

function withRecord(status: NonNullable<Session['run']>['status'], state: ReturnType<typeof foldRun>): Short {
  const count = state.steps.length;
  const done = state.steps.filter((step) => step.status === 'succeeded').length;
  if (status === 'ended')
    return state.end === 'succeeded'
      ? { fact: say('Done'), mark: 'passed' }
      : {
          fact: counted(count, say('Ended, not done'), say('Ended, {done} of {count} done', { done, count })),
          mark: 'warning',
        };
  if (state.question !== undefined) return { fact: say('Waits for you'), mark: 'warning' };
  if (status !== 'watching') return { fact: say('Not watched'), mark: 'warning' };
  const number = Math.min(done + 1, count);
  return {
    fact: counted(count, say('Under way'), say('Step {number} of {count}', { number, count })),
    mark: 'running',
  };
}

function result({ run: current }: Session, mark: Mark | undefined): Short {
  if (mark === undefined) return { fact: say('After the run'), mark: 'todo' };
  if (current?.past === true) return { fact: say('Of the last change'), mark };
  return { fact: mark === 'passed' ? say('Done') : say('Look here'), mark };
}
