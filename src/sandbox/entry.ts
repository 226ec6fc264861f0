import { concernsNothing, type Fault } from './fault.js';
import { createHandler } from './handle.js';
import { host } from './host.js';
import { createLedger, type Beginning } from './ledger.js';
import type { SandboxPorts } from './ports.js';
import { createSandboxClock, type SandboxClock } from './sandbox-time.js';
import { scenarios } from './scenarios/scenarios.js';
import { createSessions, type SandboxSessions } from './sessions.js';

export type { Fault } from './fault.js';

/** A write that reached the sandbox, and its verdict. */
export interface ReceivedWrite {
  readonly number: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly ifMatch?: string;
  readonly accepted: boolean;
  readonly status: number;
  readonly code?: string;
  /** Sandbox time, milliseconds since 1970. */
  readonly atInMs: number;
}

export interface Sandbox {
  readonly host: typeof host;
  /** Answers as Azure Resource Manager does. Rejects as `fetch` does: another host, a broken connection, an abort. */
  handle(request: Request): Promise<Response>;
  readonly sessions: SandboxSessions;
  readonly clock: SandboxClock;
  readonly scenarios: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
  }[];
  scenario(): Promise<{ readonly name: string; readonly seed: number; readonly factor: number }>;
  /** Forgets everything and begins anew. Rejects with a RangeError for an unknown scenario. */
  reset(options: Beginning): Promise<void>;
  /** Every write received so far, in order, by whatever window. */
  writes(): Promise<readonly ReceivedWrite[]>;
  /** Answers the fault's id. */
  addFault(fault: Fault): Promise<string>;
  /** Lifting a fault that is not there changes nothing. */
  liftFault(id: string): Promise<void>;
  /** Requests to routes that it does not know, by whatever window (answered with Azure's own error); a test wants none. */
  unknownRequests(): Promise<readonly string[]>;
}

/** How the sandbox meets its clients. It has nothing to do with what is in it, so the log does not keep it. */
export interface Manners {
  /**
   * True: an api-version that it does not know is answered as a known one of that day would be. For clients that nobody
   * here wrote, of any age; without it they get Azure's own 400.
   */
  readonly anyApiVersion?: boolean;
  /** Told of each request to a route that it does not know, as `GET /path`. */
  readonly onUnknown?: (request: string) => void;
}

/** An Azure Resource Manager in one function. The options count only while the log has no head. */
export function createSandbox(
  ports: SandboxPorts,
  options: Partial<Beginning> = {},
  manners: Manners = {},
): Sandbox {
  const ledger = createLedger(ports, scenarios, { scenario: 'tour', ...options });
  const clock = createSandboxClock(
    ports.wallClock,
    () => ledger.anchorNow(),
    () => ledger.read(({ azure }) => azure.anchor),
  );
  return {
    host,
    handle: createHandler({ ledger, clock, manners }),
    sessions: createSessions(ledger),
    clock,
    scenarios: scenarios.map(({ name, title, description }) => ({ name, title, description })),
    scenario: () =>
      ledger.read(({ azure: { head } }) => ({ name: head.scenario, seed: head.seed, factor: head.factor })),
    reset: (beginning) => ledger.reset(beginning),
    writes: () =>
      ledger.read(({ azure }) =>
        azure.writes.map(({ number, method, target, ifMatch, accepted, status, code, atInMs }) => ({
          number,
          method,
          path: target,
          accepted,
          status: status ?? 0,
          atInMs,
          ...(ifMatch === undefined ? {} : { ifMatch }),
          ...(code === undefined ? {} : { code }),
        })),
      ),
    async addFault(fault) {
      if (concernsNothing(fault)) throw new RangeError(`'${fault.path ?? ''}' is no regular expression.`);
      return ledger.during(async ({ azure, nowInMs, keep }) => {
        const id = fault.id ?? `fault-${azure.faultsAdded + 1}`;
        await keep({ kind: 'fault', id, atInMs: nowInMs, fault });
        return id;
      });
    },
    liftFault: (id) => ledger.write(({ nowInMs }) => ({ kind: 'lifted', id, atInMs: nowInMs })),
    unknownRequests: () => ledger.read(({ azure }) => [...azure.unknownRequests]),
  };
}
