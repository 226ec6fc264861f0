import type { Json } from '../../core/json.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { reconciles } from '../../core/reconcile.js';
import type { Plan, Step } from '../../core/plan.js';
import { toldExpectation, toldValue } from '../../core/told-values.js';
import { changesType, doorOf } from '../doors.js';
import { isNameTyped } from '../hindrance.js';
import type { PlanInSight } from '../plan-in-sight.js';
import { planInSight } from '../plan-in-sight.js';
import type { Session } from '../session.js';
import type { StepBodies } from '../step-bodies.js';
import { allBodies } from '../step-bodies.js';
import type { Act, DiffLine, PlanSection } from '../state.js';
import { counted } from '../words.js';
import { allExpected } from '../../core/expectation-words.js';
import { jsonLines, wholeLines } from './json-lines.js';

/** The ordered steps: what each sends, how it is verified, what it interrupts, how it is undone. */
export function planSection(session: Session): PlanSection | undefined {
  const sight = planInSight(session);
  if (sight === undefined) return undefined;
  const { plan, digest } = sight;
  return {
    answer: answerOf(sight),
    more: moreOf(sight),
    digest,
    steps: allBodies(sight).map((bodies, index) => stepView(plan, bodies, index)),
    stays: plan.stays,
    exports: exportActs,
    ...(plan.needsTypedName && !sight.isFixed ? { typedName: typedNameOf(session, plan) } : {}),
  };
}

function answerOf({ plan }: PlanInSight): Message {
  const { length } = plan.steps;
  const turning = plan.steps.findIndex(({ isCutOver }) => isCutOver) + 1;
  if (length === 0) return say('Nothing is sent: the cluster is there already');
  if (reconciles(plan))
    return counted(
      length,
      say('One step, which lets Azure finish its work'),
      say('{count} steps, which let Azure finish its work', { count: length }),
    );
  const door = doorOf(plan);
  if (door === 'oneWay')
    return counted(
      length,
      say('One step, and it cannot be undone'),
      say('{count} steps, and there is no way back', { count: length }),
    );
  if (door === 'disputed')
    return counted(
      length,
      say('One step, and nobody promises a way back'),
      say('{count} steps, and nobody promises a way back', { count: length }),
    );
  if (turning === 0)
    return counted(
      length,
      say('One step; traffic keeps its way'),
      say('{count} steps; traffic keeps its way', { count: length }),
    );
  return counted(
    length,
    say('One step, and it is the moment that partners notice'),
    say('{count} steps; step {turning} is the moment that partners notice', { count: length, turning }),
  );
}

const moreOf = ({ isFixed }: PlanInSight): Message =>
  isFixed
    ? say('As it was confirmed. It is not changed any more.')
    : say('Each step is written to the journal before it is sent, and verified before the next one.');

function stepView(
  plan: Plan,
  { step, before, after }: StepBodies,
  index: number,
): PlanSection['steps'][number] {
  const moment = momentOf(plan, step, index + 1);
  const told = (body: Json | undefined) => body && toldValue(body, plan.steps);
  return {
    id: step.id,
    title: step.title,
    why: step.why,
    request: requestLine(step, plan),
    diff: linesOf(step, told(before), told(after)),
    verify: say('Verified by a fresh read: {expectations}.', {
      expectations: allExpected(step.verify.map((one) => toldExpectation(one, plan.steps))),
    }),
    interruption: step.interruption,
    undo: step.undo,
    isCutOver: step.isCutOver,
    ...(moment === undefined ? {} : { moment }),
    openDiff: {
      label: say('Whole body in the diff editor'),
      intent: { kind: 'openDiff', stepId: step.id },
    },
  };
}

/** What changes; of a resource that comes or goes all of it. */
function linesOf({ send }: Step, before: Json | undefined, after: Json | undefined): readonly DiffLine[] {
  if (send.method === 'POST') return [];
  return before === undefined || after === undefined || send.method === 'DELETE'
    ? wholeLines(before, after)
    : jsonLines(before, after, send.edits);
}

/** "PUT managedClusters/shop-test?api-version=2026-05-01, If-Match". Graph keys are lower-cased, ARM's word is not. */
function requestLine({ send }: Step, { basis }: Plan): string {
  if (send.method === 'POST') {
    const [type = '', name = ''] = send.resourceId.split('/').slice(-2);
    const act = send.kind === 'register' ? 'register' : 'upgradeNodeImageVersion';
    return `POST ${type}/${name}/${act}?api-version=${send.apiVersion}`;
  }
  // Subnets and routes are told with what they lie in.
  const path =
    send.kind === 'cluster' ? undefined : /\/microsoft\.network\/(.+)$/i.exec(send.resourceId)?.[1];
  const [type = '', name = ''] = send.resourceId.split('/').slice(-2);
  const spelt = path ?? `${type.toLowerCase() === 'managedclusters' ? 'managedClusters' : type}/${name}`;
  const isNew = send.kind === 'network' && send.method === 'PUT' && send.create !== undefined;
  // Older answers have no eTag to guard a cluster by; a finding says so.
  const isGuarded = send.kind === 'cluster' ? basis.eTag !== undefined : !isNew;
  return `${send.method} ${spelt}?api-version=${send.apiVersion}${isGuarded ? ', If-Match' : ''}`;
}

type Moment = PlanSection['steps'][number]['moment'];

function momentOf(plan: Plan, step: Step, number: number): Moment {
  const door = doorOf(plan);
  if (changesType(step) && door !== 'open')
    return {
      kind: 'oneWay',
      text:
        door === 'oneWay'
          ? say('One-way door: after step {number} there is no way back', { number })
          : say('Perhaps a one-way door: after step {number} nobody promises a way back', { number }),
    };
  if (!step.isCutOver) return undefined;
  const { outboundType } = plan.target;
  if (outboundType === 'none' || outboundType === 'block')
    return {
      kind: 'cutOver',
      text: say('From step {number} on nothing leaves the cluster any more', { number }),
    };
  return { kind: 'cutOver', text: movedText(plan, number) };
}

function movedText(plan: Plan, number: number): Message {
  if (reconciles(plan))
    return say('Here traffic may move: from step {number} on partners may see other addresses', { number });
  if (plan.steps.slice(0, number - 1).some(({ isCutOver }) => isCutOver))
    return say('Here more of the traffic moves, in step {number}', { number });
  const { key } = plan.from;
  return key === 'none' || key === 'block'
    ? say('Here the cluster gets a way out: from step {number} on partners see where it comes from', {
        number,
      })
    : say('Here traffic moves: from step {number} on partners see other addresses', { number });
}

const typedNameOf = (session: Session, plan: Plan): NonNullable<PlanSection['typedName']> => ({
  why: whyTyped(plan),
  value: session.typedName,
  matches: isNameTyped(session),
});

function whyTyped(plan: Plan): Message {
  const name = plan.clusterName;
  switch (doorOf(plan)) {
    case 'oneWay':
      return say('There is no way back from this change. Type {name} to accept that.', { name });
    case 'disputed':
      return say(
        'Microsoft contradicts itself about the way back. Type {name} to accept that there may be none.',
        { name },
      );
    case 'open':
      return say(
        'Microsoft contradicts itself about this change, so Azure may refuse it. Type {name} to try it all the same.',
        { name },
      );
  }
}

const exportActs: readonly Act[] = [
  { label: say('az CLI'), intent: { kind: 'export', format: 'azCli' } },
  { label: say('Markdown'), intent: { kind: 'export', format: 'markdown' } },
  { label: say('JSON'), intent: { kind: 'export', format: 'json' } },
  { label: say('Copy az commands'), intent: { kind: 'copy', what: 'azCommands' } },
];
