import { describe, expect, it } from 'vitest';
import { format, say } from '../../../src/core/message.js';
import type { Row } from '../../../src/host/explorer/row.js';
import { rowsOf } from '../../../src/host/explorer/rows.js';
import type { PoolSummary, Summary } from '../../../src/host/look/look.js';
import { typeWords } from '../../../src/host/explorer/type-words.js';
import { emptiness } from '../../../src/host/explorer/welcome.js';
import { aListing, inventoryOf } from '../../fakes/world.js';

const drawn = (rows: readonly Row[], depth = 0): string =>
  rows
    .map((row) => {
      const label = typeof row.label === 'string' ? row.label : format(row.label);
      const words = [label, row.description === undefined ? '' : format(row.description)].join('  ').trim();
      const children = Array.isArray(row.children) ? drawn(row.children as readonly Row[], depth + 1) : '';
      return `${'  '.repeat(depth)}${words}\n${children}`;
    })
    .join('');

const readAs = (pools: Summary['pools']): Summary => ({
  readAtInMs: 0,
  seen: {},
  declared: { ...typeWords('loadBalancer', undefined), code: 'loadBalancer' },
  pools,
  addresses: ['203.0.113.50', '203.0.113.52/31'].map((address) => ({
    address,
    owner: say('yours'),
    usedBy: [],
  })),
  services: [],
});

const nothingRead = (): undefined => undefined;

describe('the tree', () => {
  it('hides the tenant where there is one, and orders by name as people count', () => {
    const inventory = inventoryOf([aListing('shop-10'), aListing('shop-2'), aListing('Bank')]);
    expect(drawn(rowsOf(inventory, nothingRead))).toBe(
      'Production  3 clusters\n  Bank  Load balancer\n  shop-2  Load balancer\n  shop-10  Load balancer\n',
    );
  });

  it('does not call a subscription empty that nobody looked into', () => {
    const { tenants } = inventoryOf([]);
    const [tenant] = tenants;
    const subscriptions = tenant!.subscriptions.map((one) => ({ ...one, isUnchecked: true }));
    const [row] = rowsOf({ tenants: [{ ...tenant!, subscriptions }] }, nothingRead);
    expect(format(row!.description!)).toBe('no clusters to be seen');
    expect(format(row!.tooltip as Parameters<typeof format>[0])).toContain('leaves out in silence');
  });

  it('shows tenants with their account where there are several', () => {
    const [tenant] = inventoryOf([]).tenants;
    const rows = rowsOf({ tenants: [tenant!, { ...tenant!, id: 'tenant-2', name: '' }] }, nothingRead);
    expect(drawn(rows)).toBe(
      'Contoso  ada@contoso.example\n  Production  no clusters\ntenant-2  ada@contoso.example\n  Production  no clusters\n',
    );
  });

  it.each([
    [
      'a type that nobody knows',
      { outboundType: 'carrierPigeon' },
      'carrierPigeon (not known to this version)',
    ],
    ['no type in the listing', { outboundType: undefined }, 'Outbound type not read yet'],
    ['a preview spelling', { outboundType: 'managedNATGatewayV2' }, 'AKS V2 NAT gateway'],
    [
      'the second sku',
      { outboundType: 'managedNATGateway', natGatewaySku: 'standardv2' },
      'AKS V2 NAT gateway',
    ],
    ['a stopped cluster', { powerState: 'Stopped' }, 'Stopped · Load balancer'],
    ['a failed cluster', { provisioningState: 'Failed' }, 'Failed · Load balancer'],
    ['work in progress', { provisioningState: 'Upgrading' }, 'Upgrading · Load balancer'],
    ['a Basic load balancer', { loadBalancerSku: 'Basic' }, 'Basic load balancer, retired · Load balancer'],
  ])('tells %s', (_what, given, words) => {
    const { outboundType: _default, ...rest } = aListing('c');
    const listing = 'outboundType' in given && given.outboundType === undefined ? rest : aListing('c', given);
    expect(drawn(rowsOf(inventoryOf([listing]), nothingRead))).toContain(`  c  ${words}\n`);
  });

  it('tells addresses once the cluster was read', () => {
    const look = {
      kind: 'read',
      summary: {
        readAtInMs: 0,
        seen: {},
        declared: { ...typeWords('userAssignedNATGateway', undefined), code: 'userAssignedNATGateway' },
        pools: [],
        addresses: [{ address: '20.1.2.3', owner: say('AKS'), usedBy: [] }],
        services: [],
      },
    } as const;
    expect(drawn(rowsOf(inventoryOf([aListing('c')]), () => look))).toContain(
      'c  20.1.2.3 · Own NAT gateway',
    );
  });

  const pool = (name: string, given: Partial<PoolSummary> = {}): PoolSummary => ({
    name,
    nodes: say('1 node'),
    path: say('through the load balancer'),
    icon: 'loadBalancer',
    addresses: [],
    isKnown: true,
    isAsDeclared: true,
    ...given,
  });
  const detour = { path: say('through the NAT gateway nat-one'), isAsDeclared: false } as const;

  it.each([
    ['all pools', [pool('a', detour), pool('b', detour)], 'not as declared: through the NAT gateway nat-one'],
    ['one pool', [pool('a'), pool('b', detour)], 'not as declared: pool b through the NAT gateway nat-one'],
    [
      'some pools',
      [pool('a'), pool('b', detour), pool('c', { path: say('no way out'), isAsDeclared: false })],
      'not as declared: 2 of 3 pools',
    ],
  ])('warns on the row itself where %s leave another way than declared', (_what, pools, words) => {
    const rows = rowsOf(inventoryOf([aListing('c')]), () => ({ kind: 'read', summary: readAs(pools) }));
    expect(drawn(rows)).toContain(`  c  203.0.113.50 +1 · ${words} · Load balancer\n`);
    const [row] = rows[0]!.children as readonly Row[];
    expect(row!.icon).toMatchObject({ kind: 'theme', name: 'warning' });
  });

  it('tells the state that was read after the overview', () => {
    const summary: Summary = { ...readAs([pool('a')]), seen: { provisioningState: 'Failed' } };
    const rows = rowsOf(inventoryOf([aListing('c')]), () => ({ kind: 'read', summary }));
    expect(drawn(rows)).toMatch(/ {2}c {2}203.* · Failed · Load balancer\n/);
  });

  it('warns of nothing where packets leave as declared, or where nobody knows', () => {
    const pools = [pool('a'), pool('b', { isKnown: false, isAsDeclared: false })];
    const rows = rowsOf(inventoryOf([aListing('c')]), () => ({ kind: 'read', summary: readAs(pools) }));
    expect(drawn(rows)).toContain('  c  203.0.113.50 +1 · Load balancer\n');
    expect((rows[0]!.children as readonly Row[])[0]!.icon.kind).toBe('outboundType');
  });

  it('shows what could not be read in its place, and hides nothing else', () => {
    const problem = {
      kind: 'denied',
      message: say('You may not read this subscription.'),
      azure: { code: 'AuthorizationFailed', message: 'The client …' },
    } as const;
    const inventory = inventoryOf([aListing('c')], { problem });
    expect(drawn(rowsOf(inventory, nothingRead))).toBe(
      'Production  1 cluster, not all could be read\n  Ask for the Reader role  AuthorizationFailed: You may not read this subscription.\n  c  Load balancer\n',
    );
    expect(drawn(rowsOf(inventoryOf([], { problem }), nothingRead))).toContain(
      'not readable: no Reader role',
    );
  });

  it('says what to do about a closed tenant before it says the whole, which a narrow side bar cuts', () => {
    const [tenant] = inventoryOf([aListing('c')]).tenants;
    const problem = { kind: 'noConsent', message: say('Tenant Fabrikam cannot be read.') } as const;
    const closed = { ...tenant!, id: 'tenant-2', name: 'Fabrikam', problem, subscriptions: [] };
    expect(drawn(rowsOf({ tenants: [tenant!, closed] }, nothingRead))).toContain(
      'Fabrikam  no consent · ada@contoso.example\n  Sign in to agree  Tenant Fabrikam cannot be read.\n',
    );
  });

  it('gives each row an id of its own that stays', () => {
    const ids = (rows: readonly Row[]): readonly string[] =>
      rows.flatMap((row) => [
        row.id,
        ...(Array.isArray(row.children) ? ids(row.children as readonly Row[]) : []),
      ]);
    const inventory = inventoryOf([aListing('a'), aListing('b')]);
    const all = ids(rowsOf(inventory, nothingRead));
    expect(new Set(all).size).toBe(all.length);
    expect(ids(rowsOf(inventoryOf([aListing('b'), aListing('a')]), nothingRead))).toEqual(all);
  });
});

describe('an empty tree', () => {
  it('says why', () => {
    expect(emptiness({ tenants: [] }).kind).toBe('noSubscriptions');
    expect(emptiness(inventoryOf([])).kind).toBe('noClusters');
    expect(emptiness(inventoryOf([aListing('c')])).kind).toBe('filled');
    expect(emptiness(inventoryOf([], { problem: { kind: 'denied', message: say('No.') } })).kind).toBe(
      'filled',
    );
  });

  it('says that a sign-in is needed where nothing can be seen before it', () => {
    const [tenant] = inventoryOf([]).tenants;
    const problem = { kind: 'expired', message: say('Sign in again.') } as const;
    const closed = { ...tenant!, subscriptions: [], problem };
    expect(emptiness({ tenants: [closed] })).toEqual({ kind: 'trouble', problem });
    expect(emptiness({ tenants: [closed, { ...closed, id: 'tenant-2' }] }).kind).toBe('trouble');
    // Each in its place, where several need different things or one can be read.
    const noConsent = { ...closed, id: 'tenant-2', problem: { ...problem, kind: 'noConsent' } } as const;
    expect(emptiness({ tenants: [closed, noConsent] }).kind).toBe('filled');
    expect(emptiness({ tenants: [closed, ...inventoryOf([aListing('c')]).tenants] }).kind).toBe('filled');
  });
});
