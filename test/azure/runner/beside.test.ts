import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/core/run.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import type { Change } from '../orders.js';
import * as own from '../own-network.js';
import { besideTheCluster, staging, stagingId, wholeWay } from '../own-network.js';
import { answerTo, ended, recordOf, rig, watching, type Rig, type Window } from '../rig.js';

const place = staging(stagingId);
const cluster = 'batch-staging';

const start = async (world: Rig, window: Window, change: Change): Promise<RunRecord> =>
  recordOf(await window.azure.runner.start(await world.order(window, cluster, change), watching().watch));

const written = async (world: Rig) =>
  (await world.sandbox.writes()).map(
    ({ method, path }) => `${method} ${path.split('?')[0]?.split('/').slice(-2).join('/') ?? ''}`,
  );

const statuses = (record: RunRecord) =>
  Object.fromEntries(foldRun(record).steps.map(({ stepId, status }) => [stepId, status]));

const lastStep = (record: RunRecord) => record.events.findLast(({ kind }) => kind === 'stepEnded');

describe('a plan that prepares the network of its cluster', () => {
  it('is carried out step by step, each written once, in its order, and verified', async () => {
    const world = rig();
    const record = await start(world, world.open(), wholeWay(place, stagingId));
    expect(new Set(Object.values(statuses(record)))).toEqual(new Set(['succeeded']));
    expect(ended(record)).toMatchObject({ end: 'succeeded', outboundType: 'userAssignedNATGateway' });
    expect(await written(world)).toEqual([
      'POST SomethingPreview/register',
      'POST Microsoft.ContainerService/register',
      'PUT publicIPAddresses/pip-new',
      'PUT natGateways/ng-new',
      `PUT managedClusters/${cluster}`,
      'PUT subnets/snet-aks',
      `PUT managedClusters/${cluster}`,
    ]);
    for (const event of record.events)
      if (event.kind === 'stepEnded') expect(event).toMatchObject({ end: 'succeeded', differences: [] });
    expect(await world.sandbox.unknownRequests()).toEqual([]);
  });

  it('lets the address in that it made itself: found in the verified body, kept in the journal', async () => {
    const world = rig();
    const window = world.open();
    const record = await start(world, window, wholeWay(place, stagingId));
    const [found] = record.found ?? [];
    expect(found).toMatchObject({ stepId: 'create-address', path: ['properties', 'ipAddress'] });
    expect(JSON.stringify(window.bodies)).toContain(`["192.0.2.0/24","${found?.value as string}"]`);
    expect(JSON.stringify(window.bodies)).not.toContain('$from');
    expect(ended(record)?.addresses).toEqual([found?.value]);
  });

  it('does not send a step that needs what Azure has not told', async () => {
    const world = rig();
    const record = await start(world, world.open(), {
      ...besideTheCluster({ ...own.letInNewAddress }),
    });
    expect(lastStep(record)).toMatchObject({ end: 'refused' });
    expect(JSON.stringify(lastStep(record))).toContain('properties.ipAddress');
    expect(await written(world)).toEqual([]);
  });

  it('takes the way back: type, association, gateway, address, each removed once', async () => {
    const world = rig();
    const window = world.open();
    await start(
      world,
      window,
      besideTheCluster(own.createAddress(place), own.createGateway(place), own.attach(place)),
    );
    const record = await start(
      world,
      window,
      besideTheCluster(
        own.detach(place),
        own.removal(place.gateway, 'delete-gateway'),
        own.removal(place.address, 'delete-address'),
      ),
    );
    expect(new Set(Object.values(statuses(record)))).toEqual(new Set(['succeeded']));
    expect((await written(world)).slice(3)).toEqual([
      'PUT subnets/snet-aks',
      'DELETE natGateways/ng-new',
      'DELETE publicIPAddresses/pip-new',
    ]);
  });

  it('makes a table and takes its default route away again, and leaves the table', async () => {
    const world = rig();
    const window = world.open();
    const record = await start(
      world,
      window,
      besideTheCluster(own.createTable(place), own.removal(place.route, 'remove-route')),
    );
    expect(statuses(record)).toEqual({ 'create-table': 'succeeded', 'remove-route': 'succeeded' });
    expect(await written(world)).toEqual(['PUT routeTables/rt-new', 'DELETE routes/default']);
  });

  it('sends nothing for what is there already', async () => {
    const world = rig();
    const window = world.open();
    const change = besideTheCluster(
      own.registerFeature(stagingId),
      own.createAddress(place),
      own.removal(place.table, 'delete-table'),
    );
    await start(world, window, change);
    expect(await written(world)).toHaveLength(2);
    expect(ended(await start(world, window, change))?.end).toBe('succeeded');
    expect(await written(world)).toHaveLength(2);
  });
});

describe('something that was just made', () => {
  it('may not show for a moment: it is looked at again, and not told as missing', async () => {
    const world = rig();
    const window = world.open();
    let isBlind = false;
    window.answerWith = (response, { method, url }) => {
      const wasBlind = isBlind && method === 'GET' && url.includes('publicIPAddresses');
      isBlind = method === 'PUT' || (isBlind && !wasBlind);
      if (!wasBlind) return response;
      return Response.json({ error: { code: 'ResourceNotFound', message: 'not yet' } }, { status: 404 });
    };
    const record = await start(world, window, besideTheCluster(own.createAddress(place)));
    expect(lastStep(record)).toMatchObject({ end: 'succeeded' });
  });

  it('and never shows is told as not verified', async () => {
    const world = rig();
    const window = world.open();
    window.answerWith = (response, { method, url }) =>
      method === 'GET' && url.includes('publicIPAddresses')
        ? Response.json({ error: { code: 'ResourceNotFound', message: 'no' } }, { status: 404 })
        : response;
    const record = await start(world, window, besideTheCluster(own.createAddress(place)));
    expect(lastStep(record)).toMatchObject({ end: 'unverified' });
  });
});

describe('a neighbour that is not as planned', () => {
  it('is left alone where one of that name is there and is another', async () => {
    const world = rig();
    const window = world.open();
    await start(world, window, besideTheCluster(own.createAddress(place)));
    const record = await start(world, window, besideTheCluster(own.createAddress(place, 'eastus')));
    expect(lastStep(record)).toMatchObject({
      end: 'stale',
      differences: [{ path: ['id'] }, { path: ['location'] }],
    });
    expect(await written(world)).toHaveLength(1);
  });

  it('is left alone where it is gone', async () => {
    const world = rig();
    const gone = { ...place, subnet: place.subnet.replace('snet-aks', 'snet-gone') };
    const record = await start(world, world.open(), besideTheCluster(own.detach(gone)));
    expect(lastStep(record)).toMatchObject({ end: 'stale', differences: [{ path: ['id'], after: null }] });
    expect(await written(world)).toEqual([]);
  });

  it('is left alone where its eTag is another than the plan was made on', async () => {
    const world = rig();
    const window = world.open();
    const order = await world.order(window, cluster, besideTheCluster(own.attach(place, 'W/"another"')));
    // Of a plan whose reading kept no bodies the eTag is all that can be compared.
    const { network: _bodies, ...reading } = order.reading;
    const outcome = await window.azure.runner.start({ ...order, reading }, watching().watch);
    expect(lastStep(recordOf(outcome))).toMatchObject({ end: 'stale', differences: [{ path: ['etag'] }] });
    expect(await written(world)).toEqual([]);
  });

  it('is judged by its body where the plan knows that: an eTag that moved alone is no change', async () => {
    for (const [addressPrefix, end] of [
      ['10.60.0.0/20', 'succeeded'],
      ['10.60.0.0/21', 'stale'],
    ] as const) {
      const world = rig();
      const window = world.open();
      await start(world, window, besideTheCluster(own.createAddress(place), own.createGateway(place)));
      const order = await world.order(window, cluster, besideTheCluster(own.attach(place, 'W/"another"')));
      const body = await bodyOf(world, place.subnet);
      const properties = { ...(body['properties'] as object), addressPrefix };
      const network = { [place.subnet.toLowerCase()]: { ...body, etag: 'W/"another"', properties } };
      const outcome = await window.azure.runner.start(
        { ...order, reading: { ...order.reading, network } },
        watching().watch,
      );
      expect(lastStep(recordOf(outcome))).toMatchObject({ end });
    }
  });

  it('changed between look and request is refused by its eTag, and told as changed', async () => {
    const world = rig();
    const window = world.open();
    await start(world, window, besideTheCluster(own.createAddress(place), own.createGateway(place)));
    await world.fault({
      kind: 'refuse',
      method: 'PUT',
      path: '/subnets/',
      status: 412,
      body: stale,
      times: 1,
    });
    const record = await start(world, window, besideTheCluster(own.attach(place)));
    expect(lastStep(record)).toMatchObject({ end: 'stale', azure: { code: 'PreconditionFailed' } });
  });

  it('made by somebody else since our look is told', async () => {
    const world = rig();
    const window = world.open();
    window.answerWith = (response, request) =>
      request.method === 'PUT'
        ? new Response(response.body, { status: 200, headers: response.headers })
        : response;
    const record = await start(world, window, besideTheCluster(own.createAddress(place)));
    expect(lastStep(record)).toMatchObject({
      end: 'succeeded',
      differences: [{ path: ['id'], after: place.address }],
    });
  });

  it('that is busy is waited for, and what Azure refuses because of another operation waits for the person', async () => {
    const world = rig();
    const window = world.open();
    await world.fault({ kind: 'refuse', method: 'PUT', status: 409, body: busy, times: 1 });
    const record = await start(world, window, besideTheCluster(own.createAddress(place)));
    expect(foldRun(record)).toMatchObject({
      status: 'asking',
      question: { question: 'continue' },
      steps: [{ azure: { code: 'AnotherOperationInProgress' } }],
    });
    const went = recordOf(await answerTo(window, record.runId, true));
    expect(ended(went)?.end).toBe('succeeded');
    expect((await world.sandbox.writes()).map(({ accepted }) => accepted)).toEqual([false, true]);
  });
});

const busy = { error: { code: 'AnotherOperationInProgress', message: 'Another operation is in progress.' } };
const stale = { error: { code: 'PreconditionFailed', message: 'Precondition failed.' } };

async function bodyOf(world: Rig, id: string): Promise<Record<string, unknown>> {
  const [account] = await world.sandbox.sessions.accounts();
  const { token } = await world.sandbox.sessions.token({
    accountId: account?.id ?? '',
    tenantId: 'c0450000-0000-4000-8000-000000000001',
    scopes: [],
  });
  const response = await world.sandbox.handle(
    new Request(`${world.sandbox.host}${id}?api-version=2025-09-01`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  return (await response.json()) as Record<string, unknown>;
}
