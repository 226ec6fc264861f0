import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverFor } from './asking.js';
import { onPath, run } from './programs.js';

const why = onPath('python3') === undefined ? ' (skipped, because no python3 is on the PATH)' : '';

describe(`Azure’s SDK for Python at the sandbox${why}`, () => {
  it('lists, reads, changes, waits and is refused', { timeout: 60_000 }, async (context) => {
    const python = onPath('python3');
    if (python === undefined) return context.skip('skipped, because no python3 is on the PATH');
    const look = await run(python, ['-c', 'import azure.mgmt.containerservice']);
    if (look.code !== 0)
      return context.skip('skipped, because the python3 on the PATH has no azure-mgmt-containerservice');
    const server = await serverFor();
    const ran = await run(python, [path.join(import.meta.dirname, 'sdk.py')], {
      env: {
        ...process.env,
        ARM: server.https,
        PLAIN: server.http,
        CA: server.certificateFile,
        REQUESTS_CA_BUNDLE: server.certificateFile,
        NO_PROXY: '127.0.0.1,localhost',
      },
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(JSON.parse(ran.out)).toEqual({
      names: [
        ...[
          'catalog-prod',
          'edge-prod',
          'ledger-prod',
          'orders-prod',
          'payments-prod',
          'returns-prod',
          'search-prod',
          'shop-prod',
        ],
        'vault-prod',
      ],
      before: 'loadBalancer',
      after: ['managedNATGateway', 'Succeeded'],
      addresses: 1,
      missing: 'ResourceNotFound',
      refused: [400, 'ExistingRouteTableNotAssociatedWithSubnet'],
      plain: 'shop-prod',
    });
  });
});
