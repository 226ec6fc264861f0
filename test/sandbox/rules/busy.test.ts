import { describe } from 'vitest';
import { at, refuses, type } from './putting.js';

describe('AKS lets wait', () => {
  refuses([
    ['a stopped cluster', at.stopped, type('managedNATGateway'), 409, 'OperationNotAllowed'],
    [
      'a cluster that somebody is updating',
      at.updating,
      type('managedNATGateway'),
      409,
      'OperationNotAllowed',
    ],
  ]);
});
