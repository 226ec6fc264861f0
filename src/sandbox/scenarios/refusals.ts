import { finance, production, staging } from './contoso.js';
import { plotOf } from './building/plot.js';
import type { Scenario } from './scenario.js';
import { smallData } from './small.js';
import { secret, shopStaging } from './tour/staging.js';
import { edge, ledger, orders, shop } from './tour/production.js';

export const denied: Scenario = {
  name: 'denied',
  title: 'Access denied',
  description:
    'Resource Graph may not be asked, and one of three subscriptions may not be read. The other two still show their clusters.',
  data: (seed) => ({
    ...smallData(seed),
    subscriptions: [production, staging, finance],
    plots: [...smallData(seed).plots, plotOf(seed, shopStaging), plotOf(seed, secret)],
    faults: [
      { id: 'finance-denied', kind: 'deniedSubscription', subscriptionId: finance.id },
      {
        id: 'graph-denied',
        kind: 'refuse',
        path: '/providers/Microsoft\\.ResourceGraph/',
        status: 403,
        body: {
          error: {
            code: 'Forbidden',
            message: 'The caller does not have access to Azure Resource Graph.',
          },
        },
        headers: { 'x-ms-failure-cause': 'gateway' },
      },
    ],
  }),
};

export const throttled: Scenario = {
  name: 'throttled',
  title: 'Too many requests',
  description:
    'Azure answers some requests with 429: the list of subscriptions with a time to wait, the first change without one.',
  data: (seed) => ({
    ...smallData(seed),
    faults: [
      {
        id: 'lists',
        kind: 'throttle',
        method: 'GET',
        path: '/subscriptions\\?',
        times: 2,
        retryAfterInSeconds: 5,
      },
      {
        id: 'graph',
        kind: 'throttle',
        method: 'POST',
        path: 'ResourceGraph',
        times: 1,
        retryAfterInSeconds: 5,
      },
      {
        id: 'reads',
        kind: 'throttle',
        method: 'GET',
        path: '/managedClusters/',
        times: 1,
        retryAfterInSeconds: 10,
      },
      { id: 'changes', kind: 'throttle', method: 'PUT', times: 1 },
    ],
  }),
};

export const policy: Scenario = {
  name: 'policy',
  title: 'Refused by policy',
  description: 'Clusters can be read, but a policy of the company refuses every change.',
  data: (seed) => ({
    ...smallData(seed),
    faults: [
      { id: 'policy', kind: 'policy', method: 'PUT', assignment: 'Public IP addresses need approval' },
    ],
  }),
};

export const locked: Scenario = {
  name: 'locked',
  title: 'Locked',
  description:
    'A read-only lock lies on the resource group of shop-prod: it can be read, and every change is refused.',
  data: (seed) => ({
    ...smallData(seed),
    locks: [
      {
        scope: `/subscriptions/${production.id}/resourceGroups/rg-shop`,
        name: 'change-freeze',
        level: 'ReadOnly',
        notes: 'No changes before the sale.',
      },
    ],
  }),
};

const fromNat = (name: string, title: string, description: string, refuses: boolean): Scenario => ({
  name,
  title,
  description,
  data: (seed) => ({
    ...smallData(seed, [edge]),
    faults: refuses
      ? [
          {
            id: 'no-way-back',
            kind: 'refuse',
            method: 'PUT',
            path: '/managedClusters/edge-prod\\?',
            status: 400,
            body: {
              code: 'UpdatingOutboundTypeNotAllowed',
              details: null,
              message:
                'Updating the outbound type from managedNATGateway to loadBalancer is not allowed. Please refer to https://aka.ms/aks/outboundtype for more details',
              subcode: '',
              target: 'networkProfile.outboundType',
            },
          },
        ]
      : [],
  }),
});

export const backAccepted = fromNat(
  'nat-to-load-balancer-accepted',
  'Back to the load balancer: accepted',
  'A managed NAT gateway goes back to the load balancer. Documentation contradicts itself here; this Azure agrees.',
  false,
);

export const backRefused = fromNat(
  'nat-to-load-balancer-refused',
  'Back to the load balancer: refused',
  'The same change, and this Azure refuses it.',
  true,
);

/** The name of the code is cut in the only public source (ASO issue 2273): its end is ours. */
export const gatewayOnSubnetRefused: Scenario = {
  name: 'gateway-on-subnet-refused',
  title: 'NAT gateway on the subnet: refused',
  description:
    'A cluster with outbound type loadBalancer whose subnet has a NAT gateway is refused every change. Azure usually accepts this.',
  data: (seed) => ({
    ...smallData(seed, [shop, orders, ledger]),
    faults: [
      {
        id: 'gateway-on-subnet',
        kind: 'refuse',
        method: 'PUT',
        path: '/managedClusters/(orders|ledger)-prod\\?',
        status: 400,
        body: {
          code: 'SubnetsAssociatedWithNATgatewayWhenOutboundTypeIsStandardLoadBalancer',
          details: null,
          message:
            'Subnets are associated with a NAT gateway, which is not allowed when the outbound type is loadBalancer.',
          subcode: '',
          target: 'networkProfile.outboundType',
        },
      },
    ],
  }),
};

const productionScope = `/subscriptions/${production.id}`;

export const readerOnly: Scenario = {
  name: 'reader',
  title: 'May read, may not change',
  description:
    'The account has the role Reader on the subscription, and may change one cluster but not join its subnet.',
  data: (seed) => ({
    ...smallData(seed),
    permissions: [
      { scope: productionScope, actions: ['*/read'] },
      {
        scope: `${productionScope}/resourceGroups/rg-payments`,
        actions: ['*/read', 'Microsoft.ContainerService/managedClusters/*'],
      },
    ],
  }),
};

export const addressesDenied: Scenario = {
  name: 'addresses-denied',
  title: 'A policy forbids public addresses',
  description:
    'A policy refuses new public IP addresses: Azure accepts a change that needs one, works on it and fails.',
  data: (seed) => ({
    ...smallData(seed),
    policies: [
      {
        scope: productionScope,
        name: 'deny-public-ip',
        displayName: 'Public IP addresses need approval',
        denies: ['Microsoft.Network/publicIPAddresses', 'Microsoft.Network/publicIPPrefixes'],
      },
    ],
  }),
};

export const quotaReached: Scenario = {
  name: 'quota-reached',
  title: 'No public address left',
  description:
    'The subscription has used up its public IP addresses in the region of shop-prod: whatever needs a new one fails.',
  data: (seed) => ({
    ...smallData(seed),
    quotas: [
      {
        subscriptionId: production.id,
        location: 'switzerlandnorth',
        name: 'PublicIPAddresses',
        limit: 8,
      },
    ],
  }),
};
