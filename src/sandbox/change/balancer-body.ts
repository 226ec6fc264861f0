import { guidOf } from '../chance.js';
import {
  at,
  objectOf,
  objectsOf,
  present,
  textAt,
  textOf,
  withAt,
  without,
  type Json,
  type JsonObject,
} from '../json.js';
import { sameId } from '../resource-id.js';
import { networkResource } from '../scenarios/building/network-spec.js';

/** What a load balancer keeps inside itself, in the order of Azure's answers. */
const lists = [
  ...['frontendIPConfigurations', 'backendAddressPools', 'loadBalancingRules', 'probes'],
  ...['inboundNatRules', 'outboundRules', 'inboundNatPools'],
];

/** What Azure fills in (recorded 2026). */
const inbound: JsonObject = {
  enableFloatingIP: false,
  idleTimeoutInMinutes: 4,
  protocol: 'Tcp',
  enableDestinationServiceEndpoint: false,
  enableTcpReset: false,
  allowBackendPortConflict: false,
};
const defaults: Readonly<Record<string, JsonObject>> = {
  frontendIPConfigurations: { privateIPAllocationMethod: 'Dynamic' },
  inboundNatRules: inbound,
  inboundNatPools: inbound,
};

/** A child of a load balancer, under the eTag of its parent. */
export function balancerChild(order: {
  readonly balancerId: string;
  readonly list: string;
  readonly etag: string;
  readonly sent: JsonObject;
}): JsonObject {
  const { balancerId, list, etag, sent } = order;
  const name = textAt(sent, 'name');
  return {
    name,
    id: `${balancerId}/${list}/${name}`,
    etag,
    type: `Microsoft.Network/loadBalancers/${list}`,
    properties: {
      provisioningState: 'Succeeded',
      ...defaults[list],
      ...without(present(objectOf(sent['properties'])), 'provisioningState'),
    },
  };
}

/** The body of a load balancer after a PUT. */
export function balancerBody(order: {
  readonly seed: number;
  readonly number: number;
  readonly id: string;
  readonly before: JsonObject | undefined;
  readonly sent: JsonObject;
}): JsonObject {
  const { seed, number, id, before, sent } = order;
  const etag = `W/"${guidOf(seed, 'etag', id, number)}"`;
  const children = Object.fromEntries(
    lists.map((list): [string, Json] => [
      list,
      objectsOf(at(sent, 'properties', list)).map((one) =>
        balancerChild({ balancerId: id, list, etag, sent: one }),
      ),
    ]),
  );
  const body = networkResource({
    seed,
    id,
    type: 'loadBalancers',
    location: textAt(before, 'location') || textAt(sent, 'location'),
    properties: { ...children, frontendIPConfigurations: withUsers(children) },
    sku: { name: 'Standard', tier: 'Regional', ...objectOf(sent['sku']) },
  });
  return present({ ...body, etag, tags: sent['tags'] });
}

/** A frontend names the pools of inbound NAT that use it. */
const withUsers = (children: JsonObject): readonly JsonObject[] =>
  objectsOf(children['frontendIPConfigurations']).map((frontend) => {
    const pools = objectsOf(children['inboundNatPools']).filter((pool) =>
      sameId(textOf(at(pool, 'properties', 'frontendIPConfiguration', 'id')), textAt(frontend, 'id')),
    );
    return pools.length === 0
      ? frontend
      : withAt(
          frontend,
          ['properties', 'inboundNatPools'],
          pools.map(({ id }) => ({ id: id ?? '' })),
        );
  });
