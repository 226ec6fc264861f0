import type { JsonObject } from '../json.js';
import { askedForAt, featureState, setFeature } from '../state/registrations.js';
import { fromFrontDoor, type Answer } from '../wire/answer.js';
import { featuresType } from '../wire/versions.js';
import { spelledNamespace } from './providers.js';
import type { AcceptedCall, Call, Route } from './route.js';

const askedIn = (call: Call, name: string): Parameters<typeof featureState>[0] => ({
  azure: call.azure,
  subscriptionId: call.params['s'] ?? '',
  name,
  nowInMs: call.nowInMs,
});

const nameIn = ({ params }: Call): string => `${spelledNamespace(params['p'] ?? '')}/${params['f'] ?? ''}`;

/** Azure knows thousands of features and no list of them is public: here any name is one, not registered at first. */
function featureBody(call: Call, name: string): JsonObject {
  const [namespace = '', feature = ''] = name.split('/');
  return {
    properties: { state: featureState(askedIn(call, name)) },
    id: `/subscriptions/${call.params['s'] ?? ''}/providers/Microsoft.Features/providers/${namespace}/features/${feature}`,
    type: 'Microsoft.Features/providers/features',
    name,
  };
}

/** Features that egress has had to do with, and those that a scenario or somebody has named (AKS docs, read 2026-11-23). */
const known: readonly string[] = [
  'Microsoft.ContainerService/AKS-NATGatewayPreview',
  'Microsoft.ContainerService/AKS-OutBoundTypeMigrationPreview',
  'Microsoft.ContainerService/EnableServiceTagAuthorizedIPPreview',
  'Microsoft.ContainerService/ManagedNATGatewayV2Preview',
  'Microsoft.ContainerService/NetworkIsolatedClusterPreview',
  'Microsoft.Network/AllowLBPreview',
];

function list(call: Call): Answer {
  const { azure, params } = call;
  const subscriptionId = (params['s'] ?? '').toLowerCase();
  const seeded = (azure.scenario.registrations ?? [])
    .filter((one) => one.subscriptionId.toLowerCase() === subscriptionId && one.name.includes('/'))
    .map(({ name }) => name);
  const own = params['p'] === undefined ? '' : `${params['p']}/`.toLowerCase();
  const names = [...new Map([...known, ...seeded].map((name) => [name.toLowerCase(), name])).values()];
  const value = names
    .filter((name) => name.toLowerCase().startsWith(own))
    .sort()
    .map((name) => featureBody(call, name));
  return fromFrontDoor(200, { value });
}

const get = (call: Call): Answer => fromFrontDoor(200, featureBody(call, nameIn(call)));

const set =
  (isOn: boolean) =>
  (call: AcceptedCall): Answer => {
    setFeature(askedIn(call, nameIn(call)), isOn);
    return get(call);
  };

/** The newer face of the same registrations (recorded 2021). */
function registration(call: Call): JsonObject {
  const { params, azure } = call;
  const namespace = spelledNamespace(params['p'] ?? '');
  const name = params['f'] ?? '';
  const asked = askedIn(call, nameIn(call));
  const atInMs = askedForAt(asked);
  return {
    id: `/subscriptions/${params['s'] ?? ''}/providers/Microsoft.Features/featureProviders/${namespace}/subscriptionFeatureRegistrations/${name}`,
    name: `${namespace}/${name}`,
    type: 'Microsoft.Features/featureProviders/subscriptionFeatureRegistrations',
    properties: {
      subscriptionId: params['s'] ?? '',
      featureName: name,
      providerNamespace: namespace,
      state: featureState(asked),
      releaseDate: new Date(azure.head.startedAtInMs - 31_536_000_000).toISOString(),
      approvalType: 'AutoApproval',
      ...(atInMs === undefined ? {} : { registrationDate: new Date(atInMs).toISOString() }),
      shouldFeatureDisplayInPortal: false,
    },
  };
}

const ofSubscription = 'subscriptions/{s}/providers/microsoft.features';
const ofProvider = `${ofSubscription}/providers/{p}/features`;
const registrationPath = `${ofSubscription}/featureproviders/{p}/subscriptionfeatureregistrations/{f}`;

export const featureRoutes: readonly Route[] = [
  { method: 'GET', path: `${ofSubscription}/features`, type: featuresType, read: list },
  { method: 'GET', path: ofProvider, type: featuresType, read: list },
  { method: 'GET', path: `${ofProvider}/{f}`, type: featuresType, read: get },
  ...([true, false] as const).map((isOn): Route => ({
    method: 'POST',
    path: `${ofProvider}/{f}/${isOn ? 'register' : 'unregister'}`,
    type: featuresType,
    decide: () => undefined,
    apply: set(isOn),
  })),
  {
    method: 'GET',
    path: registrationPath,
    type: featuresType,
    read: (call) => fromFrontDoor(200, registration(call)),
  },
  {
    method: 'PUT',
    path: registrationPath,
    type: featuresType,
    decide: () => undefined,
    apply: (call) => {
      setFeature(askedIn(call, nameIn(call)), true);
      return fromFrontDoor(200, registration(call));
    },
  },
  {
    method: 'DELETE',
    path: registrationPath,
    type: featuresType,
    decide: () => undefined,
    apply: (call) => {
      setFeature(askedIn(call, nameIn(call)), false);
      return fromFrontDoor(200);
    },
  },
];
