import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { resolvedStep } from '../../core/resolve-step.js';
import { reconciles } from '../../core/reconcile.js';
import type { RunState } from '../../core/run.js';
import { foldRun } from '../../core/run.js';
import type { RunRecord } from '../../core/run-record.js';
import { azureWords, lastRefusalOf } from '../azure-words.js';
import type { Session } from '../session.js';
import type { Act, Mark, ResultSection } from '../state.js';
import type { ShutOut } from '../shut-out.js';
import { shutOutAfter } from '../shut-out.js';
import { thingNamed } from '../thing-named.js';
import { type Told, tellOwners } from '../tell-owners.js';
import { few } from '../../core/few.js';
import {
  copyMessageAct,
  copyNewAddressesAct,
  copyRangesCommandAct,
  copyRefusalAct,
  openPortalAct,
  planAgainAct,
  refreshAct,
} from './acts.js';
import type { At } from './at.js';
import { areAllFilledIn, differenceLines } from './difference-words.js';
import { propagationInMinutes } from '../../core/authorized-ranges.js';
import { endsLockOut } from '../../core/lock-out.js';
import { declaredKeyOf } from '../../core/declared.js';
import { allExpected, expectationWords } from '../../core/expectation-words.js';
import { valueOf } from '../../core/fact.js';
import { targetsInText, type TargetKey } from '../../core/outbound-type.js';
import { keyOf } from '../../core/target.js';
import { hasNetworkPast } from '../../core/undoing.js';
import { undoingOf } from '../../core/undoing-of.js';
import { doorOf } from '../doors.js';
import { endingOf } from './endings.js';
import { elapsedOf } from './run.js';

/** What came of a run that has ended: what is true now, what is left to do, the way on. */
export function resultSection(session: Session, at: At): ResultSection | undefined {
  const { run } = session;
  if (run?.record === undefined || run.status !== 'ended') return undefined;
  const { record } = run;
  const state = foldRun(record);
  const refusal = state.end === 'succeeded' ? undefined : lastRefusalOf(record);
  const told = tellOwners(record);
  const shutOut = shutOutAfter(session, record);
  const found = state.steps.flatMap((step) => step.differences);
  const differences = differenceLines(found);
  return {
    ...headOf(record, state, at),
    mark: markOf(state, !areAllFilledIn(found) || shutOut !== undefined),
    ...addressesOf(record, state),
    verified: verifiedOf(record, state),
    tell: told?.lines ?? [],
    left: [...(shutOut === undefined ? [] : [letIn(shutOut)]), ...leftOf(record, state, told?.kind)],
    // Where nothing was done there is nothing to go back from.
    ...(state.steps.some(({ status }) => status === 'succeeded')
      ? { wayBack: record.plan.wayBack.message }
      : {}),
    differences,
    ...(refusal === undefined ? {} : { azure: azureWords(refusal) }),
    acts: [
      ...(shutOut === undefined ? [] : [copyRangesCommandAct]),
      ...actsOf(session, record, state, told?.kind),
    ],
  };
}

/** After a change that ended badly the addresses are told only where they are known to be the same. */
function addressesOf(record: RunRecord, state: RunState): Pick<ResultSection, 'before' | 'after'> {
  const { addresses: before } = record.before;
  const { addresses: after } = state;
  if (after === undefined) return { before: state.end === 'succeeded' ? before : [] };
  const isSame = before.length === after.length && before.every((address) => after.includes(address));
  return state.end === 'succeeded' || isSame ? { before, after } : { before: [], after: [] };
}

function headOf(record: RunRecord, state: RunState, at: At): Pick<ResultSection, 'answer' | 'more'> {
  if (state.end !== 'succeeded') return endingOf(record, state);
  const elapsed = elapsedOf(record, at);
  const { addresses = [] } = state;
  const answer =
    addresses.length === 0
      ? say('Done in {elapsed}: the cluster declares {type}', {
          elapsed,
          type: state.outboundType ?? record.plan.target.outboundType,
        })
      : say('Done in {elapsed}: the cluster leaves from {addresses}', { elapsed, addresses: few(addresses) });
  return { answer, more: say('Every step was verified by a fresh read after Azure said that it was done.') };
}

function markOf({ end }: RunState, isSomethingLeft: boolean): Mark {
  if (end === undefined) return 'note';
  switch (end) {
    case 'succeeded':
      return isSomethingLeft ? 'warning' : 'passed';
    case 'failed':
    case 'refused':
      return 'blocked';
    case 'unverified':
      return 'unknown';
    case 'canceled':
    case 'stale':
      return 'warning';
    case 'sandboxReset':
    case 'givenUp':
      return 'note';
  }
}

/** What was verified, step by step and by its resource where there are several: subnets are verified alike. */
function verifiedOf({ plan, found = [] }: RunRecord, { steps }: RunState): readonly Message[] {
  const done = new Set(steps.filter(({ status }) => status === 'succeeded').map(({ stepId }) => stepId));
  const isOnly = plan.steps.length === 1;
  return plan.steps.flatMap((planned, index) => {
    if (!done.has(planned.id)) return [];
    const step = resolvedStep(planned, found);
    if (isOnly) return step.verify.map(expectationWords);
    const args = { number: index + 1, thing: thingNamed(step), expectations: allExpected(step.verify) };
    return [say('Step {number}, {thing}: {expectations}', args)];
  });
}

/** Before all else: without it nodes report NotReady. */
export const letIn = ({ missing }: ShutOut): Message =>
  say('Let {ranges} in at the API server now: nodes that leave from there report NotReady until then.', {
    ranges: missing,
  });

function leftOf({ plan }: RunRecord, { end }: RunState, kind: Told['kind'] | undefined): readonly Message[] {
  if (end !== 'succeeded') return [];
  const found =
    kind === 'unknown'
      ? [
          say(
            'Find out from which addresses the cluster leaves now: those who run its firewall or gateway know.',
          ),
        ]
      : [];
  const told =
    kind === undefined
      ? []
      : [
          say('Tell the keepers of other firewalls the new addresses.'),
          say('Take the old addresses out of their lists once nothing depends on them.'),
        ];
  const files = say('Change the files that declare this cluster: the next deployment would take this back.');
  const nodes = plan.steps.some(({ id }) => endsLockOut(plan, id))
    ? [
        say(
          'See that every node reports Ready again: the list of ranges takes up to {minutes} minutes to apply.',
          { minutes: propagationInMinutes },
        ),
      ]
    : [];
  return [...nodes, ...found, ...told, files];
}

function actsOf(
  session: Session,
  record: RunRecord,
  state: RunState,
  kind: Told['kind'] | undefined,
): readonly Act[] {
  const portal = session.opening.world.kind === 'azure' ? [openPortalAct] : [];
  if (state.end === 'succeeded')
    return [
      ...(kind === undefined ? [] : [copyMessageAct]),
      ...(kind === 'changed' && (state.addresses ?? []).length > 0 ? [copyNewAddressesAct] : []),
      ...wayBackActs(session, record),
      ...portal,
    ];
  const refusal = lastRefusalOf(record) === undefined ? [] : [copyRefusalAct];
  return [...(state.end === 'sandboxReset' ? [refreshAct] : [planAgainAct]), ...refusal, ...portal];
}

/** The way back is a plan like any other: chosen, judged, shown, confirmed. */
function wayBackActs(session: Session, record: RunRecord): readonly Act[] {
  const { plan } = record;
  const { key } = plan.from;
  const door = doorOf(plan);
  const facts = session.reading.held?.reading.facts;
  const isBack =
    facts !== undefined && key !== keyOf(plan.target) && valueOf(declaredKeyOf(facts.cluster)) === key;
  if (key === undefined || door === 'oneWay' || isBack || reconciles(plan)) return [];
  return [
    {
      label: door === 'open' ? say('Plan the way back') : say('Plan a try of the way back'),
      intent: { kind: 'wayBack' },
      meaning: meaningOfBack(record, key),
    },
  ];
}

/** What will stand in that plan, and no more. */
function meaningOfBack(record: RunRecord, key: TargetKey): Message {
  const { plan } = record;
  const type = targetsInText[key];
  const past = undoingOf(record);
  if (doorOf(plan) === 'disputed')
    return say(
      'A new plan to {type}, with the settings of before; Microsoft contradicts itself about it, and Azure decides. Nothing is sent by choosing.',
      {
        type,
      },
    );
  if (hasNetworkPast(past))
    return say(
      'A new plan to {type}, with the settings of before, that takes back what this change did on your network. What cannot come back is said there. Nothing is sent by choosing.',
      { type },
    );
  return key === keyOf(plan.target)
    ? say(
        'A new plan with the settings of before. What cannot come back is said there. Nothing is sent by choosing.',
      )
    : say(
        'A new plan to {type}, with the settings of before. What cannot come back is said there. Nothing is sent by choosing.',
        {
          type,
        },
      );
}
