import { describe, expect, it } from 'vitest';
import { format } from '../../../src/core/message.js';
import { addressCount } from '../../../src/host/look/address-count.js';

describe('the number of addresses', () => {
  it.each([
    [['203.0.113.1'], '1 address'],
    [['203.0.113.1', '203.0.113.2'], '2 addresses'],
    [['203.0.113.50', '203.0.113.52/31'], '1 address, 1 prefix (2 addresses)'],
    [['203.0.113.0/28', '203.0.113.64/28'], '2 prefixes (32 addresses)'],
    [['2001:db8::1', '2001:db8::/124'], '1 address, 1 prefix (16 addresses)'],
    [['2001:db8::/64'], '1 prefix'],
    [['203.0.113.0/broken'], '1 prefix'],
  ])('of %j is %s', (addresses, words) => {
    expect(format(addressCount(addresses))).toBe(words);
  });
});
