import { type JsonObject, textAt } from '../json.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { aksType, featuresType, networkType, resourcesType } from '../wire/versions.js';
import type { AcceptedCall, Call, Route } from './route.js';

/** Milliseconds of sandbox time until a registration is through: minutes, by Azure's own words. */
const registersInMs = 120_000;

const locations = [
  ...['West Europe', 'North Europe', 'Switzerland North', 'East US', 'West US 2', 'West US 3', 'Canada East'],
];

/** Namespace -> resource types with their api-versions. */
const providers: Readonly<
  Record<string, { readonly namespace: string; readonly types: Readonly<Record<string, readonly string[]>> }>
> = {
  'microsoft.containerservice': {
    namespace: 'Microsoft.ContainerService',
    types: {
      managedClusters: aksType('').versions,
      'managedClusters/agentPools': aksType('').versions,
      locations: aksType('').versions,
      'locations/operations': aksType('').versions,
      'locations/operationresults': aksType('').versions,
    },
  },
  'microsoft.network': {
    namespace: 'Microsoft.Network',
    types: Object.fromEntries(
      [
        ...['virtualNetworks', 'virtualNetworks/subnets', 'natGateways', 'publicIPAddresses'],
        ...['publicIPPrefixes', 'routeTables', 'loadBalancers'],
      ].map((type) => [type, networkType('').versions]),
    ),
  },
};

function keyIn({ params }: Call): string {
  return `/subscriptions/${params['s'] ?? ''}/providers/${params['p'] ?? ''}`.toLowerCase();
}

function body(call: Call): JsonObject | undefined {
  const provider = providers[(call.params['p'] ?? '').toLowerCase()];
  if (provider === undefined) return undefined;
  const registration = call.azure.registrations.get(keyIn(call));
  const isThrough = registration === undefined || call.nowInMs - registration.sinceInMs >= registersInMs;
  return {
    id: `/subscriptions/${call.params['s'] ?? ''}/providers/${provider.namespace}`,
    namespace: provider.namespace,
    resourceTypes: Object.entries(provider.types).map(([resourceType, versions]) => ({
      resourceType,
      locations,
      apiVersions: versions,
      defaultApiVersion: versions.find((version) => !version.endsWith('-preview')) ?? '',
      capabilities: 'None',
    })),
    registrationState: isThrough ? 'Registered' : 'Registering',
    registrationPolicy: 'RegistrationRequired',
  };
}

const missing = ({ params }: Call): Answer =>
  frontDoorError(
    404,
    'InvalidResourceNamespace',
    `The resource namespace '${params['p'] ?? ''}' is invalid.`,
  );

const answer = (call: Call): Answer => {
  const found = body(call);
  return found === undefined ? missing(call) : fromFrontDoor(200, found);
};

function register(call: AcceptedCall): Answer {
  call.azure.registrations.set(keyIn(call), { sinceInMs: call.nowInMs, isOn: true });
  return answer(call);
}

/** Features of preview times that the product may ask for; any other is NotRegistered as well. */
function feature(call: Call): Answer {
  return fromFrontDoor(200, featureBody(call));
}

function featureBody({ azure, params, nowInMs }: Call): JsonObject {
  const namespace = providers[(params['p'] ?? '').toLowerCase()]?.namespace ?? params['p'] ?? '';
  const name = params['f'] ?? '';
  const id = `/subscriptions/${params['s'] ?? ''}/providers/Microsoft.Features/providers/${namespace}/features/${name}`;
  const registration = azure.registrations.get(id.toLowerCase());
  const isThrough = registration !== undefined && nowInMs - registration.sinceInMs >= registersInMs;
  const states =
    registration?.isOn === true ? ['Registering', 'Registered'] : ['Unregistering', 'Unregistered'];
  return {
    properties: { state: registration === undefined ? 'NotRegistered' : (states[isThrough ? 1 : 0] ?? '') },
    id,
    type: 'Microsoft.Features/providers/features',
    name: `${namespace}/${name}`,
  };
}

const setFeature =
  (isOn: boolean) =>
  (call: AcceptedCall): Answer => {
    const id = textAt(featureBody(call), 'id').toLowerCase();
    call.azure.registrations.set(id, { sinceInMs: call.nowInMs, isOn });
    return feature(call);
  };

const inFeatures = 'subscriptions/{s}/providers/microsoft.features/providers/{p}/features/{f}';

export const providerRoutes: readonly Route[] = [
  { method: 'GET', path: 'subscriptions/{s}/providers/{p}', type: resourcesType('providers'), read: answer },
  {
    method: 'POST',
    path: 'subscriptions/{s}/providers/{p}/register',
    type: resourcesType('providers'),
    decide: (call) => (body(call) === undefined ? missing(call) : undefined),
    apply: register,
  },
  { method: 'GET', path: inFeatures, type: featuresType, read: feature },
  ...([true, false] as const).map((isOn): Route => ({
    method: 'POST',
    path: `${inFeatures}/${isOn ? 'register' : 'unregister'}`,
    type: featuresType,
    decide: () => undefined,
    apply: setFeature(isOn),
  })),
];
