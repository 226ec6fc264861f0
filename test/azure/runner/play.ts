import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json } from '../../../src/core/json.js';
import type { RunOutcome, StartOrder } from '../../../src/core/run-outcome.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import type { Plan } from '../../../src/core/plan.js';
import { folderJournals, type FolderJournals } from '../../fakes/folder-journal.js';
import { find, never, rig, watching, type SentPut, type Window } from '../rig.js';
import { randomFamily } from './families.js';
import { randomTrouble } from './line.js';
import { linesOf, type LogLine } from './log-lines.js';
import { somebodyElse, type Done } from './others.js';
import { chance, randomDeath, randomFault, type Chance } from './schedule.js';

/** One change under a random schedule, and all that is needed to judge it. */
export interface Played {
  readonly seed: number;
  readonly plan: Plan;
  /** Undefined where the run never came to an end. */
  readonly ended: RunRecord | undefined;
  readonly lastOutcome: string;
  readonly log: readonly LogLine[];
  readonly others: readonly Done[];
  /** Lines of the log that were in sight when the newest step was judged: what another did up to there must be told. */
  readonly seenTo: number;
  /** PUTs of every window, in the order in which they left. */
  readonly sent: readonly SentPut[];
  readonly body: Json;
  /** The pool that others change. */
  readonly pool: string;
  /** Neighbours that others change, by id, as they stand at the end; null where nothing does. */
  readonly network: ReadonlyMap<string, Json>;
  readonly unknownRequests: readonly string[];
  /** What the schedule did beside the faults of the log. */
  readonly happenings: readonly string[];
  readonly isTorn: boolean;
  /** No generation of the journal could be read, which the person was told. */
  readonly wasUnreadable: boolean;
}

const host = 'https://sandbox.aks-egress.invalid';
/** Schedules with the real journal on a disk: one in so many. The others keep it in memory. */
const oneOnDiskIn = 3;

/** Plays one schedule, from the first act until the run has ended, whatever it takes. */
export async function play(seed: number): Promise<Played> {
  const random = chance(seed);
  if (random.below(oneOnDiskIn) !== 0) return schedule(seed, random);
  const folder = mkdtempSync(path.join(tmpdir(), 'aks-egress-faults-'));
  try {
    return await schedule(seed, random, folderJournals(folder, new URL(host).host));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In half of the schedules the second of two steps waits until the first has settled. */
function settling(order: StartOrder, random: Chance): StartOrder {
  const settleTimeInMs = random.below(2) === 0 ? undefined : 60_000;
  if (settleTimeInMs === undefined) return order;
  const steps = order.plan.steps.map((step) => ({ ...step, settleTimeInMs }));
  return { ...order, plan: { ...order.plan, steps } };
}

/** What the plan was made on, beside the cluster: as a reading brings it. */
async function withNetwork(order: StartOrder, bodyAt: (id: string) => Promise<unknown>): Promise<StartOrder> {
  const network: Record<string, Json> = {};
  for (const { send } of order.plan.steps) {
    const body = send.kind === 'network' ? await bodyAt(send.resourceId) : undefined;
    if (body !== undefined) network[send.resourceId.toLowerCase()] = body as Json;
  }
  return { ...order, reading: { ...order.reading, network } };
}

async function schedule(seed: number, random: Chance, disk?: FolderJournals): Promise<Played> {
  const world = rig(disk === undefined ? {} : { journalOf: () => disk.open() });
  const happenings: string[] = disk === undefined ? [] : ['the journal is on a disk'];
  const family = randomFamily(random);
  const plain = settling(await world.order(world.open(), family.cluster, family.change), random);
  const others = somebodyElse(world, plain.plan, family);
  const order = await withNetwork(plain, others.bodyAt);
  let seenTo = 0;
  let ended: RunRecord | undefined;
  let lastOutcome = 'none';
  let wasUnreadable = false;
  let isBeingDecided = false;
  let isTorn = false;

  const windows: Window[] = [];
  const open = (): Window => {
    const window = world.open();
    windows.push(window);
    window.journal.onKept = (record) => {
      if (record.events.at(-1)?.kind !== 'stepEnded') return;
      seenTo = Math.max(seenTo, window.shown.get(`GET ${record.clusterId}`) ?? 0);
    };
    return window;
  };
  const trouble = (window: Window): void => {
    if (random.below(2) === 0) happenings.push(randomTrouble(random, window, { ...world, others }));
    if (randomDeath(random, window)) happenings.push('the host is stopped');
  };
  const dare = async (act: (evenIfHeld: boolean) => Promise<RunOutcome>): Promise<void> => {
    try {
      const met = await act(false);
      // A lock that nobody can judge is the person's to decide.
      const outcome = met.kind === 'held' && !met.canBeJudged ? await act(true) : met;
      lastOutcome = JSON.stringify(outcome).slice(-300);
      if (outcome.kind === 'ended') ended = outcome.record;
    } catch (error) {
      lastOutcome = String(error);
    }
  };
  const goOn = async (window: Window): Promise<void> => {
    const [listing] = await window.azure.runner.records();
    if (listing === undefined)
      return dare((evenIfHeld) => window.azure.runner.start({ ...order, evenIfHeld }, watching().watch));
    if (listing.kind === 'unreadable') {
      // One person decides, whatever the number of windows.
      if (isBeingDecided) return;
      isBeingDecided = true;
      wasUnreadable = true;
      await window.azure.runner.start(order, watching().watch).then(
        () => Promise.reject(new Error('a second run was started beside one that cannot be read')),
        // A window that dies here leaves it to the next.
        () => window.azure.runner.giveUp(listing.runId).catch(() => undefined),
      );
      isBeingDecided = false;
      return;
    }
    const { runId } = listing.record;
    const watch = watching().watch;
    const { question } = foldRun(listing.record);
    const yes = random.below(12) !== 0;
    return dare((evenIfHeld) =>
      question === undefined
        ? window.azure.runner.resume(runId, watch, { evenIfHeld })
        : window.azure.runner.answer(runId, { ...question, yes, evenIfHeld }, watch),
    );
  };

  for (let count = random.below(4); count > 0; count--)
    await world.fault(randomFault(random, { clusterId: order.plan.clusterId, pool: family.pool }));
  const first = open();
  trouble(first);
  // A second window may resume the run while the first one is at it.
  const beside: Promise<void>[] = [];
  const joinsAfter = random.below(3) === 0 ? 1 + random.below(6) : undefined;
  const start = watching((record) => {
    if (joinsAfter === undefined || beside.length > 0 || record.events.length < joinsAfter) return;
    happenings.push('a second window resumes the run');
    beside.push(goOn(open()));
  });
  await dare(() => first.azure.runner.start(order, start.watch));
  await Promise.all(beside);

  for (let turn = 0; turn < 30 && ended === undefined; turn++) {
    if (random.below(3) === 0) world.clock.advance(random.below(500_000) - 100_000);
    if (turn < 4 && disk !== undefined && random.below(2) === 0) {
      const how = random.below(4) === 0 ? 'theOneBeforeToo' : 'onlyTheNewest';
      const wasThere = disk.tear(random.next(), how);
      isTorn ||= wasThere;
      if (wasThere)
        happenings.push(
          how === 'onlyTheNewest' ? 'a torn journal' : 'a torn journal, and the one before torn too',
        );
    }
    const next = random.below(4) === 0 ? [open(), open()] : [open()];
    if (next.length > 1) happenings.push('two windows go on at once');
    if (turn < 4) for (const window of next) trouble(window);
    await Promise.all(next.map(goOn));
  }

  const log = linesOf(world.log.lines);
  // What goes on for ever would keep us from looking at the end.
  for (const { kind, id, fault } of log)
    if (kind === 'fault' && id !== undefined && fault?.kind.startsWith('change') === false)
      await world.sandbox.liftFault(id);
  const last = world.open();
  const { basis } = await last.azure.read(await find(last, family.cluster), never());
  const network = new Map<string, Json>();
  for (const { id } of family.neighbours) network.set(id, (await others.bodyAt(id)) ?? null);
  const unknownRequests = await world.sandbox.unknownRequests();
  const { plan } = order;
  const about = { seed, plan, ended, lastOutcome, log, others: others.done, seenTo };
  const { pool } = family;
  const sent = windows.flatMap((window) => window.sent);
  return {
    ...about,
    sent,
    pool,
    network,
    body: basis.body,
    unknownRequests,
    happenings,
    isTorn,
    wasUnreadable,
  };
}
