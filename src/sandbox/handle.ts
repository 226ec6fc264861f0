import { answerOf, faultsFor, plannedEnd } from './faulting.js';
import { callerOf, frontDoorRefusal, scopeOf } from './front-door.js';
import { host } from './host.js';
import type { Ledger, Moment } from './ledger.js';
import type { PlannedEnd } from './log-entry.js';
import { isWrite, type Call } from './routes/route.js';
import { findRoute, type Found } from './routes/routes.js';
import type { SandboxClock } from './sandbox-time.js';
import { codeOf, fromFrontDoor, type Answer } from './wire/answer.js';
import { receive, type Received } from './wire/received.js';
import { responseOf } from './wire/response.js';

/** What became of a request: an answer, or a connection that broke. */
interface Outcome {
  readonly answer?: Answer;
  /** True where no connection was made. */
  readonly isOffline?: boolean;
  readonly delayInMs: number;
  readonly stamp: Parameters<typeof responseOf>[1];
}

/** The front door: a request in, Azure's answer out. Rejects as `fetch` does when the connection breaks. */
export function createHandler(options: {
  readonly ledger: Ledger;
  readonly clock: SandboxClock;
  readonly manners?: { readonly anyApiVersion?: boolean; readonly onUnknown?: (request: string) => void };
}): (request: Request) => Promise<Response> {
  const { ledger, clock, manners = {} } = options;
  const counter = { requests: 0 };

  return async (request) => {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    if (url.origin !== host) throw new TypeError(`fetch failed: the sandbox is not ${url.origin}`);
    const text = await request.text();
    const received = receive({
      method: request.method,
      target: `${url.pathname}${url.search}`,
      text,
      ...header(request, 'if-match', 'ifMatch'),
      ...header(request, 'if-none-match', 'ifNoneMatch'),
    });
    const found = findRoute(received);
    counter.requests += 1;
    const number = counter.requests;
    if (found === undefined) manners.onUnknown?.(`${received.method} ${url.pathname}`);
    const outcome = await ledger.during(async (moment) =>
      decide({
        moment,
        received,
        found,
        manners,
        authorization: request.headers.get('authorization') ?? undefined,
        number,
      }),
    );
    if (outcome.delayInMs > 0) await clock.sleep(outcome.delayInMs, request.signal);
    request.signal.throwIfAborted();
    if (outcome.isOffline === true) throw neverConnected();
    if (outcome.answer === undefined) throw connectionReset();
    return responseOf(outcome.answer, outcome.stamp);
  };
}

const header = (
  request: Request,
  name: string,
  key: 'ifMatch' | 'ifNoneMatch',
): { readonly ifMatch?: string; readonly ifNoneMatch?: string } => {
  const value = request.headers.get(name);
  return value === null ? {} : { [key]: value };
};

const pathOf = (target: string): string => target.split('?')[0] ?? '';

/** As Node's own `fetch` rejects. */
const connectionReset = (): TypeError =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });

const neverConnected = (): TypeError => {
  const { hostname } = new URL(host);
  const message = `getaddrinfo ENOTFOUND ${hostname}`;
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error(message), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname }),
  });
};

async function decide(options: {
  readonly moment: Moment;
  readonly received: Received;
  readonly found: Found | undefined;
  readonly manners: { readonly anyApiVersion?: boolean };
  readonly authorization: string | undefined;
  readonly number: number;
}): Promise<Outcome> {
  const { moment, received, found, manners, authorization, number } = options;
  const { azure, nowInMs, keep } = moment;
  const strike = async (id: string): Promise<void> => {
    await keep({ kind: 'struck', id, atInMs: nowInMs });
  };
  if (found === undefined)
    await keep({
      kind: 'unknown',
      atInMs: nowInMs,
      request: `${received.method} ${pathOf(received.target)}`,
    });

  const slow = faultsFor(azure, received, 'slow');
  const delayInMs = slow.reduce((sum, { fault }) => sum + fault.delayInMs, 0);
  for (const { id } of slow) await strike(id);
  for (const { id, fault } of faultsFor(azure, received, 'changeCluster', 'changePool'))
    if (fault.method !== undefined || fault.path !== undefined) await strike(id);

  const isWriting = found !== undefined && isWrite(found.route);
  const who = callerOf(azure, authorization, nowInMs);
  const caller = 'status' in who ? undefined : who;
  const stamp = {
    seed: azure.head.seed,
    number,
    atInMs: nowInMs,
    isWrite: isWriting,
    region: 'westeurope',
    ...(caller === undefined ? {} : { caller }),
  };
  const [broken] = faultsFor(azure, received, 'lost', 'offline').filter(
    ({ fault }) => fault.kind === 'offline' || fault.when === 'beforeAcceptance',
  );
  if (broken !== undefined) {
    await strike(broken.id);
    return { isOffline: broken.fault.kind === 'offline', delayInMs, stamp };
  }
  const refused =
    'status' in who ? who : await refusal({ moment, received, found, manners, caller: who, strike });
  const answer = await settled({ ...options, refused, ...(caller === undefined ? {} : { caller }), strike });
  const [cut] = faultsFor(azure, received, 'lost').filter(({ fault }) => fault.when === 'afterAcceptance');
  if (cut !== undefined && (answer.status < 400 || !isWriting)) {
    await strike(cut.id);
    return { delayInMs, stamp };
  }
  return { answer, delayInMs, stamp };
}

/** What refuses the request before its route is asked: a fault, or the front door. */
async function refusal(options: {
  readonly moment: Moment;
  readonly received: Received;
  readonly found: Found | undefined;
  readonly manners: { readonly anyApiVersion?: boolean };
  readonly caller: NonNullable<Call['caller']>;
  readonly strike: (id: string) => Promise<void>;
}): Promise<Answer | undefined> {
  const { moment, received, found, manners, caller, strike } = options;
  const scope = scopeOf(moment.azure, received, found);
  for (const { id, fault } of faultsFor(
    moment.azure,
    received,
    'html',
    'throttle',
    'expiredToken',
    'claims',
    'refuse',
    'policy',
  )) {
    // A policy refuses writes to resources, whatever else it is told to concern.
    if (fault.kind === 'policy' && (found === undefined || !isWrite(found.route))) continue;
    const answer = answerOf(fault, received, caller, scope);
    if (answer === undefined) continue;
    await strike(id);
    return answer;
  }
  return frontDoorRefusal({ moment, request: received, found, caller, scope, ...manners });
}

/** Asks the route, and keeps a write with its verdict before it is answered. */
async function settled(options: {
  readonly moment: Moment;
  readonly received: Received;
  readonly found: Found | undefined;
  readonly refused: Answer | undefined;
  readonly caller?: NonNullable<Call['caller']>;
  readonly strike: (id: string) => Promise<void>;
}): Promise<Answer> {
  const { moment, received, found, refused, caller, strike } = options;
  const { azure, nowInMs } = moment;
  const call = {
    azure,
    request: received,
    params: found?.params ?? {},
    nowInMs,
    ...(caller === undefined ? {} : { caller }),
  };
  if (found === undefined || !isWrite(found.route)) {
    const isPost = found === undefined && received.method !== 'GET' && received.method !== 'HEAD';
    const answer =
      refused ?? (found === undefined || isWrite(found.route) ? fromFrontDoor(404) : found.route.read(call));
    if (isPost) await keepWrite(moment, received, answer);
    return answer;
  }
  const no = refused ?? found.route.decide(call);
  if (no !== undefined) {
    await keepWrite(moment, received, no);
    return no;
  }
  const { end, faultId } = plannedEnd(azure, received, `/${received.segments.join('/')}`);
  const answer = await keepWrite(moment, received, { end });
  if (faultId !== undefined) await strike(faultId);
  return answer ?? fromFrontDoor(500);
}

/** Keeps a write with its verdict; the answer of an accepted one. */
function keepWrite(
  moment: Moment,
  received: Received,
  verdict: Answer | { readonly end: PlannedEnd },
): Promise<Answer | undefined> {
  const { azure, nowInMs, keep } = moment;
  const code = 'end' in verdict ? undefined : codeOf(verdict.body);
  return keep({
    kind: 'write',
    number: azure.writes.length + 1,
    atInMs: nowInMs,
    method: received.method,
    target: received.target,
    ...(received.body === undefined ? {} : { body: received.body }),
    ...(received.ifMatch === undefined ? {} : { ifMatch: received.ifMatch }),
    ...('end' in verdict
      ? {
          accepted: true,
          ...(verdict.end.status === 'Succeeded' && verdict.end.error === undefined
            ? {}
            : { end: verdict.end }),
        }
      : { accepted: false, status: verdict.status, ...(code === undefined ? {} : { code }) }),
  });
}
