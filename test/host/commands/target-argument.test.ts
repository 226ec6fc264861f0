import { describe, expect, it } from 'vitest';
import { targetKeys } from '../../../src/core/outbound-type.js';
import { keyOf } from '../../../src/core/target.js';
import { targetIn } from '../../../src/host/commands/target-argument.js';

describe('the target in what a command was called with', () => {
  it.each(targetKeys)('is understood by its name %s', (key) => {
    expect(keyOf(targetIn({ clusterId: 'c', target: key })!)).toBe(key);
  });

  it('is understood as an object with its options', () => {
    expect(
      targetIn({
        target: { outboundType: 'managedNATGateway', sku: 'StandardV2', managedOutboundIPCount: 4, other: 1 },
      }),
    ).toEqual({ outboundType: 'managedNATGateway', sku: 'StandardV2', managedOutboundIPCount: 4 });
    expect(targetIn({ target: { outboundType: 'loadBalancer', allocatedOutboundPorts: 0 } })).toEqual({
      outboundType: 'loadBalancer',
      allocatedOutboundPorts: 0,
    });
  });

  it('leaves out options that are no numbers', () => {
    const target = {
      outboundType: 'loadBalancer',
      managedOutboundIPCount: '4',
      idleTimeoutInMinutes: Number.NaN,
      allocatedOutboundPorts: -8,
    };
    expect(targetIn({ target })).toEqual({ outboundType: 'loadBalancer' });
  });

  it.each([undefined, null, 7, 'none', {}, { target: 7 }, { target: 'managedNATGatewayV2' }, { target: {} }])(
    'is none in %j',
    (argument) => {
      expect(targetIn(argument)).toBeUndefined();
    },
  );
});
