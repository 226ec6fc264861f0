import { finance, production, staging } from './contoso.js';
import { plotOf } from './building/plot.js';
import type { Scenario } from './scenario.js';
import { smallData } from './small.js';
import { secret, shopStaging } from './tour/staging.js';
import { edge } from './tour/production.js';

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
