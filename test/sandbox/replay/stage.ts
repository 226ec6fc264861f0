import { createHandler } from '../../../src/sandbox/handle.js';
import { host } from '../../../src/sandbox/host.js';
import { textAt, type Json, type JsonObject } from '../../../src/sandbox/json.js';
import { createLedger } from '../../../src/sandbox/ledger.js';
import { parseId } from '../../../src/sandbox/resource-id.js';
import { createSandboxClock } from '../../../src/sandbox/sandbox-time.js';
import { createSessions } from '../../../src/sandbox/sessions.js';
import { contoso, contosoAccount } from '../../../src/sandbox/scenarios/contoso.js';
import type { Plot, Scenario } from '../../../src/sandbox/scenarios/scenario.js';
import type { Fault } from '../../../src/sandbox/fault.js';
import { manualClock } from '../../fakes/manual-clock.js';
import { memoryLog } from '../../fakes/memory-log.js';
import { announceUnknown } from '../../fakes/unknown-routes.js';
import type { Compared } from './compare.js';

/** What a sandbox begins with for one group of a recording. */
export interface Setting {
  readonly bodies: readonly JsonObject[];
  readonly groups: readonly { readonly subscriptionId: string; readonly name: string }[];
  readonly subscriptions: readonly string[];
  readonly faults: readonly Fault[];
  readonly removed: readonly string[];
}

export interface Stage {
  send(
    method: string,
    target: string,
    body: Json | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Compared>;
  wait(delayInMs: number): void;
  /** Requests that no route is for. */
  unknown(): Promise<readonly string[]>;
}

/** A sandbox that begins as a recording began. */
export function stageFor(setting: Setting): Stage {
  // A replay tells of them itself: what it asked for was not played.
  announceUnknown(/^/);
  const clock = manualClock();
  const ledger = createLedger({ log: memoryLog(), wallClock: clock }, [scenarioOf(setting)], {
    scenario: 'recording',
    seed: 7,
    factor: 1,
  });
  const time = createSandboxClock(
    clock,
    () => ledger.anchorNow(),
    () => ledger.read(({ azure }) => azure.anchor),
  );
  const handle = createHandler({ ledger, clock: time });
  const sessions = createSessions(ledger);
  return {
    unknown: () => ledger.read(({ azure }) => [...azure.unknownRequests]),
    wait: (delayInMs) => clock.advance(delayInMs),
    async send(method, target, body, headers) {
      const want = { accountId: contosoAccount().id, tenantId: contoso.id, scopes: [] };
      const { token } = await sessions.token(want);
      const request = new Request(`${host}${target}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const response = await handle(request);
      const text = await response.text();
      return { status: response.status, headers: Object.fromEntries(response.headers), body: jsonOf(text) };
    },
  };
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text === '' ? undefined : text;
  }
}

function scenarioOf({ bodies, groups, subscriptions, faults, removed }: Setting): Scenario {
  const isCluster = (body: JsonObject): boolean =>
    parseId(textAt(body, 'id'))?.type.toLowerCase() === 'managedclusters';
  const location = textAt(bodies[0], 'location') || 'westus2';
  const plots = groups.flatMap(({ subscriptionId, name }): readonly Plot[] => {
    const own = bodies.filter((body) => {
      const id = parseId(textAt(body, 'id'));
      return (
        id?.subscriptionId.toLowerCase() === subscriptionId &&
        id.resourceGroup.toLowerCase() === name.toLowerCase()
      );
    });
    const plotOf = (cluster: JsonObject | undefined, resources: readonly JsonObject[]): Plot => ({
      subscriptionId,
      clusterId:
        textAt(cluster, 'id') || `/subscriptions/${subscriptionId}/resourcegroups/${name}/providers/none`,
      clusterName: textAt(cluster, 'name'),
      groups: [{ name, location }],
      cluster: () => cluster ?? {},
      build: () => ({ resources, services: [] }),
    });
    const clusters = own.filter(isCluster);
    const rest = own.filter((body) => !isCluster(body));
    return [...clusters.map((cluster) => plotOf(cluster, [cluster])), plotOf(undefined, rest)];
  });
  return {
    name: 'recording',
    title: 'A recording',
    description: 'What a recording begins with.',
    data: () => ({
      accounts: [contosoAccount()],
      tenants: [contoso],
      subscriptions: subscriptions.map((id) => ({ id, displayName: id, tenantId: contoso.id })),
      plots,
      removed,
      faults,
    }),
  };
}
