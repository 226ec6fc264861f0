import { absent, known, type Origin } from '../../src/core/fact.js';
import type { ClusterFacts } from '../../src/core/facts.js';
import type { RoleFacts, Surroundings, UsageFacts } from '../../src/core/surroundings.js';

const origin: Origin = { kind: 'arm', resourceId: '/around', property: 'test' };
const everything = { actions: ['*'], notActions: [] };

const owner: RoleFacts = {
  roleName: 'Owner',
  principalId: 'identity-1',
  scope: '/subscriptions/s',
  permissions: known([everything], origin),
};

const roomy = (name: string): UsageFacts => ({ name, current: 3, limit: 1000 });

/** Surroundings in which nothing speaks against any change of this cluster; a test states what differs. */
export function calmAround(facts: ClusterFacts, differing: Surroundings = {}): Surroundings {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(facts.id)?.[0]?.toLowerCase() ?? '';
  const network = [
    ...Object.keys(facts.subnets),
    ...Object.keys(facts.routeTables),
    ...Object.keys(facts.natGateways),
  ];
  const each = <T>(keys: readonly string[], value: T) =>
    Object.fromEntries(keys.map((key) => [key, known(value, origin)]));
  return {
    locks: each([subscription], []),
    permissions: each([facts.id, ...network], [everything]),
    identityRoles: each(network, [owner]),
    policies: each(['microsoft.network/publicipaddresses', 'microsoft.network/natgateways'], []),
    networkUsages: known(
      ['PublicIPAddresses', 'StandardSkuPublicIpAddresses', 'PublicIpPrefixes', 'NatGateways'].map(roomy),
      origin,
    ),
    computeUsages: known(['cores', 'virtualMachines'].map(roomy), origin),
    providers: each(['Microsoft.ContainerService', 'Microsoft.Network'], 'Registered'),
    features: known({}, origin),
    maintenance: known([], origin),
    loadBalancers: known([], origin),
    networks: {},
    firewalls: known([], origin),
    dependencies: known([], origin),
    extensions: known([], origin),
    registry: absent(origin),
    ...differing,
  };
}
