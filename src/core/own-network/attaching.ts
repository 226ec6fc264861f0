import { valueOf } from '../fact.js';
import type { ClusterFacts, NatGatewayFacts } from '../facts.js';
import type { Target, WantedGateway } from '../target.js';
import type { Undoing } from '../undoing.js';
import { besideNetworkOf, nameIn, placesOf, virtualNetworkOf } from './places.js';

type Created = Extract<WantedGateway, { kind: 'created' }>;

/** A NAT gateway that the plan attaches to subnets that have none. */
export interface Attaching {
  /** Graph keys of the subnets, in the order of the steps. */
  readonly subnetKeys: readonly string[];
  readonly gateway: {
    readonly key: string;
    readonly name: string;
    /** What is created for it; left out for a gateway that is there. */
    readonly created?: Created & { readonly addressKey: string; readonly addressName: string };
  };
  /** Where a way back gives each subnet the gateway that it had, and they are several. */
  readonly gatewayOf?: Readonly<Record<string, { readonly key: string; readonly name: string }>>;
}

/** The gateway that a subnet gets. */
export const gatewayFor = (
  { gateway, gatewayOf }: Attaching,
  subnetKey: string,
): { readonly key: string; readonly name: string } => gatewayOf?.[subnetKey] ?? gateway;

/** Undefined where nobody asked for it, nothing is bare, or a fact that decides is not known. */
export function attachingOf(facts: ClusterFacts, target: Target): Attaching | undefined {
  if (target.outboundType !== 'userAssignedNATGateway') return undefined;
  const again = target.undoes && attachedAgain(facts, target.undoes);
  if (again !== undefined || target.gateway === undefined) return again;
  const places = placesOf(facts);
  if (places?.some(({ subnet }) => subnet.natGatewayId.kind === 'unknown') !== false) return undefined;
  const subnetKeys = places
    .filter(({ subnet }) => subnet.natGatewayId.kind === 'absent')
    .map(({ key }) => key);
  const [first] = subnetKeys;
  if (first === undefined) return undefined;
  const wanted = target.gateway;
  if (wanted.kind === 'existing') {
    const key = wanted.id.toLowerCase();
    return servesAnother(facts, key, first)
      ? undefined
      : { subnetKeys, gateway: { key, name: nameIn(wanted.id) } };
  }
  const addressName = addressNameFor(wanted.name);
  return {
    subnetKeys,
    gateway: {
      key: besideNetworkOf(first, `natGateways/${wanted.name}`).toLowerCase(),
      name: wanted.name,
      created: {
        ...wanted,
        addressKey: besideNetworkOf(first, `publicIPAddresses/${addressName}`).toLowerCase(),
        addressName,
      },
    },
  };
}

/** Subnets that a run took a gateway off get it back, as long as it is there and they have no other. */
function attachedAgain(facts: ClusterFacts, { detached }: Undoing): Attaching | undefined {
  const bare = (placesOf(facts) ?? []).filter(({ subnet }) => subnet.natGatewayId.kind === 'absent');
  const pairs = bare.flatMap(({ key }): readonly (readonly [string, { key: string; name: string }])[] => {
    const gatewayKey = detached.find(({ subnetKey }) => subnetKey === key)?.gatewayKey;
    const gateway = gatewayKey === undefined ? undefined : gatewayAt(facts, gatewayKey);
    return gatewayKey === undefined || gateway === undefined
      ? []
      : [[key, { key: gatewayKey, name: gateway.name }]];
  });
  const [first] = pairs;
  if (first === undefined || pairs.length < bare.length) return undefined;
  return {
    subnetKeys: pairs.map(([key]) => key),
    gateway: first[1],
    ...(pairs.some(([, { key }]) => key !== first[1].key) ? { gatewayOf: Object.fromEntries(pairs) } : {}),
  };
}

/** Names of Microsoft.Network have at most 80 characters. Azure docs, naming rules, read 2026-11-23. */
const addressNameFor = (gateway: string): string => `pip-${gateway}`.slice(0, 80).replace(/[.-]+$/, '');

/** A gateway serves one virtual network. Azure docs, NAT gateway resource, read 2026-11-23. */
const servesAnother = (facts: ClusterFacts, key: string, subnetKey: string): boolean => {
  const gateway = gatewayAt(facts, key);
  return gateway !== undefined && isOfAnotherNetwork(gateway, subnetKey);
};

/** True where a gateway is known to be attached to subnets of another virtual network. */
export const isOfAnotherNetwork = ({ subnetIds }: NatGatewayFacts, subnetKey: string): boolean =>
  (subnetIds === undefined ? [] : (valueOf(subnetIds) ?? [])).some(
    (id) => virtualNetworkOf(id) !== virtualNetworkOf(subnetKey),
  );

export const gatewayAt = (facts: ClusterFacts, key: string): NatGatewayFacts | undefined => {
  const node = Object.hasOwn(facts.natGateways, key) ? facts.natGateways[key] : undefined;
  return node === undefined ? undefined : valueOf(node);
};
