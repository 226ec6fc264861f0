import type { PlannerState } from '../../../src/wizard/state.js';
import { base, railWith, sandbox, today } from './story.js';
import { chooseOwn } from './choices.js';
import { act, text } from './words.js';

const waiting = {
  choose: ['todo', 'After the reading'],
  configure: ['todo', 'After the choice'],
} as const;

const { today: _today, change: _change, ...unread } = base;

const reading: PlannerState = {
  ...unread,
  reading: { kind: 'reading' },
  rail: railWith({ today: ['running', 'Reading'], ...waiting }),
  footer: { mark: 'running', sentence: text('Reading from Azure.'), others: [] },
};

const failed: PlannerState = {
  ...unread,
  reading: {
    kind: 'failed',
    message: text(
      'You may not read this cluster. Reader on rg-payments-prod is enough; its owner can give it.',
    ),
    azure: {
      code: 'AuthorizationFailed',
      message:
        "The client 'mia@contoso.com' with object id '5d1e' does not have authorization to perform action 'Microsoft.ContainerService/managedClusters/read' over scope '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-payments-prod/providers/Microsoft.ContainerService/managedClusters/payments-prod' or the scope is invalid.",
      requestId: '3f0c9a52-61c4-4f0e-9b0e-2f6d7f0d8c11',
    },
    acts: [
      act('Read again', { kind: 'refresh' }),
      act('Open in portal', { kind: 'openPortal' }),
      act("Copy Azure's words", { kind: 'copy', what: 'refusal' }),
    ],
  },
  rail: railWith({ today: ['blocked', 'Not readable'], ...waiting }),
  footer: {
    mark: 'blocked',
    sentence: text('payments-prod could not be read.'),
    next: act('Read again', { kind: 'refresh' }),
    others: [],
  },
};

const signedOut: PlannerState = {
  ...unread,
  reading: {
    kind: 'failed',
    message: text('Your session has expired. Nothing is lost: sign in and go on.'),
    acts: [act('Sign in', { kind: 'signIn' })],
  },
  rail: railWith({ today: ['unknown', 'Signed out'], ...waiting }),
  footer: {
    mark: 'unknown',
    sentence: text('Sign in to read payments-prod.'),
    next: act('Sign in', { kind: 'signIn' }),
    others: [],
  },
};

const missing: PlannerState = {
  ...base,
  today: {
    ...today,
    answer: text('The path of batch is not known'),
    more: text('Two of three pools leave through the load balancer.'),
    pools: today.pools.map((pool) =>
      pool.name === 'batch'
        ? {
            ...pool,
            path: { name: text('Unknown'), code: '', icon: 'unknown' },
            addresses: [],
            note: {
              mark: 'unknown',
              text: text('You may not read snet-batch. Reader on vnet-payments is enough.'),
            },
          }
        : pool,
    ),
    missing: [
      { what: text('NAT gateway of snet-batch.'), because: text('You may not read snet-batch.') },
      {
        what: text('Public address pip-7.'),
        because: text('Azure answered 404: it was deleted a moment ago.'),
      },
    ],
  },
  rail: railWith({ today: ['unknown', '2 facts not known'] }),
};

/** Before anything is chosen. */
export const before: Readonly<Record<string, PlannerState>> = {
  'today: reading': reading,
  'today: reading failed': failed,
  'today: signed out': signedOut,
  'today: a path that differs': base,
  'today: facts missing': missing,
  'today: sandbox': { ...base, world: sandbox },
  'choose: nothing chosen': { ...base, choose: chooseOwn() },
};
