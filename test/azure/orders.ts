import { canonicalJson } from '../../src/core/canonical-json.js';
import { egressAddressesOf } from '../../src/core/egress-addresses.js';
import { valueOf } from '../../src/core/fact.js';
import type { Json } from '../../src/core/json.js';
import { say } from '../../src/core/message.js';
import type { Edit, Expectation, Plan, Step } from '../../src/core/plan.js';
import type { ClusterReading } from '../../src/core/reading.js';
import type { StartOrder } from '../../src/core/run-outcome.js';
import type { Target } from '../../src/core/target.js';

/** What a test's plan does, step by step. */
export interface Change {
  readonly target: Target;
  readonly steps: readonly (Pick<Step, 'id' | 'verify' | 'settleTimeInMs'> &
    Partial<Pick<Step, 'send' | 'isCutOver'>>)[];
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
  readonly apiVersion?: string;
}

const network = (...path: string[]) => ['properties', 'networkProfile', ...path];
const ranges = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'];

const switchTo = (sku: string | undefined): { edits: readonly Edit[]; verify: readonly Expectation[] } => ({
  edits: [
    { op: 'set', path: network('outboundType'), value: 'managedNATGateway' },
    { op: 'remove', path: network('loadBalancerProfile') },
    {
      op: 'set',
      path: network('natGatewayProfile'),
      value: {
        ...(sku === undefined ? {} : { sku }),
        managedOutboundIPProfile: { count: 2 },
        idleTimeoutInMinutes: 30,
      },
    },
  ],
  verify: [
    { kind: 'equals', path: network('outboundType'), value: 'managedNATGateway' },
    { kind: 'notEmpty', path: network('natGatewayProfile', 'effectiveOutboundIPs') },
  ],
});

/** Load balancer to a managed NAT gateway with two addresses. */
export const toManagedNatGateway: Change = {
  target: { outboundType: 'managedNATGateway', sku: 'Standard', managedOutboundIPCount: 2 },
  steps: [{ id: 'switch', verify: switchTo(undefined).verify }],
  edits: { switch: switchTo(undefined).edits },
};

/** As before with the newer sku, which only the newer API version knows. */
export const toStandardV2: Change = {
  target: { outboundType: 'managedNATGateway', sku: 'StandardV2', managedOutboundIPCount: 2 },
  steps: [{ id: 'switch', verify: switchTo('StandardV2').verify }],
  edits: { switch: switchTo('StandardV2').edits },
  apiVersion: '2026-06-01',
};

/** First the authorized ranges, then the switch: two steps, two PUTs. */
export const rangesThenSwitch = (addresses: readonly string[]): Change => ({
  ...toManagedNatGateway,
  steps: [
    { id: 'ranges', verify: [{ kind: 'includesAll', path: ranges, values: addresses }] },
    ...toManagedNatGateway.steps,
  ],
  edits: { ...toManagedNatGateway.edits, ranges: [{ op: 'set', path: ranges, value: addresses as Json }] },
});

/** The same, with ranges that take two minutes to apply. */
export function rangesThatSettle(addresses: readonly string[]): Change {
  const change = rangesThenSwitch(addresses);
  return {
    ...change,
    steps: change.steps.map((step) => (step.id === 'ranges' ? { ...step, settleTimeInMs: 120_000 } : step)),
  };
}

/** Lets in what AKS has chosen while the step `switch` was carried out. */
export function lettingDrawnIn(
  change: Change,
  profile: 'natGatewayProfile' | 'loadBalancerProfile' = 'natGatewayProfile',
): Change {
  const path = network(profile, 'effectiveOutboundIPs');
  const values: readonly Json[] = [{ $from: { stepId: 'switch', path, as: 'addresses' } }];
  const at = change.steps.findIndex(({ id }) => id === 'switch') + 1;
  return {
    ...change,
    steps: [
      ...change.steps.slice(0, at),
      { id: 'let-in', verify: [{ kind: 'includesAll', path: ranges, values }] },
      ...change.steps.slice(at),
    ],
    edits: { ...change.edits, 'let-in': [{ op: 'add', path: ranges, values }] },
  };
}

/** Own NAT gateway in place of the load balancer. */
export const toOwnNatGateway: Change = {
  target: { outboundType: 'userAssignedNATGateway' },
  steps: [
    {
      id: 'switch',
      verify: [{ kind: 'equals', path: network('outboundType'), value: 'userAssignedNATGateway' }],
    },
  ],
  edits: {
    switch: [
      { op: 'set', path: network('outboundType'), value: 'userAssignedNATGateway' },
      { op: 'remove', path: network('loadBalancerProfile') },
    ],
  },
};

/** A start order as the host would send it, from a reading. */
export async function orderFor(
  reading: ClusterReading,
  change: Change,
  digest: (text: string) => Promise<string>,
): Promise<StartOrder> {
  const { basis, facts } = reading;
  const { body: _body, ...guard } = basis;
  const plan: Plan = {
    version: 1,
    clusterId: facts.id,
    clusterName: facts.name,
    subscriptionId: reading.subscriptionId,
    tenantId: reading.tenantId,
    from: { outboundType: valueOf(facts.cluster.outboundType) ?? 'loadBalancer' },
    target: change.target,
    steps: change.steps.map((step) => ({
      ...step,
      title: say('Step'),
      why: say('Because'),
      undo: say('Undo'),
      interruption: say('None'),
      isCutOver: step.isCutOver ?? step.id === 'switch',
      send: step.send ?? {
        kind: 'cluster',
        method: 'PUT',
        resourceId: facts.id,
        apiVersion: change.apiVersion ?? basis.apiVersion,
        edits: change.edits[step.id] ?? [],
      },
    })),
    basis: { ...guard, bodyDigest: await digest(canonicalJson(basis.body)) },
    stays: [],
    wayBack: { exists: false, message: say('None') },
    needsTypedName: false,
  };
  return {
    plan,
    reading,
    digest: 'digest-of-the-plan',
    addressesBefore: (valueOf(egressAddressesOf(facts)) ?? []).map(({ address }) => address),
  };
}
