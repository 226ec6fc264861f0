// The built Azure client on the built sandbox, with every request counted on the way.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const load = (bundle) => {
  const file = path.resolve('dist', bundle);
  if (!existsSync(file)) throw new Error(`${bundle} was not built.`);
  return createRequire(import.meta.url)(file);
};

/** The sandbox's log in memory. */
const memoryLog = () => {
  const entries = [];
  let last = Promise.resolve();
  return {
    exclusively(work) {
      const log = {
        entries,
        append: async (entry) => void entries.push(JSON.parse(JSON.stringify(entry))),
        clear: async () => void (entries.length = 0),
      };
      const turn = last.then(() => work(log));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

const pause = (delayInMs) => new Promise((done) => setTimeout(done, delayInMs));
const wallClock = { now: () => Date.now(), sleep: pause };

/** Nothing is changed here, so nothing is kept. */
const noJournal = {
  list: async () => [],
  read: async () => undefined,
  setAside: async () => 'done',
  keyOf: (id) => id,
};

/** A client of a scenario; `sent` grows with each request, and an answer takes `latencyInMs` at least. */
export function begin(scenario, { latencyInMs = 0 } = {}) {
  const { createSandbox } = load('sandbox.cjs');
  const { createAzure, sandboxCloud } = load('azure.cjs');
  const sandbox = createSandbox({ log: memoryLog(), wallClock }, { scenario });
  const sent = [];
  const transport = async (request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname}`);
    if (latencyInMs === 0) return sandbox.handle(request);
    const [response] = await Promise.all([sandbox.handle(request), pause(latencyInMs)]);
    return response;
  };
  const azure = createAzure(
    {
      sessions: sandbox.sessions,
      clock: sandbox.clock,
      journal: noJournal,
      transport,
      mayWrite: () => false,
      digest: async (text) => createHash('sha256').update(text).digest('hex'),
      newId: randomUUID,
      log: () => undefined,
    },
    { cloud: sandboxCloud(sandbox.host), kind: 'sandbox' },
  );
  return { azure, sandbox, sent };
}

/** Requests and time of one piece of work. */
export async function counted(sent, work) {
  const before = sent.length;
  const startedAt = performance.now();
  const result = await work();
  return { result, requests: sent.length - before, inMs: performance.now() - startedAt };
}
