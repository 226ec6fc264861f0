import { describe, expect, it } from 'vitest';
import { toManagedNatGateway } from '../orders.js';
import { ended, recordOf, rig, watching } from '../rig.js';

describe('an operation', () => {
  it.each(['0', '0.5', '-1', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'is asked at a humane pace where Azure throttles with Retry-After: %s',
    async (named) => {
      const world = rig();
      const window = world.open();
      const order = await world.order(window, 'shop-prod', toManagedNatGateway);
      let left = 200;
      const asked: number[] = [];
      window.answerWith = (response, request) => {
        if (!request.url.includes('/operations/') || (left -= 1) < 0) return response;
        asked.push(world.sandbox.clock.now());
        return Response.json(
          { error: { code: 'TooManyRequests', message: 'slow down' } },
          { status: 429, headers: { 'retry-after': named } },
        );
      };
      const record = recordOf(await window.azure.runner.start(order, watching().watch));
      expect(ended(record)?.end).toBe('succeeded');
      const pauses = asked.slice(1).map((atInMs, index) => atInMs - (asked[index] ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(600_000);
    },
  );
});
