import type { JsonObject } from '../json.js';
import type { SubscriptionSeed, TenantSeed } from '../scenarios/scenario.js';
import { fromFrontDoor, frontDoorError, type Answer } from '../wire/answer.js';
import { resourcesType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

const tenantBody = ({ id, displayName, defaultDomain }: TenantSeed): JsonObject => ({
  id: `/tenants/${id}`,
  tenantId: id,
  countryCode: 'CH',
  displayName,
  domains: [defaultDomain],
  tenantCategory: 'Home',
  defaultDomain,
  tenantType: 'AAD',
});

const subscriptionBody = ({ id, displayName, tenantId }: SubscriptionSeed): JsonObject => ({
  id: `/subscriptions/${id}`,
  authorizationSource: 'RoleBased',
  managedByTenants: [],
  subscriptionId: id,
  tenantId,
  displayName,
  state: 'Enabled',
  subscriptionPolicies: {
    locationPlacementId: 'Public_2014-09-01',
    quotaId: 'EnterpriseAgreement_2014-09-01',
    spendingLimit: 'Off',
  },
});

function tenants({ azure, caller }: Call): Answer {
  const account = azure.scenario.accounts.find(({ id }) => id === caller?.accountId);
  const value = azure.scenario.tenants.filter(({ id }) => account?.tenantIds.includes(id) === true);
  return fromFrontDoor(200, { value: value.map(tenantBody) });
}

function subscriptions({ azure, caller }: Call): Answer {
  const value = azure.scenario.subscriptions.filter(({ tenantId }) => tenantId === caller?.tenantId);
  return fromFrontDoor(200, {
    value: value.map(subscriptionBody),
    count: { type: 'Total', value: value.length },
  });
}

function subscription({ azure, params }: Call): Answer {
  const found = azure.scenario.subscriptions.find(({ id }) => id === params['s']?.toLowerCase());
  return found === undefined
    ? frontDoorError(
        404,
        'SubscriptionNotFound',
        `The subscription '${params['s'] ?? ''}' could not be found.`,
      )
    : fromFrontDoor(200, subscriptionBody(found));
}

const regions: Readonly<Record<string, string>> = {
  switzerlandnorth: 'Switzerland North',
  westeurope: 'West Europe',
  northeurope: 'North Europe',
  eastus: 'East US',
  westus3: 'West US 3',
  canadaeast: 'Canada East',
};

function locations({ params }: Call): Answer {
  const value = Object.entries(regions).map(([name, displayName]) => ({
    id: `/subscriptions/${params['s'] ?? ''}/locations/${name}`,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: displayName,
  }));
  return fromFrontDoor(200, { value });
}

export const subscriptionRoutes: readonly Route[] = [
  { method: 'GET', path: 'subscriptions/{s}/locations', type: resourcesType('locations'), read: locations },
  { method: 'GET', path: 'tenants', type: resourcesType('tenants'), read: tenants },
  { method: 'GET', path: 'subscriptions', type: resourcesType('subscriptions'), read: subscriptions },
  { method: 'GET', path: 'subscriptions/{s}', type: resourcesType('subscriptions'), read: subscription },
];
