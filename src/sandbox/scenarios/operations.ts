import type { Fault } from '../fault.js';
import { clusterIdOf } from '../resource-id.js';
import { place, production } from './contoso.js';
import type { Scenario } from './scenario.js';
import { smallData } from './small.js';

/** The small Azure, in which these go wrong. */
export const withFaults = (
  name: string,
  title: string,
  description: string,
  faults: readonly Fault[],
): Scenario => ({
  name,
  title,
  description,
  data: (seed) => ({ ...smallData(seed), faults }),
});

export const operationFails = withFaults(
  'operation-fails',
  'A change that fails',
  'Azure accepts the first change, works on it and fails: a quota of public IP addresses is used up. The second try, the same change planned again, works.',
  [
    {
      id: 'quota',
      kind: 'endOperation',
      times: 1,
      status: 'Failed',
      error: {
        code: 'PublicIPCountLimitReached',
        message:
          'Cannot create more than 20 public IP addresses for this subscription in this region. Please see https://aka.ms/aks/publicipquota for more information.',
      },
    },
  ],
);

export const operationCanceled = withFaults(
  'operation-canceled',
  'A change that is canceled',
  'Azure accepts the first change, and somebody cancels it while it runs.',
  [
    {
      id: 'canceled',
      kind: 'endOperation',
      times: 1,
      status: 'Canceled',
      error: { code: 'Canceled', message: 'Operation is being canceled by user' },
    },
  ],
);

export const operationHangs = withFaults(
  'operation-hangs',
  'A change that does not end',
  'Azure accepts a change and goes on working on it, until the sandbox is reset or the operation is aborted.',
  [{ id: 'hold', kind: 'hold' }],
);

const shop = place(production, 'rg-shop');

export const somebodyElse = withFaults(
  'somebody-else',
  'Somebody else changes the cluster',
  'Just before the first change of shop-prod is sent, a colleague changes its tags: what was planned no longer fits.',
  [
    {
      id: 'colleague',
      kind: 'changeCluster',
      method: 'PUT',
      path: '/managedClusters/shop-prod\\?',
      clusterId: clusterIdOf(shop.subscriptionId, shop.resourceGroup, 'shop-prod'),
      patch: { tags: { 'changed-by': 'a colleague' } },
    },
  ],
);

export const htmlAnswers = withFaults(
  'unavailable',
  'Service unavailable',
  'Azure answers the first requests with 503 and a page of HTML, then comes back.',
  [{ id: 'page', kind: 'html', times: 6 }],
);

export const strongerSignIn = withFaults(
  'stronger-sign-in',
  'A change needs a stronger sign-in',
  'Azure asks for multifactor authentication before it accepts a change (a claims challenge).',
  [{ id: 'claims', kind: 'claims', method: 'PUT' }],
);
