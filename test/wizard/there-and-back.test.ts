import { describe, expect, it } from 'vitest';
import { isJsonObject, valueAt, type Json } from '../../src/core/json.js';
import type { ClusterListing } from '../../src/core/inventory.js';
import { targetKeys, type TargetKey } from '../../src/core/outbound-type.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { Intent } from '../../src/wizard/intent.js';
import { keptOf } from '../../src/wizard/kept.js';
import { never, rig, type Window } from '../azure/rig.js';
import { converse, type Conversation } from './conversation.js';
import { words } from './journal.js';
import { gapsIn, opening, serve } from './sandbox-host.js';

// Every change that the tour's clusters can make, carried out and taken back by the planner itself.

const profile = ['properties', 'networkProfile'];
const ranges = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];
/** What the sandbox gives as new addresses begins so. */
const isDrawn = (address: string) => address.startsWith('198.51.100.');

/** What a person would want back: type, options, list, and what hangs on the subnets; not the addresses of AKS's own. */
function settingsIn({ basis, network = {} }: ClusterReading, gone: readonly string[]) {
  const settings = valueAt(basis.body, profile);
  const { loadBalancerProfile, natGatewayProfile, ...rest } = isJsonObject(settings) ? settings : {};
  const bare = (one: Json | undefined) => {
    if (!isJsonObject(one)) return one;
    const { effectiveOutboundIPs: _drawn, ...options } = one;
    return options;
  };
  const type = valueAt(basis.body, [...profile, 'outboundType']);
  const list = (valueAt(basis.body, ranges) ?? []) as readonly string[];
  const hung = Object.entries(network).flatMap(([key, body]): readonly (readonly [string, unknown])[] => {
    const at = (...path: string[]) => valueAt(body, ['properties', ...path]);
    if (key.includes('/subnets/'))
      return [[key, { natGateway: at('natGateway', 'id'), routeTable: at('routeTable', 'id') }]];
    if (!key.includes('/routetables/')) return [];
    const routes = (at('routes') ?? []) as readonly Json[];
    return [[key, routes.map((route) => JSON.stringify([valueAt(route, ['name']), ...hopOf(route)])).sort()]];
  });
  return {
    ...rest,
    // What is left of another type's profile carries nothing.
    loadBalancer: type === 'loadBalancer' ? bare(loadBalancerProfile) : undefined,
    natGateway: type === 'managedNATGateway' ? bare(natGatewayProfile) : undefined,
    ranges: list.filter((range) => !isDrawn(range) && !gone.includes(range.replace('/32', ''))),
    hung: Object.fromEntries(hung),
  };
}

const hopOf = (route: Json) =>
  ['addressPrefix', 'nextHopType', 'nextHopIpAddress'].map(
    (key) => valueAt(route, ['properties', key]) ?? null,
  );

async function start(talk: Conversation, window: Window, name: string): Promise<void> {
  const asked = talk.asked.length;
  talk.want({ kind: 'typeName', name });
  talk.wantStart();
  await serve(talk, window, asked);
}

async function carriedOut(talk: Conversation, window: Window, name: string): Promise<void> {
  await start(talk, window, name);
  expect(words(talk.picture().result?.answer), name).toMatch(/^Done in /);
  expect(gapsIn(talk.picture())).toEqual([]);
}

const readingOf = (talk: Conversation): ClusterReading => talk.state().reading.held!.reading;
const backActOf = (talk: Conversation) =>
  talk.picture().result?.acts.find((act) => 'intent' in act && act.intent.kind === 'wayBack');

/** There; undefined where no such plan can be had. */
async function there(
  cluster: ClusterListing,
  target: TargetKey,
  options: readonly Extract<Intent, { kind: 'configure' }>[] = [],
) {
  const world = rig();
  const window = world.open();
  const talk = converse(opening(cluster));
  await serve(talk, window);
  const before = readingOf(talk);
  const asked = talk.asked.length;
  talk.want({ kind: 'choose', target });
  const isRouted = talk.picture().configure?.fields.some(({ option }) => option === 'firewall') === true;
  if (isRouted) talk.want({ kind: 'configure', option: 'firewall', value: '10.0.0.4' });
  for (const option of options) talk.want(option);
  await serve(talk, window, asked);
  if (talk.picture().plan === undefined) return undefined;
  await start(talk, window, cluster.name);
  // What Azure refuses is no change.
  if (!words(talk.picture().result?.answer).startsWith('Done in ')) return undefined;
  return { world, window, talk, before };
}

async function clustersOf(): Promise<readonly ClusterListing[]> {
  const { tenants } = await rig().open().azure.inventory(never());
  return tenants.flatMap(({ subscriptions }) => subscriptions.flatMap(({ clusters }) => clusters));
}

async function wentBack(gone: NonNullable<Awaited<ReturnType<typeof there>>>, name: string): Promise<void> {
  const { talk, window } = gone;
  const asked = talk.asked.length;
  talk.want({ kind: 'wayBack' });
  await serve(talk, window, asked);
  expect(talk.picture().plan, `${name}: ${words(talk.picture().footer.sentence)}`).toBeDefined();
  await carriedOut(talk, window, name);
}

describe('a change and its way back', () => {
  it('give every setting back that can come back, for each change that the tour allows', async () => {
    const done: string[] = [];
    for (const cluster of await clustersOf())
      for (const target of targetKeys) {
        const gone = await there(cluster, target);
        if (gone === undefined || backActOf(gone.talk) === undefined) continue;
        const { before, talk, world } = gone;
        await wentBack(gone, cluster.name);
        const released = before.facts.addresses;
        const lost = Object.values(released).flatMap((node) =>
          node.kind === 'known' && node.value.owner.kind === 'known' && node.value.owner.value === 'AKS'
            ? node.value.address.kind === 'known'
              ? [node.value.address.value]
              : []
            : [],
        );
        expect(settingsIn(readingOf(talk), lost), `${cluster.name} to ${target}`).toEqual(
          settingsIn(before, lost),
        );
        // Whatever it leaves from by now is let in.
        expect(JSON.stringify(talk.picture().result?.left), cluster.name).not.toContain('NotReady');
        expect(await world.sandbox.unknownRequests()).toEqual([]);
        done.push(`${cluster.name} to ${target}`);
      }
    // Both networks, each pair of types that the tables list both ways, and doors of which Microsoft says both.
    expect(done.length).toBeGreaterThan(30);
    for (const pair of [
      'catalog-prod to userAssignedNATGateway',
      'catalog-prod to userDefinedRouting',
      'ledger-prod to loadBalancer',
      'ledger-prod to userDefinedRouting',
      'vault-prod to loadBalancer',
      'vault-prod to userAssignedNATGateway',
      'isolated-own to userAssignedNATGateway',
      'isolated-none to loadBalancer',
      'ranges-staging to managedNATGateway/Standard',
    ])
      expect(done).toContain(pair);
    // About seventy whole runs: the limit only ends a test that hangs.
  }, 120_000);

  it('goes back in this order: type, the new address let in, the gateways, the list; what was made is kept unless somebody says otherwise', async () => {
    const gone = (await there(await named('catalog-prod'), 'userAssignedNATGateway'))!;
    const { talk, window, world } = gone;
    const act = backActOf(talk);
    expect(words(act?.meaning)).toBe(
      'A new plan to the load balancer, with the settings of before, that takes back what this change did on your network. What cannot come back is said there. Nothing is sent by choosing.',
    );
    const asked = talk.asked.length;
    talk.want({ kind: 'wayBack' });
    await serve(talk, window, asked);
    const back = [
      ...['outbound-type', 'authorized-ranges-after', 'detach-gateway-1', 'detach-gateway-2'],
      'tighten-ranges',
    ];
    const stepsOf = () => talk.picture().plan?.steps;
    expect(stepsOf()?.map(({ id }) => id)).toEqual(back);
    expect(stepsOf()?.flatMap(({ id, isCutOver }) => (isCutOver ? [id] : []))).toEqual([
      ...['detach-gateway-1', 'detach-gateway-2'],
    ]);
    const fields = talk.picture().configure?.fields ?? [];
    expect(fields.find(({ option }) => option === 'leftovers')).toMatchObject({ value: 'keep' });
    expect(fields.find(({ option }) => option === 'idleTimeoutInMinutes')?.value).toBe('30');

    talk.want({ kind: 'configure', option: 'leftovers', value: 'delete' });
    await serve(talk, window, asked);
    expect(stepsOf()?.map(({ id }) => id)).toEqual([...back, 'delete-created-1', 'delete-created-2']);
    await carriedOut(talk, window, 'catalog-prod');
    const deleted = (await world.sandbox.writes()).flatMap(({ method, path, accepted }) =>
      method === 'DELETE' && accepted ? [path.replace(/^.*Network\//i, '').replace(/\?.*/, '')] : [],
    );
    expect(deleted).toEqual(['natGateways/ng-catalog-prod', 'publicIPAddresses/pip-ng-catalog-prod']);
  });

  it('gives options back that were changed of the same type, defaults that nobody had written too', async () => {
    const options = [
      { kind: 'configure', option: 'idleTimeoutInMinutes', value: '60' },
      { kind: 'configure', option: 'managedOutboundIPCount', value: '2' },
    ] as const;
    const gone = (await there(await named('shop-staging'), 'loadBalancer', options))!;
    await wentBack(gone, 'shop-staging');
    expect(valueAt(readingOf(gone.talk).basis.body, [...profile, 'loadBalancerProfile'])).toMatchObject({
      managedOutboundIPs: { count: 1 },
      idleTimeoutInMinutes: 30,
    });
  });

  it('survives a reload: the choice is kept, and the journal tells what is taken back', async () => {
    const { talk, window } = (await there(await named('catalog-prod'), 'userAssignedNATGateway'))!;
    const asked = talk.asked.length;
    talk.want({ kind: 'wayBack' });
    await serve(talk, window, asked);
    const before = talk.picture().plan?.digest;
    const kept: unknown = JSON.parse(JSON.stringify(keptOf(talk.state())));
    const cluster = await named('catalog-prod');
    const again = converse({ ...opening(cluster), kept });
    await serve(again, window);
    expect(again.picture().plan).toBeUndefined();
    again.tell({ kind: 'runs', runs: await window.azure.runner.records() });
    expect(again.picture().plan?.digest).toBe(before);

    const lost = converse({ ...opening(cluster), kept });
    await serve(lost, window);
    lost.tell({ kind: 'runs', runs: [] });
    expect(words(lost.picture().notice?.text)).toContain('is not there any more');
    expect(gapsIn(lost.picture())).toEqual([]);
  });

  it('is not offered where there is none, where the cluster is back already, and is a try where Microsoft says both', async () => {
    const disputed = (await there(await named('shop-prod'), 'managedNATGateway/Standard'))!;
    expect(words(backActOf(disputed.talk)?.label)).toBe('Plan a try of the way back');
    const oneWay = (await there(await named('shop-staging'), 'managedNATGateway/StandardV2'))!;
    expect(backActOf(oneWay.talk)).toBeUndefined();
    // A choice of one's own is no way back any more.
    const asked = disputed.talk.asked.length;
    disputed.talk.want({ kind: 'wayBack' });
    disputed.talk.want({ kind: 'choose', target: 'loadBalancer' });
    await serve(disputed.talk, disputed.window, asked);
    expect(disputed.talk.state().draft?.back).toBeUndefined();
  });
});

const named = async (name: string): Promise<ClusterListing> =>
  (await clustersOf()).find((cluster) => cluster.name === name)!;
