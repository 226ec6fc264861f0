import { clusterIdOf } from '../resource-id.js';
import { place, production } from './contoso.js';
import { withFaults } from './operations.js';

export const offline = withFaults(
  'offline',
  'No connection',
  'Everything can be read. When the first change is sent there is no connection, and while Azure works on it there is none again.',
  [
    { id: 'sending', kind: 'offline', method: 'PUT', times: 2 },
    { id: 'watching', kind: 'offline', path: '/operations/', times: 4 },
  ],
);

export const requestLost = withFaults(
  'request-lost',
  'A change that never arrives',
  'The connection breaks before Azure has received the first change: nothing is done, and from here nobody can know that.',
  [{ id: 'cut', kind: 'lost', when: 'beforeAcceptance', method: 'PUT', times: 1 }],
);

export const answerLost = withFaults(
  'answer-lost',
  'An answer that never arrives',
  'Azure takes the first change and works on it, and the connection breaks before its answer is there.',
  [{ id: 'cut', kind: 'lost', when: 'afterAcceptance', method: 'PUT', times: 1 }],
);

/** Recorded while an operation was polled (azure-cli, 2024-03-05). */
const badGateway = {
  kind: 'refuse',
  status: 502,
  body: {
    error: {
      code: 'BadGatewayConnection',
      message:
        "The network connectivity issue encountered for 'Microsoft.ContainerService'; cannot fulfill the request.",
    },
  },
  headers: { 'x-ms-failure-cause': 'service' },
} as const;

export const serverError = withFaults(
  'server-error',
  'Azure has trouble of its own',
  'Azure answers the first change with 502 and does nothing of it; of a change that it works on it cannot tell for a while how far it is.',
  [
    { ...badGateway, id: 'change', method: 'PUT', times: 1 },
    { ...badGateway, id: 'watching', path: '/operations/', times: 3 },
  ],
);

export const sessionEnds = withFaults(
  'session-ends',
  'The sign-in ends during a change',
  'Azure accepts a change, and while it works on it the sign-in has run out.',
  [{ id: 'session', kind: 'expiredToken', path: '/operations/', times: 2 }],
);

/** Message as in azure-powershell issue 23812, read 2026-11-23. */
export const preempted = withFaults(
  'operation-preempted',
  'A change that another one overtakes',
  'Azure accepts the first change, and then says that another operation has taken its place.',
  [
    {
      id: 'preempted',
      kind: 'endOperation',
      times: 1,
      status: 'Succeeded',
      error: {
        code: 'NotLatestOperation',
        message:
          "Cannot proceed with the operation. Either the operation has been preempted by another one, or the information needed by the operation failed to be saved (or hasn't been saved yet).",
      },
    },
  ],
);

const shop = place(production, 'rg-shop');

export const poolChanged = withFaults(
  'pool-changed',
  'Somebody else scales a pool',
  'In the moment in which the first change of shop-prod is sent, a colleague sets another maximum for its pool web. Azure takes both.',
  [
    {
      id: 'colleague',
      kind: 'changePool',
      method: 'PUT',
      path: '/managedClusters/shop-prod\\?',
      clusterId: clusterIdOf(shop.subscriptionId, shop.resourceGroup, 'shop-prod'),
      pool: 'web',
      patch: { maxCount: 20 },
    },
  ],
);
