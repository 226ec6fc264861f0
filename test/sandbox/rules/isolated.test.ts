import { describe } from 'vitest';
import { merged, type JsonObject } from '../../../src/sandbox/json.js';
import { at, refuses, type } from './putting.js';

describe('Of isolated clusters AKS refuses', () => {
  refuses([
    ['none without a cache', at.shop, type('none'), 400, 'InvalidNetworkIsolatedClusterConfiguration'],
    [
      'none with a public API server',
      at.shop,
      (body) =>
        merged(type('none')(body), {
          properties: { bootstrapProfile: { artifactSource: 'Cache' } },
        }) as JsonObject,
      400,
      'InvalidNetworkIsolatedClusterConfiguration',
    ],
  ]);
});
