import type { RunEvent } from '../../../src/core/run-record.js';
import type { Fault } from '../../../src/sandbox/entry.js';
import type { Window } from '../rig.js';

/** Numbers from a seed, the same each time (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  };
}

export type Chance = ReturnType<typeof chance>;

/** Somebody else's doing leaves a mark that must never get lost. */
export const othersMark = { tags: { by: 'somebody' } } as const;
export const othersPool = { maxCount: 117 } as const;

/** What a `Retry-After` may say, in and out of reason. */
const waitsNamed = [
  'Tue, 24 Nov 2026 09:20:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  '0',
  '0.5',
  '-1',
  '300',
  '999999',
  'soon',
];

/** One thing that goes wrong, somewhere, a few times. */
export function randomFault(random: Chance, { clusterId, pool }: { clusterId: string; pool: string }): Fault {
  const times = 1 + random.below(2);
  const scope = random.pick([
    { method: 'PUT' },
    { path: '/operations/' },
    { method: 'GET', path: 'managedClusters/' },
    { path: 'Microsoft.Network/' },
    { method: 'POST', path: '/(register|upgradeNodeImageVersion)' },
    {},
  ] as const);
  const broken = { error: { code: 'InternalServerError', message: 'Broken.' } };
  return random.pick<() => Fault>([
    () => ({ ...scope, kind: 'throttle', retryAfterInSeconds: random.below(90), times }),
    () => ({ ...scope, kind: 'throttle', times }),
    () => ({
      ...scope,
      kind: 'refuse',
      status: random.pick([429, 503]),
      body: { error: { code: 'ServerBusy', message: 'Later.' } },
      headers: { 'retry-after': random.pick(waitsNamed) },
      times,
    }),
    () => ({ ...scope, kind: 'html', times }),
    () => ({ ...scope, kind: 'refuse', status: random.pick([500, 502, 504, 408]), body: broken, times }),
    () => ({ ...scope, kind: 'lost', when: 'beforeAcceptance', times }),
    () => ({
      method: random.pick(['PUT', 'PUT', 'DELETE', 'POST']),
      kind: 'lost',
      when: 'afterAcceptance',
      times: 1,
    }),
    () => ({ ...scope, kind: 'expiredToken', times }),
    () => ({ ...scope, kind: 'claims', times }),
    () => ({ kind: 'refuse', path: '/operations/', status: random.pick([403, 404, 410]), body: broken }),
    () => ({
      kind: 'endOperation',
      status: random.pick(['Failed', 'Canceled'] as const),
      error: { code: 'E', message: 'x' },
    }),
    () => ({
      kind: 'endOperation',
      status: 'Succeeded',
      error: { code: 'NotLatestOperation', message: 'x' },
    }),
    () => ({ ...scope, kind: 'changeCluster', clusterId, patch: othersMark }),
    () => ({ ...scope, kind: 'changeCluster', clusterId, patch: othersMark, lastsInMs: 60_000 }),
    () => ({ ...scope, kind: 'changePool', clusterId, pool, patch: othersPool }),
  ])();
}

/** Lets a window die at a moment of its own, or live. Answers whether it will. */
export function randomDeath(random: Chance, window: Window): boolean {
  const kind = random.pick<RunEvent['kind']>([
    'started',
    'reading',
    'sending',
    'accepted',
    'progress',
    'waiting',
    'lost',
    'stepEnded',
    'asked',
    'answered',
    'resumed',
    'ended',
  ]);
  // A power cut, a container that is rebuilt: nobody can judge the locks that are left.
  const how = random.below(3) === 0 ? 'withItsMachine' : undefined;
  const die = () => {
    window.die(how);
    throw new Error('killed');
  };
  const isIt = (record: { readonly events: readonly RunEvent[] }) => record.events.at(-1)?.kind === kind;
  let left = random.below(12);
  switch (random.below(5)) {
    case 0:
      window.journal.onWrite = (record) => {
        if (isIt(record)) die();
      };
      return true;
    case 1: {
      const { onKept } = window.journal;
      window.journal.onKept = (record) => {
        onKept(record);
        if (isIt(record)) die();
      };
      return true;
    }
    case 2:
      window.onAnswered = () => {
        if (left-- === 0) window.die(how);
      };
      return true;
    case 3: {
      const { onSending } = window;
      window.onSending = (request) => {
        if (left-- === 0) window.die(how);
        return onSending(request);
      };
      return true;
    }
    default:
      return false;
  }
}
