import type { Json } from '../../../src/core/json.js';
import { lettingDrawnIn, rangesThenSwitch, toManagedNatGateway, type Change } from '../orders.js';
import * as own from '../own-network.js';
import { besideTheCluster, staging, stagingId, type TestStep } from '../own-network.js';
import { reimage, reimaging, thenSwitch } from '../reimaging.js';
import type { Chance } from './schedule.js';

/** A cluster of the tour, what a plan does to it, and where somebody else may be at work as well. */
export interface Family {
  readonly cluster: string;
  readonly change: Change;
  /** The pool that somebody else changes. */
  readonly pool: string;
  /** Somebody else leaves a mark on these neighbours, or makes one under their name. */
  readonly neighbours: readonly { readonly id: string; readonly made?: Json }[];
}

const productionId = '5b000000-0000-4000-8000-000000000001';
const network = ['properties', 'networkProfile'];

/** From a NAT gateway or a route back to the load balancer: first the type, then what is in its way. */
const backToBalancer = (clearing: readonly TestStep[]): Change => ({
  target: { outboundType: 'loadBalancer' },
  steps: [
    {
      id: 'switch',
      isCutOver: false,
      verify: [
        { kind: 'equals', path: [...network, 'outboundType'], value: 'loadBalancer' },
        { kind: 'notEmpty', path: [...network, 'loadBalancerProfile', 'effectiveOutboundIPs'] },
      ],
    },
    ...clearing,
  ],
  edits: { switch: [{ op: 'set', path: [...network, 'outboundType'], value: 'loadBalancer' }] },
});

/** One of the plans that the runner must carry out under any schedule. */
export function randomFamily(random: Chance): Family {
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2: {
      const change = random.below(4) === 0 ? rangesThenSwitch(['192.0.2.0/24']) : toManagedNatGateway;
      return { cluster: 'shop-prod', change, pool: 'web', neighbours: [] };
    }
    case 3:
      return back('ledger-prod', 'apps', [detached('snet-system'), detached('snet-apps')]);
    case 4:
      return back('vault-prod', 'nodepool1', [
        own.removal(at('rg-vault-network', 'routeTables/rt-vault/routes/default'), 'remove-route'),
      ]);
    case 5:
      return renewed(random);
    case 6:
      // AKS chooses the address, and nodes wait until it is let in.
      return {
        cluster: 'shop-prod',
        change: lettingDrawnIn(toManagedNatGateway),
        pool: 'web',
        neighbours: [],
      };
    case 7: {
      // The same before the gateway is taken away: nobody waits, and nothing may move before.
      const family = back('ledger-prod', 'apps', [detached('snet-system'), detached('snet-apps')]);
      return { ...family, change: lettingDrawnIn(family.change, 'loadBalancerProfile') };
    }
    default:
      return forward(random);
  }
}

const at = (group: string, rest: string): string =>
  `/subscriptions/${productionId}/resourceGroups/${group}/providers/Microsoft.Network/${rest}`;

/** One of two subnets of a cluster. */
const detached = (subnet: string): TestStep => ({
  ...own.detach({
    ...staging(productionId),
    subnet: at('rg-ledger-network', `virtualNetworks/vnet-ledger/subnets/${subnet}`),
  }),
  id: `detach-${subnet}`,
});

const back = (cluster: string, pool: string, clearing: readonly TestStep[]): Family => ({
  cluster,
  change: backToBalancer(clearing.map((step) => ({ ...step, isCutOver: true }))),
  pool,
  neighbours: clearing.map(({ send }) => ({ id: send?.resourceId ?? '' })),
});

/** Pools are made anew, one after the other, and then the type changes, as on the way into isolation. */
function renewed(random: Chance): Family {
  const steps = random.below(2) === 0 ? [reimage('system'), reimage('web')] : [reimage('web')];
  return { cluster: 'shop-prod', change: reimaging(...steps, ...thenSwitch), pool: 'web', neighbours: [] };
}

/** Address, gateway and association are made; sometimes ranges and registrations too. */
function forward(random: Chance): Family {
  const place = staging(stagingId);
  const registers = random.below(2) === 0;
  const whole = own.wholeWay(place, stagingId);
  const address = own.createAddress(place);
  const steps = whole.steps.filter(
    ({ id }) => (registers || !id.startsWith('register')) && (id !== 'ranges' || random.below(2) === 0),
  );
  return {
    cluster: 'batch-staging',
    change: { ...besideTheCluster(...steps), edits: whole.edits },
    pool: 'workers',
    neighbours: [
      { id: place.subnet },
      { id: place.address, made: { ...(address.send.create as object), zones: ['2'] } },
    ],
  };
}
