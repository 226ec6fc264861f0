import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/entry.js';
import { manualClock } from '../fakes/manual-clock.js';
import { memoryLog } from '../fakes/memory-log.js';
import { callerIn, shop, toManagedNat } from './caller.js';

const state = ['properties', 'provisioningState'] as const;

describe('two windows that share a log', () => {
  it('see one Azure: a change made in one is in progress, and then done, in the other', async () => {
    const one = await callerIn();
    const other = await callerIn({ log: one.log, clock: one.clock });
    await one.send('PUT', shop, toManagedNat((await one.get(shop)).body));
    expect((await other.get(shop)).at(...state)).toBe('Updating');
    one.clock.advance(120_000);
    const [here, there] = [await one.get(shop), await other.get(shop)];
    expect(there.at(...state)).toBe('Succeeded');
    expect(there.body).toEqual(here.body);
    expect(await other.sandbox.writes()).toEqual(await one.sandbox.writes());
  });

  it('give out the same new addresses, whatever each of them has looked at', async () => {
    const busy = await callerIn();
    await busy.get(
      '/subscriptions/5b000000-0000-4000-8000-000000000001/providers/Microsoft.ContainerService/managedClusters?api-version=2026-06-01',
    );
    await busy.send('PUT', shop, toManagedNat((await busy.get(shop)).body));
    busy.clock.advance(200_000);
    const fresh = await callerIn({ log: busy.log, clock: busy.clock });
    const addresses = (reply: typeof first) =>
      reply.at('properties', 'networkProfile', 'natGatewayProfile', 'effectiveOutboundIPs');
    const first = await busy.get(shop);
    expect(addresses(await fresh.get(shop))).toEqual(addresses(first));
  });

  it('cannot both change a cluster at once', async () => {
    const one = await callerIn();
    const other = await callerIn({ log: one.log, clock: one.clock });
    const body = toManagedNat((await one.get(shop)).body);
    const replies = await Promise.all([one.send('PUT', shop, body), other.send('PUT', shop, body)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('a sandbox that is stopped in the middle of an operation', () => {
  it('goes on with it where it was, and counts what was sent once', async () => {
    const before = await callerIn();
    const put = await before.send('PUT', shop, toManagedNat((await before.get(shop)).body));
    const url = put.headers.get('azure-asyncoperation')!;
    before.clock.advance(60_000);
    const again = await callerIn({ log: memoryLog([...before.log.lines]), clock: before.clock });
    expect((await again.get(url)).at('status')).toBe('ProvisioningControlPlane');
    expect(await again.follow(url)).toContain('Succeeded');
    expect(await again.sandbox.writes()).toHaveLength(1);
  });
});

describe('a log', () => {
  it('with lines of another version or of nobody is read past them', async () => {
    const { log, clock } = await callerIn();
    const odd = [
      { kind: 'later' },
      null,
      5,
      'x',
      { kind: 'write', atInMs: 'soon' },
      { kind: 'fault', id: 3, atInMs: 1 },
    ];
    const azure = await callerIn({
      log: memoryLog([...log.lines, ...odd.map((line) => JSON.stringify(line))]),
      clock,
    });
    expect((await azure.get(shop)).status).toBe(200);
  });

  it('with a strange head begins anew', async () => {
    const azure = await callerIn({ log: memoryLog(['{"kind":"head","version":9}', '{"kind":"write"}']) });
    expect((await azure.get(shop)).status).toBe(200);
    expect(await azure.sandbox.writes()).toEqual([]);
  });

  it('of a scenario that is no more begins anew with the one asked for', async () => {
    const { log } = await callerIn();
    const gone = log.lines[0]!.replace('"tour"', '"gone"');
    const azure = await callerIn({ log: memoryLog([gone]), scenario: 'empty' });
    expect(await azure.sandbox.scenario()).toMatchObject({ name: 'empty' });
  });

  it('that cannot be written refuses the write and changes nothing', async () => {
    const full = memoryLog();
    const clock = manualClock();
    const azure = await callerIn({ log: full, clock });
    const before = await azure.get(shop);
    const broken = await callerIn({
      log: {
        lines: full.lines,
        exclusively: (work) =>
          full.exclusively((log) =>
            work({ ...log, entries: log.entries, append: () => Promise.reject(new Error('ENOSPC')) }),
          ),
      },
      clock,
    });
    await expect(broken.send('PUT', shop, toManagedNat(before.body))).rejects.toThrow('ENOSPC');
    expect((await broken.get(shop)).body).toEqual(before.body);
    expect(await azure.sandbox.writes()).toEqual([]);
  });
});

describe('a reset', () => {
  it('forgets everything, in every window', async () => {
    const one = await callerIn();
    const other = await callerIn({ log: one.log, clock: one.clock });
    await one.send('PUT', shop, toManagedNat((await one.get(shop)).body));
    await other.sandbox.reset({ scenario: 'tour', factor: 1, seed: 7 });
    expect((await one.get(shop)).at(...state)).toBe('Succeeded');
    expect(await one.sandbox.writes()).toEqual([]);
  });

  it('ends the tokens from before, so that a scenario of signing in is met at once', async () => {
    const azure = await callerIn();
    const want = { accountId: 'alex.contoso', tenantId: 'c0450000-0000-4000-8000-000000000001', scopes: [] };
    const { token } = await azure.sandbox.sessions.token(want);
    await azure.sandbox.reset({ scenario: 'expired', seed: 7, factor: 1 });
    const headers = { authorization: `Bearer ${token}` };
    const response = await azure.sandbox.handle(new Request(`${azure.sandbox.host}${shop}`, { headers }));
    expect(await response.json()).toMatchObject({ error: { code: 'ExpiredAuthenticationToken' } });
    await expect(azure.sandbox.sessions.token(want)).rejects.toMatchObject({ name: 'SignInNeeded' });
  });

  it('keeps the log when there is no such scenario', async () => {
    const azure = await callerIn();
    const lines = [...azure.log.lines];
    await expect(azure.sandbox.reset({ scenario: 'nothing' })).rejects.toThrow(RangeError);
    expect(azure.log.lines).toEqual(lines);
  });
});

describe('sandbox time', () => {
  it('runs as many times faster than the wall as the log says', async () => {
    const azure = await callerIn({ factor: 20 });
    await azure.get(shop);
    const startedAtInMs = azure.sandbox.clock.now();
    azure.clock.advance(1_000);
    expect(azure.sandbox.clock.now() - startedAtInMs).toBe(20_000);
  });

  it('can be told as the time of a watch', async () => {
    const azure = await callerIn({ factor: 20 });
    await azure.get(shop);
    const wallInMs = azure.clock.now();
    azure.clock.advance(3_000);
    const { clock } = azure.sandbox;
    expect(clock.wallTimeOf(clock.now())).toBe(wallInMs + 3_000);
    expect(clock.wallTimeOf(clock.now() + 60_000)).toBe(wallInMs + 6_000);
  });

  it('makes sleeping shorter by the same factor, also in a window that never asked anything', async () => {
    const azure = await callerIn({ factor: 20 });
    const sandbox = createSandbox({ log: azure.log, wallClock: azure.clock });
    const atInMs = azure.clock.now();
    await sandbox.clock.sleep(60_000);
    expect(azure.clock.now() - atInMs).toBe(3_000);
  });

  it('never goes back, when the wall clock does', async () => {
    const azure = await callerIn();
    const put = await azure.send('PUT', shop, toManagedNat((await azure.get(shop)).body));
    azure.clock.advance(200_000);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
    azure.clock.advance(-500_000);
    await azure.send('PUT', shop, (await azure.get(shop)).body);
    const [first, second] = await azure.sandbox.writes();
    expect(second!.atInMs).toBeGreaterThanOrEqual(first!.atInMs + 200_000);
    azure.clock.advance(400_000);
    expect((await azure.get(shop)).at(...state)).toBe('Succeeded');
    expect((await azure.get(put.headers.get('azure-asyncoperation')!)).at('status')).toBe('Succeeded');
  });
});
