import { valueAt, type Json } from './json.js';
import { optionDefaults } from './options.js';
import type { Edit, Expectation } from './plan.js';
import { sameValue } from './same-value.js';
import type { Target } from './target.js';

const profile = ['properties', 'networkProfile'] as const;
const typePath = [...profile, 'outboundType'];
const balancerPath = [...profile, 'loadBalancerProfile'];
const natPath = [...profile, 'natGatewayProfile'];

/** What a change sends, and what must hold afterwards. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly verify: readonly Expectation[];
}

/**
 * The edits that lead this body to the target, none that would change nothing. The profile of the type that is
 * left goes: Azure refuses userDefinedRouting beside a load balancer profile, and azure-cli drops both.
 * Sources: terraform-provider-azurerm issues 25021 and 28541; azure-cli, module acs; read 2026-11-23.
 */
export function changeTo(body: Json, target: Target, isDualStack: boolean): Change {
  const wanted = wantedAt(body, target, isDualStack);
  const leftovers = [
    ...(target.outboundType === 'loadBalancer' ? unusedAddressOptions(target) : [balancerPath]),
    ...(target.outboundType === 'managedNATGateway' ? [] : [natPath]),
  ];
  return {
    edits: [
      ...leftovers
        .filter((path) => valueAt(body, path) !== undefined)
        .map((path): Edit => ({ op: 'remove', path })),
      ...wanted
        .filter(({ path, value }) => !sameValue(valueAt(body, path), value))
        .map(({ path, value }): Edit => ({ op: 'set', path, value })),
    ],
    verify: [...wanted.map(holds), ...reportedAddresses(target)],
  };
}

/** The same with everything that the target names, whether or not it stands there: a repeat of the whole change. */
export function changeAgainTo(body: Json, target: Target, isDualStack: boolean): Change {
  const { edits, verify } = changeTo(body, target, isDualStack);
  const wanted = wantedAt(body, target, isDualStack);
  return {
    edits: [
      ...edits.filter(({ op }) => op === 'remove'),
      ...wanted.map(({ path, value }): Edit => ({ op: 'set', path, value })),
    ],
    verify,
  };
}

/** Azure may list addresses in another order. */
const holds = ({ path, value }: Wanted): Expectation =>
  Array.isArray(value)
    ? { kind: 'includesAll', path, values: value as readonly Json[] }
    : { kind: 'equals', path, value };

interface Wanted {
  readonly path: readonly string[];
  readonly value: Json;
}

function wantedAt(body: Json, target: Target, isDualStack: boolean): readonly Wanted[] {
  const type: Wanted = { path: typePath, value: target.outboundType };
  const options =
    target.outboundType === 'loadBalancer'
      ? balancerOptions(body, target, isDualStack)
      : target.outboundType === 'managedNATGateway'
        ? gatewayOptions(body, target)
        : [];
  return [type, ...options];
}

type Balancer = Extract<Target, { outboundType: 'loadBalancer' }>;
type ManagedGateway = Extract<Target, { outboundType: 'managedNATGateway' }>;

const isSwitch = (body: Json, target: Target): boolean =>
  (valueAt(body, typePath) ?? 'loadBalancer') !== target.outboundType;

/** A new load balancer needs one address option; an existing one keeps what nobody chose to change. */
function balancerOptions(body: Json, target: Balancer, isDualStack: boolean): readonly Wanted[] {
  const ids = (list: readonly string[]): Json => list.map((id) => ({ id }));
  const countPath = [...balancerPath, 'managedOutboundIPs', 'count'];
  const addresses: readonly Wanted[] =
    target.outboundIPIds !== undefined
      ? [{ path: [...balancerPath, 'outboundIPs', 'publicIPs'], value: ids(target.outboundIPIds) }]
      : target.outboundIPPrefixIds !== undefined
        ? [
            {
              path: [...balancerPath, 'outboundIPPrefixes', 'publicIPPrefixes'],
              value: ids(target.outboundIPPrefixIds),
            },
          ]
        : target.managedOutboundIPCount !== undefined
          ? [{ path: countPath, value: target.managedOutboundIPCount }]
          : isSwitch(body, target)
            ? [{ path: countPath, value: optionDefaults.loadBalancer.managedOutboundIPCount }]
            : [];
  const isManaged = addresses.some(({ path }) => path === countPath);
  const ipv6: readonly Wanted[] =
    isManaged && isDualStack && isSwitch(body, target)
      ? [{ path: [...balancerPath, 'managedOutboundIPs', 'countIPv6'], value: 1 }]
      : [];
  return [
    ...addresses,
    ...ipv6,
    ...chosen(balancerPath, 'allocatedOutboundPorts', target.allocatedOutboundPorts),
    ...chosen(balancerPath, 'idleTimeoutInMinutes', target.idleTimeoutInMinutes),
  ];
}

/** Only one of the three may be sent. */
function unusedAddressOptions(target: Balancer): readonly (readonly string[])[] {
  const used =
    target.outboundIPIds !== undefined
      ? 'outboundIPs'
      : target.outboundIPPrefixIds !== undefined
        ? 'outboundIPPrefixes'
        : target.managedOutboundIPCount !== undefined
          ? 'managedOutboundIPs'
          : undefined;
  if (used === undefined) return [];
  return ['managedOutboundIPs', 'outboundIPs', 'outboundIPPrefixes']
    .filter((name) => name !== used)
    .map((name) => [...balancerPath, name]);
}

/** The sku is written for StandardV2 only: a Standard gateway is planned at a version that has no sku. */
function gatewayOptions(body: Json, target: ManagedGateway): readonly Wanted[] {
  const count =
    target.managedOutboundIPCount ??
    (isSwitch(body, target) ? optionDefaults.managedNATGateway.managedOutboundIPCount : undefined);
  return [
    ...(target.sku === 'StandardV2' ? [{ path: [...natPath, 'sku'], value: target.sku }] : []),
    ...chosen([...natPath, 'managedOutboundIPProfile'], 'count', count),
    ...chosen(natPath, 'idleTimeoutInMinutes', target.idleTimeoutInMinutes),
  ];
}

const chosen = (path: readonly string[], name: string, value: number | undefined): readonly Wanted[] =>
  value === undefined ? [] : [{ path: [...path, name], value }];

/** The outbound rule or the gateway is there once Azure reports its addresses. */
function reportedAddresses(target: Target): readonly Expectation[] {
  if (target.outboundType === 'loadBalancer')
    return [{ kind: 'notEmpty', path: [...balancerPath, 'effectiveOutboundIPs'] }];
  if (target.outboundType === 'managedNATGateway')
    return [{ kind: 'notEmpty', path: [...natPath, 'effectiveOutboundIPs'] }];
  return [];
}
