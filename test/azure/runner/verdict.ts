import { valueAt, type Json } from '../../../src/core/json.js';
import type { Difference, RunRecord } from '../../../src/core/run-record.js';
import { changesByFaults, ourWrites, type LogLine } from './log-lines.js';
import { signature } from './others.js';
import type { Played } from './play.js';
import { othersPool } from './schedule.js';

/** What went wrong in a schedule, in words; all empty is as it must be. */
export interface Verdict {
  /** Azure did something that the journal lost, or the journal tells what Azure did not do. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly overwritten: readonly string[];
  readonly undetected: readonly string[];
  /** Broke another promise: a secret in the journal, a request that Azure does not know. */
  readonly odd: readonly string[];
  /** A pool change that our PUT overwrote and whose answer never came: nobody can know of it. */
  readonly unknowable: number;
}

export function verdictOf(played: Played): Verdict {
  const { ended, log, body, unknownRequests } = played;
  const others = [...changesByFaults(log), ...played.others];
  const isLost =
    valueAt(body, ['tags', 'by']) !== 'somebody' && others.some(({ what }) => what === 'cluster');
  const pools = ended === undefined ? [] : poolChanges(played, ended);
  const secret = /[?&]s=[0-9a-f]|Bearer [A-Za-z0-9]/i.exec(JSON.stringify(ended?.events ?? []));
  return {
    lost: lostIn(played),
    twice: twiceIn(played),
    overwritten: [
      ...(isLost ? ["somebody else's tag is gone"] : []),
      ...neighboursOverwritten(played),
      ...poolsOverwritten(played),
    ],
    undetected: pools.filter((one) => one === 'undetected').map(() => 'a pool changed, and nobody was told'),
    odd: [
      ...unknownRequests.map((request) => `a request that Azure does not know: ${request}`),
      ...(secret === null ? [] : [`a secret in the journal: ${secret[0]}`]),
    ],
    unknowable: pools.filter((one) => one === 'unknowable').length,
  };
}

/** Marks that others left on neighbours, and that are there no more. */
function neighboursOverwritten({ others, network }: Played): readonly string[] {
  const marked = new Set(
    others.flatMap(({ what, id }) => (what === 'neighbour' && id !== undefined ? [id] : [])),
  );
  return [...marked].flatMap((id) => {
    const text = JSON.stringify(network.get(id) ?? null);
    const isThere = ['Microsoft.Storage', '10.99.99.99', '"zones":["2"]'].some((sign) => text.includes(sign));
    return isThere ? [] : [`what somebody else made of ${id} is gone`];
  });
}

/** A look that is older than this does not show what a PUT overwrites. */
const oldestLookInMs = 1000;

/**
 * eTags do not guard pools, so what guards them is the look before each PUT: it must be fresh, and a change that it
 * was sure to show must not be missing from what is sent.
 */
function poolsOverwritten({ plan, log, sent, pool }: Played): readonly string[] {
  const cluster = plan.clusterId.toLowerCase();
  const puts = sent.filter(({ path }) => path.toLowerCase() === cluster);
  const ours = log.flatMap(({ kind, accepted, target }, index) =>
    kind === 'write' && accepted === true && target?.toLowerCase().startsWith(cluster) === true
      ? [index + 1]
      : [],
  );
  const changes = changesByFaults(log).filter(({ what }) => what === 'pool');
  return puts.flatMap(({ body, shows, waitedSinceInMs }) => {
    const isMissed = changes.some(
      ({ atLine }) =>
        atLine <= shows &&
        // A write in between may have ended it: whether that was told is judged elsewhere.
        !ours.some((line) => line > atLine && line <= shows) &&
        maxCountOf(body as Json, pool) !== othersPool.maxCount,
    );
    return [
      ...(waitedSinceInMs > oldestLookInMs ? [`a PUT left ${waitedSinceInMs} ms after its look`] : []),
      ...(isMissed ? ['a PUT left without the pool change that its look had shown'] : []),
    ];
  });
}

const targetType = ({ plan }: Played): string => plan.target.outboundType;

/** The step that a write belongs to. Of those that change the cluster only the switch names another type. */
function stepOf(played: Played, { method, target, body }: LogLine): string {
  const path = (target ?? '')
    .split('?')[0]
    ?.toLowerCase()
    .replace(/\/(register|upgradenodeimageversion)$/, '');
  const fitting = played.plan.steps.filter(
    ({ send }) => send.method === method && send.resourceId.toLowerCase() === path,
  );
  if (fitting.length < 2) return fitting[0]?.id ?? `no step of the plan: ${method ?? ''} ${path ?? ''}`;
  if (valueAt(body, ['properties', 'networkProfile', 'outboundType']) !== targetType(played)) return 'ranges';
  const letsIn = played.plan.steps.some(({ id }) => id === 'let-in');
  return letsIn && listIn(body).some((range) => range.startsWith(drawnStart)) ? 'let-in' : 'switch';
}

/** What the sandbox gives as new addresses begins so; no scenario uses it otherwise. */
const drawnStart = '198.51.100.';

function listIn(body: unknown): readonly string[] {
  const list = valueAt(body as Json, ['properties', 'apiServerAccessProfile', 'authorizedIPRanges']);
  return Array.isArray(list) ? (list as readonly Json[]).filter((range) => typeof range === 'string') : [];
}

/** After a change whose address AKS has chosen the list holds what the cluster leaves from. */
function shutOutAfter({ plan, body }: Played): readonly string[] {
  if (!plan.steps.some(({ id }) => id === 'let-in')) return [];
  const profile = plan.target.outboundType === 'loadBalancer' ? 'loadBalancerProfile' : 'natGatewayProfile';
  const ids = valueAt(body, ['properties', 'networkProfile', profile, 'effectiveOutboundIPs']);
  const wanted = Array.isArray(ids) ? ids.length : 0;
  const held = listIn(body).filter((range) => range.startsWith(drawnStart)).length;
  return wanted > 0 && held === wanted ? [] : [`it succeeded, and ${held} of ${wanted} addresses are let in`];
}

const acceptedSteps = (played: Played): readonly string[] =>
  ourWrites(played.log).flatMap((write) => (write.accepted === true ? [stepOf(played, write)] : []));

/** Times that the person had a step sent again, after its answer was lost. */
const repeatsOf = (record: RunRecord | undefined, stepId: string): number =>
  (record?.events ?? []).filter(
    (event, index, all) =>
      event.kind === 'answered' &&
      event.yes &&
      event.question === 'repeat' &&
      isAsked(all.slice(0, index), stepId),
  ).length;

function isAsked(events: RunRecord['events'], stepId: string): boolean {
  const asked = events.findLast(({ kind }) => kind === 'asked');
  return asked?.kind === 'asked' && asked.stepId === stepId;
}

/**
 * Nodes that somebody else made anew are as new as the plan wants them; the journal must tell that the image came with
 * something that was not answered to us.
 */
function isRenewedByOthers({ log, plan }: Played, record: RunRecord, stepId: string): boolean {
  const send = plan.steps.find(({ id }) => id === stepId)?.send;
  if (send?.kind !== 'reimage') return false;
  const end = record.events.find((event) => event.kind === 'stepEnded' && event.stepId === stepId);
  const isTold =
    end?.kind === 'stepEnded' && end.differences?.some(({ path }) => path.includes('nodeImageVersion'));
  const theirs = log.some(
    ({ kind, accepted, target }) =>
      kind === 'write' &&
      accepted === true &&
      target?.endsWith(signature) === true &&
      target.toLowerCase().startsWith(`${send.resourceId.toLowerCase()}/`),
  );
  return isTold === true && theirs;
}

/** A torn journal that has forgotten a request without an eTag: Azure's refusal of the second one is told, and ends it. */
const isForgotten = ({ isTorn, plan }: Played, stepId: string): boolean =>
  isTorn && plan.steps.find(({ id }) => id === stepId)?.send.kind === 'reimage';

function lostIn(played: Played): readonly string[] {
  const { ended, wasUnreadable, body } = played;
  if (ended === undefined) return [`it never ended: ${played.lastOutcome}`];
  const accepted = acceptedSteps(played);
  const ends = new Map(
    ended.events.flatMap((event) => (event.kind === 'stepEnded' ? [[event.stepId, event.end]] : [])),
  );
  const end = ended.events.findLast(({ kind }) => kind === 'ended');
  const how = end?.kind === 'ended' ? end.end : 'no end';
  const found: string[] = [];
  for (const { id } of ended.plan.steps)
    if (ends.get(id) === 'succeeded' && !accepted.includes(id) && !isRenewedByOthers(played, ended, id))
      found.push(`the journal calls ${id} done, and Azure never took it`);
  for (const step of new Set(accepted)) {
    const told = ends.get(step);
    const isTold = told !== undefined && told !== 'stale' && told !== 'refused';
    // The person gave it up, or was told that the journal of its first part is gone.
    if (!isTold && how !== 'givenUp' && !wasUnreadable && !isForgotten(played, step))
      found.push(`Azure took the step ${step}, and the journal says ${told ?? 'nothing'}`);
  }
  const type = valueAt(body, ['properties', 'networkProfile', 'outboundType']);
  if (how === 'succeeded' && type !== targetType(played))
    found.push(`it succeeded, and the cluster has ${JSON.stringify(type)}`);
  if (how === 'succeeded' && !accepted.includes('switch'))
    found.push('it succeeded, and Azure never took it');
  if (how === 'succeeded') found.push(...shutOutAfter(played));
  if (how === 'no end') found.push('its record has no end');
  if (ended.operation !== undefined) found.push('it ended with an operation that nobody watches');
  return found;
}

/**
 * A provider's state is the same before and after, and a pool's image where it was the newest, so nobody can know
 * whether a lost request arrived: the person had it sent again. All else is sent again under the eTag of the first, or when it is known to be missing.
 */
function mayAgain({ ended, plan, isTorn, wasUnreadable }: Played, stepId: string): number {
  if (plan.steps.find(({ id }) => id === stepId)?.send.method !== 'POST') return 0;
  // A torn journal has forgotten the question as well.
  return isTorn || wasUnreadable ? Infinity : repeatsOf(ended, stepId);
}

function twiceIn(played: Played): readonly string[] {
  const { ended, log, isTorn, wasUnreadable } = played;
  const accepted = acceptedSteps(played);
  const again = accepted.filter(
    (step, index) => accepted.slice(0, index).filter((one) => one === step).length > mayAgain(played, step),
  );
  // A torn file may have lost the announcement; Azure has still taken it no more than once.
  if (again.length > 0 || isTorn || wasUnreadable || ended === undefined)
    return again.map((step) => `Azure took the step ${step} twice`);
  // Each PUT was announced before it left; a 401 is healed within one announcement.
  const sent = ourWrites(log).filter(({ status, accepted: isIn }) => isIn === true || status !== 401).length;
  const announced = ended.events.filter(({ kind }) => kind === 'sending').length;
  return sent > announced ? [`${sent} PUTs left, ${announced} were announced`] : [];
}

/** Each change of a pool that was in sight when the run was judged. */
function poolChanges(
  played: Played,
  record: RunRecord,
): readonly ('detected' | 'undetected' | 'unknowable')[] {
  const { log, others, seenTo, body } = played;
  const gap = [...changesByFaults(log), ...others].filter(
    ({ what, atLine }) => what === 'pool' && atLine <= seenTo,
  );
  const isTold = record.events.some(
    (event) =>
      (event.kind === 'stepEnded' || event.kind === 'accepted') &&
      (event.differences ?? []).some((difference) => isAboutPool(difference)),
  );
  const isAnswerLost = record.events.some(({ kind }) => kind === 'lost') || played.isTorn;
  const isOverwritten =
    acceptedSteps(played).length > 0 && maxCountOf(body, played.pool) !== othersPool.maxCount;
  return gap.map(() => (isTold ? 'detected' : isAnswerLost && isOverwritten ? 'unknowable' : 'undetected'));
}

function maxCountOf(body: Json, pool: string): Json | undefined {
  const pools = valueAt(body, ['properties', 'agentPoolProfiles']);
  const found = Array.isArray(pools)
    ? (pools as readonly Json[]).find((one) => valueAt(one, ['name']) === pool)
    : undefined;
  return valueAt(found, ['maxCount']);
}

const isAboutPool = ({ path }: Difference): boolean =>
  path[0] === 'agentPools' || (path[0] === 'properties' && path[1] === 'agentPoolProfiles');
