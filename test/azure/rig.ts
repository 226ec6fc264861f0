import { createHash } from 'node:crypto';
import { createAzure } from '../../src/azure/entry.js';
import { sandboxCloud } from '../../src/azure/cloud.js';
import type { AzurePorts } from '../../src/azure/ports.js';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { RunOutcome, StartOrder } from '../../src/core/run-outcome.js';
import type { RunEvent, RunRecord } from '../../src/core/run-record.js';
import { openQuestion } from '../../src/azure/runner/phase.js';
import type { World } from '../../src/host/world.js';
import { createSandbox, type Fault } from '../../src/sandbox/entry.js';
import { manualClock } from '../fakes/manual-clock.js';
import { journalStore, memoryJournal, type MortalJournal } from '../fakes/memory-journal.js';
import { memoryLog } from '../fakes/memory-log.js';
import { orderFor, type Change } from './orders.js';

export const sha256 = (text: string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text).digest('hex'));

export interface SentPut {
  readonly path: string;
  readonly body: unknown;
  /** Lines of the log that the newest look was sure to show. */
  readonly shows: number;
  /** How long this window has waited since that look. */
  readonly waitedSinceInMs: number;
}

/** One window of the editor: its own Azure code and journal, over what all windows share. */
export interface Window {
  readonly azure: World;
  readonly journal: MortalJournal;
  /** Requests that left this window, `GET /path`. */
  readonly requests: string[];
  /** Bodies of the PUTs that left. */
  readonly bodies: unknown[];
  /** PUTs that left, with what was known of their thing by then. */
  readonly sent: SentPut[];
  readonly logged: string[];
  allowChanges: boolean;
  /** Runs before the sandbox gets a request; throwing is a line that breaks, an answer one that the sandbox never gets. */
  onSending: (request: Request) => undefined | Response | Promise<undefined | Response>;
  /** Runs after the sandbox has handled a request, before its answer arrives. */
  onAnswered: (request: Request) => void;
  /** What arrives instead of the sandbox's answer. */
  answerWith: (response: Response, request: Request) => Response | Promise<Response>;
  /** Lines of the log whose doing the newest answer that arrived was sure to show, by `GET /path`. */
  readonly shown: Map<string, number>;
  /** The process is gone at once: nothing that it still does reaches anybody. */
  die(how?: 'withItsMachine'): void;
}

/** So many reads of one address with less than a second between them are a loop, and so many waits for one thing. */
const hotReads = 25;
const shortestPauseInMs = 1000;
const endlessWaits = 400;

/** A sandbox and as many windows on it as a test opens. Waiting takes no time. */
export function rig(
  options: {
    readonly scenario?: string;
    /** Another journal than the one in memory, for each window by its name. */
    readonly journalOf?: (window: string) => MortalJournal;
  } = {},
) {
  const clock = manualClock();
  const log = memoryLog();
  const sandbox = createSandbox(
    { log, wallClock: clock },
    { scenario: options.scenario ?? 'tour', seed: 7, factor: 1 },
  );
  const store = journalStore();
  const windows: Window[] = [];
  let runs = 0;
  let flying = 0;
  let begun = 0;
  const clockOf = (isDead: () => boolean, onSleep: (delayInMs: number) => void): AzurePorts['clock'] => ({
    now: () => sandbox.clock.now(),
    async sleep(delayInMs, signal) {
      onSleep(delayInMs);
      await sandbox.clock.sleep(delayInMs, signal);
      // Sleeping takes no time, so two windows that wait for each other must let the machine's own work in between.
      await new Promise((goOn) => setImmediate(goOn));
      if (isDead()) throw new Error('this window is gone');
    },
  });

  /** Answers, and how many lines of the log the answer shows for certain: those of others may come in between. */
  async function handled(request: Request): Promise<{ response: Response; shows: number }> {
    const before = log.lines.length;
    const mine = (begun += 1);
    const alone = flying === 0;
    flying += 1;
    try {
      const response = await sandbox.handle(request);
      return { response, shows: alone && begun === mine ? log.lines.length : before };
    } finally {
      flying -= 1;
    }
  }

  function open(): Window {
    const name = `window ${windows.length + 1}`;
    const journal = options.journalOf?.(name) ?? memoryJournal(store, name);
    let dead = false;
    const isDead = () => dead;
    const watched = loopWatch(() => sandbox.clock.now());
    const transport = async (request: Request): Promise<Response> => {
      if (isDead()) throw new Error('this window is gone');
      window.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      watched.asked(request);
      const { pathname } = new URL(request.url);
      if (request.method === 'PUT')
        window.sent.push({
          path: pathname,
          body: JSON.parse(await request.clone().text()) as unknown,
          shows: window.shown.get(`GET ${pathname}`) ?? 0,
          waitedSinceInMs: watched.waitedSince(pathname),
        });
      if (request.method === 'PUT') window.bodies.push(JSON.parse(await request.clone().text()));
      const instead = await window.onSending(request);
      if (isDead()) throw new Error('this window is gone');
      if (instead !== undefined) return instead;
      const { response, shows } = await handled(request);
      window.onAnswered(request);
      if (isDead()) throw new Error('this window is gone');
      const answer = await window.answerWith(response, request);
      if (answer === response && answer.ok)
        window.shown.set(`${request.method} ${new URL(request.url).pathname}`, shows);
      return answer;
    };
    const ports: AzurePorts = {
      sessions: sandbox.sessions,
      clock: clockOf(isDead, watched.slept),
      journal,
      transport,
      mayWrite: () => window.allowChanges,
      digest: sha256,
      newId: () => `run-${(runs += 1)}`,
      log: (line) => window.logged.push(line),
    };
    const window: Window = {
      azure: createAzure(ports, { cloud: sandboxCloud(sandbox.host), kind: 'sandbox' }),
      journal,
      requests: [],
      bodies: [],
      sent: [],
      logged: [],
      shown: new Map(),
      allowChanges: true,
      onSending: () => undefined,
      onAnswered: () => undefined,
      answerWith: (response) => response,
      die: (how) => {
        dead = true;
        journal.die(how);
      },
    };
    windows.push(window);
    return window;
  }

  return {
    sandbox,
    clock,
    store,
    log,
    open,
    /** PUTs that reached the sandbox, with their verdicts. */
    puts: async () => (await sandbox.writes()).filter(({ method }) => method === 'PUT'),
    fault: (fault: Fault) => sandbox.addFault(fault),
    /** A plan's start order for a cluster of the scenario, from a fresh reading. */
    order: async (window: Window, name: string, change: Change): Promise<StartOrder> => {
      const key = `${options.scenario ?? 'tour'}/${name}`;
      const cluster = knownClusters.get(key) ?? (await find(window, name));
      knownClusters.set(key, cluster);
      return orderFor(await window.azure.read(cluster, never()), change, sha256);
    },
  };
}

/**
 * Waiting takes no time here, so a loop without an end, or one that asks as fast as the line allows, would look like
 * patience. It fails instead: the error goes all the way up, because nothing in the product expects it.
 */
function loopWatch(now: () => number) {
  const reads = new Map<string, { readonly atInMs: number; readonly inARow: number }>();
  const sleptBefore = new Map<string, number>();
  let sleptInMs = 0;
  let shortSleeps = 0;
  let hot: string | undefined;
  return {
    asked({ method, url }: Request): void {
      if (method !== 'GET') return;
      sleptBefore.set(new URL(url).pathname, sleptInMs);
      const last = reads.get(url);
      const isSoon = last !== undefined && now() - last.atInMs < shortestPauseInMs;
      const inARow = isSoon ? last.inARow + 1 : 1;
      reads.set(url, { atInMs: now(), inARow });
      if (inARow > hotReads) hot ??= `a hot loop: ${new URL(url).pathname}`;
      if (inARow > 2 * hotReads) throw new DOMException(hot, 'AbortError');
    },
    /** Milliseconds that were waited since this path was read. */
    waitedSince: (path: string): number => sleptInMs - (sleptBefore.get(path) ?? sleptInMs),
    slept: (delayInMs: number): void => {
      sleptInMs += delayInMs;
      shortSleeps = delayInMs < shortestPauseInMs ? shortSleeps + 1 : 0;
      if (shortSleeps > endlessWaits) hot ??= 'a wait without an end';
      if (hot !== undefined) throw new Error(hot);
    },
  };
}

/** Ids are the same in each sandbox of a scenario: found once. */
const knownClusters = new Map<string, Awaited<ReturnType<typeof find>>>();

export type Rig = ReturnType<typeof rig>;

export async function find(window: Window, name: string) {
  const inventory = await window.azure.inventory(never());
  const clusters = inventory.tenants.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((subscription) => subscription.clusters),
  );
  const found = clusters.find((cluster) => cluster.name === name);
  if (found === undefined) throw new Error(`the scenario has no cluster ${name}`);
  return found;
}

export const never = (): AbortSignal => new AbortController().signal;

/** Watching that collects what it was shown. */
export function watching(onChange: (record: RunRecord) => void = () => undefined) {
  const stop = new AbortController();
  const shown: RunRecord[] = [];
  return {
    stop,
    shown,
    watch: {
      signal: stop.signal,
      onChange: (record: RunRecord) => {
        shown.push(record);
        onChange(record);
      },
    },
  };
}

/** The person's answer to whatever the run asks now, as the journal has it. */
export async function answerTo(
  window: Window,
  runId: string,
  yes: boolean,
  watch = watching().watch,
): Promise<RunOutcome> {
  const entry = await window.journal.read(runId);
  const open = entry?.kind === 'record' ? openQuestion(entry.record) : undefined;
  return window.azure.runner.answer(runId, { question: 'continue', stepId: 'none', ...open, yes }, watch);
}

export const kinds = (record: RunRecord): readonly RunEvent['kind'][] =>
  record.events.map(({ kind }) => kind);

export function recordOf(outcome: RunOutcome): RunRecord {
  if (outcome.kind === 'held') throw new Error(`held by ${outcome.by}`);
  return outcome.record;
}

export const ended = (record: RunRecord) => {
  const end = record.events.findLast(({ kind }) => kind === 'ended');
  return end?.kind === 'ended' ? end : undefined;
};

export const digestOf = (body: Parameters<typeof canonicalJson>[0]) => sha256(canonicalJson(body));
