import { describe, expect, it } from 'vitest';
import {
  chinaCloud,
  createAzure,
  customCloud,
  publicCloud,
  usGovernmentCloud,
} from '../../src/azure/entry.js';
import type { AzurePorts, Cloud } from '../../src/azure/ports.js';
import { providerOf } from '../../src/host/cloud-choice.js';
import { createSandbox } from '../../src/sandbox/entry.js';
import { manualClock } from '../fakes/manual-clock.js';
import { journalStore, memoryJournal } from '../fakes/memory-journal.js';
import { memoryLog } from '../fakes/memory-log.js';
import { orderFor, toManagedNatGateway } from './orders.js';
import { ended, never, recordOf, sha256, watching } from './rig.js';

/** The sandbox, speaking as one cloud's own Azure Resource Manager: its links name that cloud's host. */
function speakingAs(cloud: Cloud) {
  const sandbox = createSandbox(
    { log: memoryLog(), wallClock: manualClock() },
    { scenario: 'tour', seed: 7 },
  );
  const urls: string[] = [];
  const scopes: (readonly string[])[] = [];
  const authorized: (string | null)[] = [];
  const transport = async (request: Request): Promise<Response> => {
    urls.push(request.url);
    authorized.push(request.headers.get('authorization'));
    const path = request.url.slice(new URL(request.url).origin.length);
    const body = await request.text();
    const answer = await sandbox.handle(
      new Request(`${sandbox.host}${path}`, {
        method: request.method,
        headers: request.headers,
        ...(body === '' ? {} : { body }),
      }),
    );
    const own = (text: string): string => text.replaceAll(sandbox.host, cloud.resourceManager);
    const headers = [...answer.headers].map(([name, value]): [string, string] => [name, own(value)]);
    const text = own(await answer.text());
    return new Response(text === '' ? null : text, { status: answer.status, headers });
  };
  const ports: AzurePorts = {
    sessions: {
      ...sandbox.sessions,
      token: (want) => {
        scopes.push(want.scopes);
        return sandbox.sessions.token(want);
      },
    },
    clock: sandbox.clock,
    journal: memoryJournal(journalStore(), 'window'),
    transport,
    mayWrite: () => true,
    digest: sha256,
    newId: () => 'run-1',
    log: () => undefined,
  };
  return { azure: createAzure(ports, { cloud, kind: 'azure' }), urls, scopes, authorized, sandbox };
}

const hub = customCloud({
  name: 'Hub',
  resourceManager: 'https://arm.hub.example/',
  audience: 'https://management.hub.example/',
});

describe('every request of a whole change', () => {
  it.each([
    [publicCloud, 'https://management.azure.com', 'https://management.azure.com/.default'],
    [chinaCloud, 'https://management.chinacloudapi.cn', 'https://management.core.chinacloudapi.cn/.default'],
    [
      usGovernmentCloud,
      'https://management.usgovcloudapi.net',
      'https://management.core.usgovcloudapi.net/.default',
    ],
    [hub!, 'https://arm.hub.example', 'https://management.hub.example/.default'],
  ])('in $name goes to its endpoint, with a token for its audience', async (cloud, host, scope) => {
    const { azure, urls, scopes, authorized, sandbox } = speakingAs(cloud);
    const { tenants } = await azure.inventory(never());
    const clusters = tenants.flatMap(({ subscriptions }) => subscriptions.flatMap((one) => one.clusters));
    const shop = clusters.find(({ name }) => name === 'shop-prod')!;
    const order = await orderFor(await azure.read(shop, never()), toManagedNatGateway, sha256);
    const record = recordOf(await azure.runner.start(order, watching().watch));
    expect(ended(record)).toMatchObject({ end: 'succeeded' });
    expect(urls.some((url) => url.includes('/operations/'))).toBe(true);
    expect([...new Set(urls.map((url) => new URL(url).origin))]).toEqual([host]);
    expect([...new Set(scopes.flat())]).toEqual([scope]);
    expect(authorized.every((header) => header?.startsWith('Bearer ') === true)).toBe(true);
    expect(await sandbox.unknownRequests()).toEqual([]);
    expect(record).toMatchObject({ armHost: new URL(host).host });
  });

  it('is signed in to by the provider that knows the cloud', () => {
    const custom = { kind: 'custom', resourceManager: 'https://arm.hub.example' } as const;
    expect([{ kind: 'public' } as const, { kind: 'china' } as const, custom].map(providerOf)).toEqual([
      'microsoft',
      'microsoft-sovereign-cloud',
      'microsoft-sovereign-cloud',
    ]);
    expect(providerOf({ kind: 'usGovernment' })).toBe('microsoft-sovereign-cloud');
  });
});
