import { describe } from 'vitest';
import { at, properties, refuses } from './putting.js';

describe('Of authorized ranges AKS refuses', () => {
  refuses([
    [
      'authorized ranges of a private cluster',
      at.vault,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.1/32'] } }),
      400,
      'InvalidParameter',
    ],
    [
      'a range that is none',
      at.shop,
      properties({ apiServerAccessProfile: { authorizedIPRanges: ['192.0.2.300/32'] } }),
      400,
      'InvalidParameter',
    ],
    [
      '201 ranges',
      at.shop,
      properties({
        apiServerAccessProfile: {
          authorizedIPRanges: Array.from({ length: 201 }, (_, n) => `192.0.2.${n}/32`),
        },
      }),
      400,
      'InvalidParameter',
    ],
  ]);
});
