import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { Json } from '../../src/core/json.js';
import { say } from '../../src/core/message.js';
import { targetKeys } from '../../src/core/outbound-type.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { RunEvent, RunRecord } from '../../src/core/run-record.js';
import type { Effect } from '../../src/wizard/effect.js';
import type { Question, SessionEvent } from '../../src/wizard/event.js';
import { sortFindings } from '../../src/wizard/findings.js';
import type { Intent } from '../../src/wizard/intent.js';
import type { Moved, Session } from '../../src/wizard/session.js';
import { openSession, step } from '../../src/wizard/step.js';
import { view } from '../../src/wizard/view.js';
import type { ClusterSketch } from '../fakes/cluster-sketch.js';
import { nodeAutoProvisioning, ownWithGateway, ownWithRouteTable } from '../fakes/clusters.js';
import { calmAround } from '../fakes/calm-around.js';
import { readingOf, withDeniedSubnet, withUnknownProperty } from '../fakes/readings.js';
import { at, openingFor, sha256 } from './conversation.js';

// One cluster that looks different at each reading: somebody else is busy with it, too.
const name = 'payments-prod';
const managed: ClusterSketch = {
  name,
  network: 'managed',
  outboundType: 'loadBalancer',
  addresses: ['203.0.113.61'],
};
const readings = [
  readingOf({ ...ownWithGateway, name }),
  readingOf({ ...ownWithGateway, name, eTag: '"e-2"' }),
  readingOf({ ...ownWithRouteTable, name }),
  readingOf(managed),
  readingOf({ ...managed, outboundType: 'managedNATGateway' }),
  readingOf({ ...managed, outboundType: undefined, pools: [] }),
  readingOf({ ...managed, outboundType: 'somethingNew', eTag: null }),
  readingOf({ ...nodeAutoProvisioning, name }),
  withDeniedSubnet(readingOf({ ...ownWithGateway, name }), 'snet-apps'),
  withUnknownProperty(readingOf(managed), 'outboundType'),
];

const problems = [
  'signedOut',
  'noConsent',
  'expired',
  'denied',
  'throttled',
  'offline',
  'changesOff',
  'failed',
] as const;
const questions: readonly Question[] = ['start', 'abort', 'giveUp', 'repeat', 'takeOver'];
const typed = ['', '0', '1', '4', '16', '17', '120', '64000', ' 8 ', '-1', '1e9', 'x', '９'];

/** Everything that a world may answer, and everything that a page may send, in any order. */
interface Dice {
  readonly what: number;
  readonly which: number;
  readonly yes: boolean;
}

const pick = <T>(list: readonly T[], { which }: Dice): T => list[which % list.length]!;

const readEvent = (generation: number, reading: ClusterReading): SessionEvent => ({
  kind: 'read',
  generation,
  reading,
  bodyDigest: sha256(canonicalJson(reading.basis.body)),
});

function eventOf(state: Session, dice: Dice, orders: readonly RunRecord[]): SessionEvent {
  const isLate = dice.which % 5 === 0;
  switch (dice.what % 16) {
    case 0:
    case 1:
      return readEvent(
        state.reading.generation - (isLate ? 1 : 0),
        dice.yes ? readings[0]! : pick(readings, dice),
      );
    case 2:
      return {
        kind: 'readFailed',
        generation: state.reading.generation,
        problem: { kind: pick(problems, dice), message: say('Words') },
      };
    case 3:
    case 4:
      return {
        kind: 'confirmed',
        question: isLate ? pick(questions, dice) : (state.dialog?.question ?? 'start'),
        yes: dice.yes,
      };
    case 5:
      return { kind: 'changesAllowed', allowed: dice.yes };
    case 6:
      return { kind: 'runTrouble', problem: { kind: pick(problems, dice), message: say('Words') } };
    case 7:
    case 8: {
      const record = orders.at(-1);
      if (record === undefined) return { kind: 'runs', runs: [] };
      const grown = grownBy(state.run?.record ?? record, dice);
      if (dice.yes) return { kind: 'runChanged', record: grown };
      return isLate
        ? { kind: 'runs', runs: [{ kind: 'record', record: grown }] }
        : { kind: 'runReturned', outcome: { kind: pick(['ended', 'open'], dice), record: grown } };
    }
    case 9:
      return dice.yes
        ? {
            kind: 'runs',
            runs: isLate ? [{ kind: 'unreadable', runId: 'r', clusterKey: 'k', because: 'damaged' }] : [],
          }
        : { kind: 'runReturned', outcome: { kind: 'held', by: 'window', ageInMs: 5, canBeJudged: isLate } };
    case 10:
      return { kind: 'confirmed', question: state.dialog?.question ?? 'start', yes: true };
    case 11:
    case 12:
      return {
        kind: 'intent',
        intent: { kind: 'start', digest: isLate ? 'other' : (state.judgement?.digest ?? '') },
      };
    default:
      return { kind: 'intent', intent: pick(intentsOf(state), dice) };
  }
}

const intentsOf = (state: Session): readonly Intent[] => [
  ...targetKeys.map((target): Intent => ({ kind: 'choose', target })),
  ...typed.map((value): Intent => ({ kind: 'configure', option: 'managedOutboundIPCount', value })),
  ...typed.map((value): Intent => ({ kind: 'configure', option: 'allocatedOutboundPorts', value })),
  ...['', name, 'x'].map((one): Intent => ({ kind: 'typeName', name: one })),
  ...(
    [
      'ready',
      'refresh',
      'openPortal',
      'signIn',
      'resume',
      'detach',
      'abort',
      'giveUp',
      'planAgain',
      'takeOver',
    ] as const
  ).map((kind): Intent => ({ kind })),
  ...(['addresses', 'azCommands', 'newAddresses', 'message', 'refusal'] as const).map((what): Intent => ({
    kind: 'copy',
    what,
  })),
  ...(['azCli', 'markdown', 'json'] as const).map((format): Intent => ({ kind: 'export', format })),
  { kind: 'openDiff', stepId: stepIdIn(state) },
  { kind: 'openRule', ruleId: 'constructor' },
  { kind: 'answer', question: 'continue', stepId: stepIdIn(state), yes: true },
  { kind: 'answer', question: 'repeat', stepId: stepIdIn(state), yes: true },
];

const stepIdIn = ({ run, judgement }: Session): string =>
  (run?.record?.plan ?? judgement?.plan)?.steps[0]?.id ?? '__proto__';

function grownBy(record: RunRecord, { which, yes }: Dice): RunRecord {
  const stepId = record.plan.steps[which % Math.max(1, record.plan.steps.length)]?.id ?? 'gone';
  const more: readonly RunEvent[] = [
    { kind: 'sending', stepId, atInMs: which },
    { kind: 'progress', stepId, status: 'InProgress', atInMs: which },
    { kind: 'waiting', stepId, reason: 'signIn', atInMs: which },
    { kind: 'asked', question: yes ? 'continue' : 'repeat', stepId, atInMs: which },
    { kind: 'detached', atInMs: which },
    { kind: 'lost', stepId: 'another', atInMs: which },
    { kind: 'stepEnded', stepId, end: 'succeeded', atInMs: which },
    { kind: 'ended', end: yes ? 'succeeded' : 'failed', atInMs: which },
  ];
  return { ...record, events: [...record.events, more[which % more.length]!] };
}

/** What was on the screen when the host was asked to confirm, and what it has started since. */
interface Watchman {
  confirming?: { readonly digest: string | undefined; readonly question: Question };
  readonly started: RunRecord[];
}

function check(before: Session, event: SessionEvent, { effects }: Moved, watchman: Watchman): void {
  for (const effect of effects) {
    if (effect.kind === 'confirm') {
      expect(watchman.confirming, 'one dialog at a time').toBeUndefined();
      watchman.confirming = { digest: before.judgement?.digest, question: effect.question };
    }
    if (effect.kind === 'start') checkStart(before, event, effect, watchman);
  }
  if (event.kind === 'confirmed' && event.question === watchman.confirming?.question)
    delete watchman.confirming;
}

function checkStart(
  before: Session,
  event: SessionEvent,
  { order }: Extract<Effect, { kind: 'start' }>,
  watchman: Watchman,
): void {
  expect(event).toMatchObject({ kind: 'confirmed', yes: true });
  expect(['start', 'takeOver']).toContain(watchman.confirming?.question);
  expect(order.digest, 'the plan that was asked about').toBe(watchman.confirming?.digest);
  expect(order.digest).toBe(sha256(canonicalJson(order.plan as unknown as Json)));
  expect(order.evenIfHeld === true).toBe(watchman.confirming?.question === 'takeOver');
  expect(sortFindings(before.judgement?.results ?? [], order.plan).blocks).toEqual([]);
  expect(before.changesAllowed).toBe(true);
  expect(before.reading.status).toBe('read');
  expect(before.reading.held?.around.answered, 'what stands around was read first').toEqual(
    expect.arrayContaining([...before.reading.held!.around.asked]),
  );
  expect(order.plan.needsTypedName && before.typedName.trim() !== name).toBe(false);
  const last = watchman.started.at(-1);
  const isOver =
    before.run?.record === undefined || before.run.record.events.some(({ kind }) => kind === 'ended');
  expect(isOver, `run ${last?.runId ?? 'none'} is over`).toBe(true);
  watchman.started.push({
    version: 1,
    runId: `run-${watchman.started.length}`,
    world: 'azure',
    cloud: 'AzureCloud',
    armHost: 'management.azure.com',
    account: 'a',
    tenantId: 't',
    clusterId: before.opening.cluster.id,
    clusterName: name,
    plan: order.plan,
    digest: order.digest,
    before: {
      body: order.reading.basis.body,
      outboundType: 'loadBalancer',
      addresses: [...order.addressesBefore],
    },
    events: [{ kind: 'started', atInMs: 0 }],
  });
}

function live(dice: readonly Dice[]): number {
  const opened = openSession(openingFor(readings[0]!));
  let { state } = opened;
  const watchman: Watchman = { started: [] };
  const around: Extract<Effect, { kind: 'readAround' }>[] = [];
  const tell = (event: SessionEvent): void => {
    const moved = step(state, event);
    check(state, event, moved, watchman);
    state = moved.state;
    for (const effect of moved.effects) {
      if (effect.kind === 'readAround') around.push(effect);
      if (effect.kind === 'digest')
        tell({ kind: 'digested', generation: effect.generation, digest: sha256(effect.text) });
    }
  };
  /** What stands around the cluster comes in its own time, early, late, or not at all. */
  const tellAround = (isRead: boolean): void => {
    for (const { generation, parts, reading } of around.splice(0))
      tell(
        isRead
          ? { kind: 'aroundRead', generation, parts, around: calmAround(reading.facts) }
          : { kind: 'aroundFailed', generation, parts, problem: { kind: 'offline', message: say('Words') } },
      );
  };
  // A start needs luck in a row: half of the lives begin with a plan that could be started.
  if (dice.length % 2 === 0) {
    tell(readEvent(1, readings[0]!));
    tell({ kind: 'intent', intent: { kind: 'choose', target: 'userAssignedNATGateway' } });
  }
  for (const [index, one] of dice.entries()) {
    if (one.which % 3 !== 0) tellAround(one.which % 4 !== 0);
    tell(eventOf(state, one, watchman.started));
    const picture = view(state, at());
    if (index % 16 !== 0) continue;
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  }
  return watchman.started.length;
}

describe('whatever happens, in whatever order', () => {
  it('nothing is started but the plan that a person said yes to, and nothing is thrown', () => {
    let started = 0;
    const die = fc.record({ what: fc.nat(15), which: fc.nat(1000), yes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(die, { minLength: 30, maxLength: 60, size: 'max' }), (dice) => {
        started += live(dice);
      }),
      { seed: 20_261_124, numRuns: 64 },
    );
    expect(started, 'a life in which nothing ever starts proves nothing').toBeGreaterThan(10);
  }, 60_000);
});
