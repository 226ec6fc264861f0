import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonObject, valueAt, type Json } from '../../src/core/json.js';
import type { Edit } from '../../src/core/plan.js';
import { sameBasis, unintended } from '../../src/core/unintended.js';

const recording = path.join(
  import.meta.dirname,
  '../../../shared/data/recordings/aks-managednatgateway-create-and-scale-ips.json',
);
const isThere = existsSync(recording);

/** The cluster's bodies at rest, in the order in which they were read. */
function bodiesAtRest(): readonly Json[] {
  const { exchanges } = JSON.parse(readFileSync(recording, 'utf8')) as {
    exchanges: readonly {
      request: { method: string; url: string };
      response?: { status: number; body: Json };
    }[];
  };
  return exchanges
    .filter(({ request }) => request.method === 'GET' && /managedClusters\/[^/?]+\?/i.test(request.url))
    .flatMap(({ response }) => {
      const body = typeof response?.body === 'string' ? (JSON.parse(response.body) as Json) : response?.body;
      const isAtRest = valueAt(body, ['properties', 'provisioningState']) === 'Succeeded';
      return isAtRest && isJsonObject(body) ? [body] : [];
    });
}

const basis = (body: Json) => ({ apiVersion: '2025-09-02-preview', body, poolETags: {} });

// Its counterpart without the recording stands in unintended.test.ts.
describe.skipIf(!isThere)(
  'a recorded change of a NAT gateway (skipped, because the recordings are absent)',
  () => {
    const profile = ['properties', 'networkProfile', 'natGatewayProfile'];
    const edits: readonly Edit[] = [
      { op: 'set', path: [...profile, 'managedOutboundIPProfile', 'count'], value: 2 },
      { op: 'set', path: [...profile, 'idleTimeoutInMinutes'], value: 30 },
    ];

    it('holds nothing unintended: Azure changed what was meant and the addresses', () => {
      const [before, after] = bodiesAtRest();
      expect(unintended(basis(before!), basis(after!), edits)).toEqual([]);
    });

    it('is seen by somebody who planned on the body before', () => {
      const [before, after] = bodiesAtRest();
      expect(sameBasis(basis(before!), basis(after!)).length).toBeGreaterThan(1);
    });
  },
);
