import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/core/json.js';
import { orderFor, rangesThenSwitch, toManagedNatGateway, toOwnNatGateway, toStandardV2 } from '../orders.js';
import { answerTo, ended, find, kinds, never, recordOf, rig, sha256, watching } from '../rig.js';

describe('a change', () => {
  it('is compared, sent once, watched, verified, and ends with the new addresses', async () => {
    const { open, order, puts, sandbox } = rig();
    const window = open();
    const { watch, shown } = watching();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    const outcome = await window.azure.runner.start(start, watch);
    const record = recordOf(outcome);
    expect(outcome.kind).toBe('ended');
    expect(kinds(record).filter((kind) => kind !== 'progress')).toEqual([
      'started',
      'reading',
      'sending',
      'accepted',
      'stepEnded',
      'ended',
    ]);
    expect(record.events.find(({ kind }) => kind === 'stepEnded')).toMatchObject({
      end: 'succeeded',
      differences: [],
    });
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    expect(ended(record)?.addresses).toHaveLength(2);
    expect(record.before).toMatchObject({ outboundType: 'loadBalancer', addresses: ['203.0.113.10'] });
    expect(record.operation).toBeUndefined();
    expect(await puts()).toMatchObject([{ accepted: true, ifMatch: start.reading.basis.eTag }]);
    expect(shown.at(-1)).toEqual(record);
    expect(await sandbox.unknownRequests()).toEqual([]);
  });

  it("shows each of Azure's own progress words once, in their order", async () => {
    const { open, order } = rig();
    const window = open();
    const outcome = await window.azure.runner.start(
      await order(window, 'shop-prod', toManagedNatGateway),
      watching().watch,
    );
    const words = recordOf(outcome).events.flatMap((event) =>
      event.kind === 'progress' ? [event.status] : [],
    );
    expect(words).toEqual([
      'InProgress',
      'ProvisioningNetworkResources',
      'ProvisioningControlPlane',
      'ReconcilingAddons',
    ]);
  });

  it('sends the body as it was read, with the edits of the step and nothing else', async () => {
    const { open, order } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    const sent: unknown[] = [];
    window.onAnswered = (request) => {
      if (request.method === 'PUT') sent.push(request.headers.get('if-match'));
    };
    const { body } = start.reading.basis;
    await window.azure.runner.start(start, watching().watch);
    const expected = {
      ...(body as object),
      properties: {
        ...(valueAt(body, ['properties']) as object),
        networkProfile: {
          ...without(
            valueAt(body, ['properties', 'networkProfile']) as Record<string, unknown>,
            'loadBalancerProfile',
          ),
          outboundType: 'managedNATGateway',
          natGatewayProfile: { managedOutboundIPProfile: { count: 2 }, idleTimeoutInMinutes: 30 },
        },
      },
    };
    expect(window.bodies).toEqual([expected]);
    expect(sent).toEqual([start.reading.basis.eTag]);
  });

  it('on an own network ends with the addresses of the gateway that carries it', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const outcome = await window.azure.runner.start(
      await order(window, 'orders-prod', toOwnNatGateway),
      watching().watch,
    );
    expect(ended(recordOf(outcome))).toMatchObject({
      end: 'succeeded',
      outboundType: 'userAssignedNATGateway',
      addresses: ['203.0.113.21'],
    });
    expect(await puts()).toHaveLength(1);
  });

  it('to a StandardV2 gateway is written at the version that knows it, though the plan was read at another', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const start = await order(window, 'search-prod', toStandardV2);
    const outcome = await window.azure.runner.start(start, watching().watch);
    expect(ended(recordOf(outcome))?.end).toBe('succeeded');
    expect(
      (await puts()).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('api-version')),
    ).toEqual(['2026-06-01']);
  });

  it('of two steps sends one PUT for each, the second against what the first left', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', rangesThenSwitch(['192.0.2.0/24', '198.51.100.0/24']));
    const record = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'managedNATGateway' });
    const [first, second] = await puts();
    expect(await puts()).toHaveLength(2);
    expect(second?.ifMatch).not.toBe(first?.ifMatch);
    expect(record.events.filter(({ kind }) => kind === 'stepEnded')).toMatchObject([
      { stepId: 'ranges', end: 'succeeded', differences: [] },
      { stepId: 'switch', end: 'succeeded', differences: [] },
    ]);
  });

  it('keeps no signed address once the operation has ended, and shows none on the way', async () => {
    const { open, order } = rig();
    const window = open();
    const { watch, shown } = watching();
    const record = recordOf(
      await window.azure.runner.start(await order(window, 'shop-prod', toManagedNatGateway), watch),
    );
    expect(JSON.stringify(record)).not.toContain('&s=');
    expect(shown.some(({ operation }) => operation !== undefined)).toBe(true);
    expect(shown.every(({ events }) => !JSON.stringify(events).includes('&s='))).toBe(true);
    expect(window.logged.some((line) => /^PUT .*shop-prod: 200 [(][0-9a-f-]{36}[)]$/.test(line))).toBe(true);
    expect(window.logged.some((line) => line.includes('/operations/'))).toBe(true);
    expect(window.logged.join('\n')).not.toMatch(/[?&]s=|eyJ|Bearer/);
  });

  it('polls after 5 seconds first, then at most every 30', async () => {
    const { open, order, clock } = rig();
    const window = open();
    const polls: number[] = [];
    window.onAnswered = ({ url }) => {
      if (url.includes('/operations/')) polls.push(clock.now());
    };
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    const before = clock.now();
    await window.azure.runner.start(start, watching().watch);
    const pauses = polls.map((at, index) => at - (polls[index - 1] ?? before));
    expect(pauses.slice(0, 3)).toEqual([5000, 15_000, 20_000]);
    expect(Math.max(...pauses)).toBe(30_000);
  });
});

describe('a change that our own machine stops', () => {
  it('because the journal cannot be kept has sent nothing, and says so', async () => {
    const { open, order, puts } = rig();
    const window = open();
    window.journal.onWrite = (record) => {
      if (record.events.at(-1)?.kind === 'sending') throw new Error('ENOSPC: no space left on device');
    };
    await expect(
      window.azure.runner.start(await order(window, 'shop-prod', toManagedNatGateway), watching().watch),
    ).rejects.toMatchObject({ name: 'Trouble', message: expect.stringContaining('ENOSPC') as unknown });
    expect(await puts()).toEqual([]);
  });

  it('because changes were turned off in the middle waits for Continue, and sends it when they are on again', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const { watch } = watching((record) => {
      if (record.events.at(-1)?.kind === 'accepted') window.allowChanges = false;
    });
    const start = await order(window, 'shop-prod', rangesThenSwitch(['192.0.2.0/24']));
    await expect(window.azure.runner.start(start, watch)).rejects.toMatchObject({
      problem: { kind: 'changesOff' },
    });
    await expect(answerTo(window, 'run-1', true, watch)).rejects.toMatchObject({
      problem: { kind: 'changesOff' },
    });
    expect(await puts()).toHaveLength(1);
    window.allowChanges = true;
    const outcome = await answerTo(window, 'run-1', true);
    expect(ended(recordOf(outcome))?.end).toBe('succeeded');
    expect(await puts()).toHaveLength(2);
  });
});

describe('a change is not started', () => {
  it('where changes are turned off', async () => {
    const { open, order, puts, store } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    window.allowChanges = false;
    await expect(window.azure.runner.start(start, watching().watch)).rejects.toMatchObject({
      problem: { kind: 'changesOff' },
    });
    expect(await puts()).toEqual([]);
    expect(store.kept.size).toBe(0);
  });

  it('where the plan does not belong to what was read', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    const other = await window.azure.read(await find(window, 'edge-prod'), never());
    await expect(
      window.azure.runner.start({ ...start, reading: other }, watching().watch),
    ).rejects.toMatchObject({ name: 'Trouble' });
    expect(await puts()).toEqual([]);
  });

  it('where it would touch what no plan may', async () => {
    const { open, puts } = rig();
    const window = open();
    const reading = await window.azure.read(await find(window, 'shop-prod'), never());
    for (const path of [
      ['tags'],
      ['properties'],
      ['properties', 'agentPoolProfiles'],
      ['properties', 'apiServerAccessProfile'],
      [],
    ]) {
      const start = await orderFor(
        reading,
        { ...toManagedNatGateway, edits: { switch: [{ op: 'set', path, value: {} }] } },
        sha256,
      );
      const record = recordOf(await window.azure.runner.start(start, watching().watch));
      expect(ended(record)?.end).toBe('refused');
    }
    expect(await puts()).toEqual([]);
  });

  it('where an earlier run of the cluster is unfinished or cannot be read; another cluster is free', async () => {
    const { open, order, puts, store } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    store.kept.set('torn', start.plan.clusterId.toUpperCase());
    await expect(window.azure.runner.start(start, watching().watch)).rejects.toMatchObject({
      name: 'Trouble',
    });
    const free = await window.azure.runner.start(
      await order(window, 'orders-prod', toOwnNatGateway),
      watching().watch,
    );
    expect(free.kind).toBe('ended');
    expect(await puts()).toHaveLength(1);
    expect(await window.azure.runner.records()).toMatchObject([
      { kind: 'unreadable', because: 'damaged' },
      { kind: 'record' },
    ]);
  });

  it('where another window holds the cluster; a person may take over what nobody can judge', async () => {
    const { open, order, puts, store } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', toManagedNatGateway);
    store.holders.set(start.plan.clusterId, { window: 'another machine', turn: 3 });
    expect(await window.azure.runner.start(start, watching().watch)).toMatchObject({
      kind: 'held',
      by: 'another machine',
      canBeJudged: false,
    });
    expect(await puts()).toEqual([]);
    const outcome = await window.azure.runner.start({ ...start, evenIfHeld: true }, watching().watch);
    expect(outcome.kind).toBe('ended');
    expect(await puts()).toHaveLength(1);
  });
});

const without = (body: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
