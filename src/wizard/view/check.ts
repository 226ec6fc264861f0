import type { Finding, RuleResult } from '../../core/finding.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import type { Plan } from '../../core/plan.js';
import { asConfirmed } from '../as-confirmed.js';
import type { SortedFindings } from '../findings.js';
import { sortFindings } from '../findings.js';
import { isAroundBeingRead } from '../reduce/asking-around.js';
import type { Session } from '../session.js';
import type { CheckSection, FindingView, Mark } from '../state.js';
import { counted, sentences } from '../words.js';
import type { At } from './at.js';

type Group = CheckSection['groups'][number];

/** What the rules say of the chosen change, grouped by what it means for a start. Empty groups are not drawn. */
export function checkSection(session: Session, at: At): CheckSection | undefined {
  const { judgement, reading } = session;
  const confirmed = asConfirmed(session);
  if (confirmed?.results !== undefined) return checkAsConfirmed(confirmed.plan, confirmed.results);
  const held = reading.held?.reading;
  if (judgement === undefined || held === undefined) return undefined;
  const isBeingRead = isAroundBeingRead(session);
  const sorted = sortFindings(judgement.results, judgement.plan, isBeingRead);
  if (judgement.target === undefined)
    return { answer: say('The checks wait for an option that is possible'), groups: [], stays: [] };
  return {
    answer: answerOf(sorted),
    more: moreOf(session, judgement.results.length, at.timeOfDay(held.readAtInMs)),
    groups: groupsOf(sorted, judgement.plan).filter(({ findings }) => findings.length > 0),
    stays: judgement.plan?.stays ?? [],
  };
}

/** How much was checked, and where locks, rights, policies and quotas could not be read at all, why. */
function moreOf({ reading }: Session, count: number, time: string): Message {
  const problem = reading.held?.around.problem?.message;
  if (problem !== undefined)
    return say('Locks, rights, policies and quotas could not be read: {problem} Nothing has been sent.', {
      problem,
    });
  return say('{count} checks against what was read at {time}. Nothing has been sent.', { count, time });
}

/** What the person accepted stays beside the run and its result. */
function checkAsConfirmed(plan: Plan, results: readonly RuleResult[]): CheckSection {
  const sorted = sortFindings(results, plan);
  const what = acceptance(sorted.warnings.length, sorted.unknown.length);
  return {
    answer:
      what === undefined
        ? say('Nothing spoke against the change when it was confirmed')
        : say('Accepted for this change: {what}', { what }),
    more: say('As it stood when the plan was confirmed. It is not checked any more.'),
    groups: groupsOf(sorted, plan).filter(({ findings }) => findings.length > 0),
    stays: plan.stays,
  };
}

function answerOf({ blocks, warnings, unknown, solved, awaited }: SortedFindings): Message {
  if (blocks.length > 0)
    return counted(
      blocks.length,
      say('One finding blocks the change'),
      say('{count} findings block the change', { count: blocks.length }),
    );
  if (awaited.length > 0)
    return counted(
      awaited.length,
      say('Nothing blocks the change so far; 1 check is still being read'),
      say('Nothing blocks the change so far; {count} checks are still being read', { count: awaited.length }),
    );
  const toAccept = acceptance(warnings.length, unknown.length);
  if (toAccept !== undefined) return say('Nothing blocks the change; to accept: {what}', { what: toAccept });
  return solved.length > 0
    ? say('Nothing is left that blocks the change')
    : say('Nothing speaks against the change');
}

/** "2 warnings and 1 check that could not be made", or undefined where there is nothing to accept. */
export function acceptance(warnings: number, unknown: number): Message | undefined {
  const some = counted(warnings, say('1 warning'), say('{count} warnings', { count: warnings }));
  const others = counted(
    unknown,
    say('1 check that could not be made'),
    say('{count} checks that could not be made', { count: unknown }),
  );
  if (warnings > 0 && unknown > 0) return say('{some} and {others}', { some, others });
  if (warnings > 0) return some;
  return unknown > 0 ? others : undefined;
}

function groupsOf(sorted: SortedFindings, plan: Plan | undefined): readonly Group[] {
  const group = (mark: Mark, name: Message, folded: boolean, findings: readonly FindingView[]): Group => ({
    mark,
    name,
    folded,
    findings,
  });
  const views = (mark: Mark, findings: readonly Finding[]) =>
    findings.map((one) => findingView(mark, one, plan));
  return [
    group('blocked', say('Blocked'), false, views('blocked', sorted.blocks)),
    group('passed', say('Solved by the plan'), false, views('passed', sorted.solved)),
    group('warning', say('Warnings'), false, views('warning', sorted.warnings)),
    group(
      'unknown',
      say('Unknown: what could not be checked is not passed'),
      false,
      sorted.unknown.map(unknownView),
    ),
    group('running', say('Being read'), false, sorted.awaited.map(awaitedView)),
    group('note', say('Notes'), sorted.blocks.length === 0, views('note', sorted.notes)),
    group('passed', say('Passed'), true, sorted.passed.map(passedView)),
  ];
}

function findingView(mark: Mark, finding: Finding, plan: Plan | undefined): FindingView {
  const { remedy } = finding;
  const index = plan?.steps.findIndex(({ id }) => id === remedy?.solvedByStep) ?? -1;
  const solver = plan?.steps[index];
  return {
    ruleId: finding.ruleId,
    mark,
    title: finding.title,
    message: finding.message,
    ...(remedy === undefined ? {} : { remedy: remedy.text }),
    ...(solver === undefined
      ? {}
      : { solvedBy: say('Step {number}: {title}', { number: index + 1, title: solver.title }) }),
  };
}

const unknownView = (result: Extract<RuleResult, { kind: 'unknown' }>): FindingView => ({
  ruleId: result.ruleId,
  mark: 'unknown',
  title: say('Could not be checked: {title}', { title: result.title }),
  message: sentences(result.lacking.map(({ because }) => because)),
});

const awaitedView = (result: Extract<RuleResult, { kind: 'unknown' }>): FindingView => ({
  ruleId: result.ruleId,
  mark: 'running',
  title: result.title,
  message: say('It is being asked whether this holds.'),
});

const passedView = (result: Extract<RuleResult, { kind: 'pass' }>): FindingView => ({
  ruleId: result.ruleId,
  mark: 'passed',
  title: result.title,
  message: say(''),
});
