import type { JsonObject } from '../json.js';
import { providerState, setProvider } from '../state/registrations.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import {
  aksType,
  computeUsagesType,
  featuresType,
  locksType,
  networkType,
  permissionsType,
  policyAssignmentsType,
  resourcesType,
  roleAssignmentsType,
  roleDefinitionsType,
} from '../wire/versions.js';
import type { AcceptedCall, Call, Route } from './route.js';

const locations = [
  ...['West Europe', 'North Europe', 'Switzerland North', 'East US', 'West US 2', 'West US 3', 'Canada East'],
];

interface Provider {
  readonly namespace: string;
  /** Resource types with their api-versions, newest first. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** True for what every subscription has and nobody registers. */
  readonly isFree?: true;
}

const all = (versions: readonly string[], ...types: readonly string[]): Provider['types'] =>
  Object.fromEntries(types.map((type) => [type, versions]));

const providers: readonly Provider[] = [
  {
    namespace: 'Microsoft.ContainerService',
    types: all(
      aksType('').versions,
      ...['managedClusters', 'managedClusters/agentPools', 'locations'],
      ...['locations/operations', 'locations/operationresults'],
    ),
  },
  {
    namespace: 'Microsoft.Network',
    types: all(
      networkType('').versions,
      ...['virtualNetworks', 'virtualNetworks/subnets', 'natGateways', 'publicIPAddresses'],
      ...['publicIPPrefixes', 'routeTables', 'routeTables/routes', 'loadBalancers'],
      ...['locations', 'locations/operations', 'locations/operationResults', 'locations/usages'],
    ),
  },
  { namespace: 'Microsoft.Compute', types: all(computeUsagesType.versions, 'locations', 'locations/usages') },
  {
    namespace: 'Microsoft.Features',
    types: all(
      featuresType.versions,
      ...['features', 'providers', 'featureProviders', 'subscriptionFeatureRegistrations'],
    ),
    isFree: true,
  },
  {
    namespace: 'Microsoft.Authorization',
    types: {
      locks: locksType.versions,
      permissions: permissionsType.versions,
      policyAssignments: policyAssignmentsType.versions,
      roleAssignments: roleAssignmentsType.versions,
      roleDefinitions: roleDefinitionsType.versions,
    },
    isFree: true,
  },
  {
    namespace: 'Microsoft.Resources',
    types: all(resourcesType('').versions, 'subscriptions', 'resourceGroups', 'tenants'),
    isFree: true,
  },
];

const providerOf = (namespace: string): Provider | undefined =>
  providers.find((one) => one.namespace.toLowerCase() === namespace.toLowerCase());

/** A namespace as Azure spells it; an unknown one as it was sent. */
export const spelledNamespace = (namespace: string): string => providerOf(namespace)?.namespace ?? namespace;

/** True for a namespace that the front door knows. */
export const isNamespace = (namespace: string): boolean =>
  providerOf(namespace) !== undefined || namespace.toLowerCase() === 'microsoft.resourcegraph';

const askedIn = (call: Call, name: string): Parameters<typeof providerState>[0] => ({
  azure: call.azure,
  subscriptionId: call.params['s'] ?? '',
  name,
  nowInMs: call.nowInMs,
});

const bodyOf = (call: Call, provider: Provider): JsonObject => ({
  id: `/subscriptions/${call.params['s'] ?? ''}/providers/${provider.namespace}`,
  namespace: provider.namespace,
  resourceTypes: Object.entries(provider.types).map(([resourceType, versions]) => ({
    resourceType,
    locations: provider.isFree === true ? [] : locations,
    apiVersions: versions,
    defaultApiVersion: versions.find((version) => !version.endsWith('-preview')) ?? '',
    capabilities: 'None',
  })),
  registrationState:
    provider.isFree === true ? 'Registered' : providerState(askedIn(call, provider.namespace)),
  registrationPolicy: provider.isFree === true ? 'RegistrationFree' : 'RegistrationRequired',
});

const missing = ({ params }: Call): Answer =>
  frontDoorError(
    404,
    'InvalidResourceNamespace',
    `The resource namespace '${params['p'] ?? ''}' is invalid.`,
  );

function get(call: Call): Answer {
  const provider = providerOf(call.params['p'] ?? '');
  return provider === undefined ? missing(call) : fromFrontDoor(200, bodyOf(call, provider));
}

const list = (call: Call): Answer =>
  fromFrontDoor(200, { value: providers.map((provider) => bodyOf(call, provider)) });

/** Refused while the subscription has something of the provider; the words are ours. */
function decideUnregister(call: Call): Answer | undefined {
  const provider = providerOf(call.params['p'] ?? '');
  if (provider === undefined) return missing(call);
  const isUsed = call.azure.index.bySubscription.has((call.params['s'] ?? '').toLowerCase());
  return isUsed
    ? frontDoorError(
        409,
        'CannotUnregisterResourceProvider',
        `The resource provider '${provider.namespace}' cannot be unregistered while the subscription has resources of it.`,
      )
    : undefined;
}

const set =
  (isOn: boolean) =>
  (call: AcceptedCall): Answer => {
    const provider = providerOf(call.params['p'] ?? '');
    if (provider !== undefined && provider.isFree !== true)
      setProvider(askedIn(call, provider.namespace), isOn);
    return get(call);
  };

const type = resourcesType('providers');
const path = 'subscriptions/{s}/providers';

export const providerRoutes: readonly Route[] = [
  { method: 'GET', path, type, read: list },
  { method: 'GET', path: `${path}/{p}`, type, read: get },
  {
    method: 'POST',
    path: `${path}/{p}/register`,
    type,
    decide: (call) => (providerOf(call.params['p'] ?? '') === undefined ? missing(call) : undefined),
    apply: set(true),
  },
  {
    method: 'POST',
    path: `${path}/{p}/unregister`,
    type,
    decide: decideUnregister,
    apply: set(false),
  },
];
