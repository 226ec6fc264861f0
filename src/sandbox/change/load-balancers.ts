import { hexOf } from '../chance.js';
import { at, numberOf, objectsOf, textOf, type JsonObject } from '../json.js';
import { networkResource } from '../scenarios/building/network-spec.js';
import type { ServiceSeed } from '../scenarios/scenario.js';
import type { Place } from './place.js';

/** The name that Kubernetes gives the frontend of a Service. */
export const frontendOf = (seed: number, clusterId: string, service: ServiceSeed): string =>
  `a${hexOf(32, seed, clusterId.toLowerCase(), service.name)}`;

/** The load balancers `kubernetes` and `kubernetes-internal` of a cluster, as far as it has them. */
export function loadBalancers(options: {
  readonly seed: number;
  readonly cluster: JsonObject;
  readonly services: readonly ServiceSeed[];
  readonly publics: readonly ServiceSeed[];
  readonly place: Place;
}): readonly JsonObject[] {
  const { seed, cluster, place, publics } = options;
  const profile = at(cluster, 'properties', 'networkProfile', 'loadBalancerProfile');
  const hasRule = place.outboundType === 'loadBalancer';
  const effective = hasRule ? objectsOf(at(profile, 'effectiveOutboundIPs')) : [];
  const internals = options.services.filter(({ isInternal }) => isInternal === true);
  const isBasic =
    textOf(at(cluster, 'properties', 'networkProfile', 'loadBalancerSku'))?.toLowerCase() === 'basic';
  const sku = { name: isBasic ? 'Basic' : 'Standard', tier: 'Regional' };
  const make = (name: string, content: (id: string) => JsonObject): JsonObject => {
    const id = place.idOf(`loadBalancers/${name}`);
    return networkResource({
      seed,
      id,
      type: 'loadBalancers',
      location: place.location,
      properties: content(id),
      sku,
    });
  };
  const result: JsonObject[] = [];
  if (hasRule || publics.length > 0)
    result.push(
      make('kubernetes', (id) => {
        const outboundFrontends = effective.map(({ id: address }) => {
          const addressId = textOf(address) ?? '';
          return frontend(seed, id, addressId.slice(addressId.lastIndexOf('/') + 1), {
            publicIPAddress: { id: addressId },
          });
        });
        const serviceFrontends = publics.map((service) => {
          const name = frontendOf(seed, place.id, service);
          return frontend(seed, id, name, {
            publicIPAddress: { id: place.idOf(`publicIPAddresses/kubernetes-${name}`) },
          });
        });
        return {
          frontendIPConfigurations: [...outboundFrontends, ...serviceFrontends],
          ...pools(seed, id, hasRule ? ['aksOutboundBackendPool', 'kubernetes'] : ['kubernetes']),
          loadBalancingRules: publics.flatMap((service) =>
            rules(seed, id, frontendOf(seed, place.id, service), service),
          ),
          probes: [],
          inboundNatRules: [],
          outboundRules: hasRule && !isBasic ? [outboundRule(seed, id, outboundFrontends, profile)] : [],
          inboundNatPools: [],
        };
      }),
    );
  if (internals.length > 0)
    result.push(
      make('kubernetes-internal', (id) => ({
        frontendIPConfigurations: internals.map((service) =>
          frontend(seed, id, frontendOf(seed, place.id, service), { privateIPAddress: service.address }),
        ),
        ...pools(seed, id, ['kubernetes']),
        loadBalancingRules: internals.flatMap((service) =>
          rules(seed, id, frontendOf(seed, place.id, service), service),
        ),
        probes: [],
        inboundNatRules: [],
        outboundRules: [],
        inboundNatPools: [],
      })),
    );
  return result;
}

const child = (seed: number, id: string, type: string, properties: JsonObject): JsonObject =>
  networkResource({ seed, id, type: `loadBalancers/${type}`, withoutGuid: true, properties });

const frontend = (seed: number, balancer: string, name: string, address: JsonObject): JsonObject =>
  child(seed, `${balancer}/frontendIPConfigurations/${name}`, 'frontendIPConfigurations', {
    privateIPAllocationMethod: 'Dynamic',
    ...address,
  });

const pools = (seed: number, balancer: string, names: readonly string[]): JsonObject => ({
  backendAddressPools: names.map((name) =>
    child(seed, `${balancer}/backendAddressPools/${name}`, 'backendAddressPools', {}),
  ),
});

const rules = (
  seed: number,
  balancer: string,
  frontendName: string,
  service: ServiceSeed,
): readonly JsonObject[] =>
  (service.ports ?? [443]).map((port) =>
    child(seed, `${balancer}/loadBalancingRules/${frontendName}-TCP-${port}`, 'loadBalancingRules', {
      frontendIPConfiguration: { id: `${balancer}/frontendIPConfigurations/${frontendName}` },
      frontendPort: port,
      backendPort: port,
      enableFloatingIP: true,
      idleTimeoutInMinutes: 4,
      protocol: 'Tcp',
      enableTcpReset: true,
      disableOutboundSnat: true,
    }),
  );

const outboundRule = (
  seed: number,
  balancer: string,
  frontends: readonly JsonObject[],
  profile: JsonObject[string],
): JsonObject =>
  child(seed, `${balancer}/outboundRules/aksOutboundRule`, 'outboundRules', {
    allocatedOutboundPorts: numberOf(at(profile, 'allocatedOutboundPorts')) ?? 0,
    protocol: 'All',
    enableTcpReset: true,
    idleTimeoutInMinutes: numberOf(at(profile, 'idleTimeoutInMinutes')) ?? 30,
    backendAddressPool: { id: `${balancer}/backendAddressPools/aksOutboundBackendPool` },
    frontendIPConfigurations: frontends.map(({ id }) => ({ id })),
  });
