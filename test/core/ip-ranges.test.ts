import { describe, expect, it } from 'vitest';
import { asRange, isHeldBy, parseRange, sizeOf } from '../../src/core/ip-ranges.js';

describe('an address range', () => {
  it.each([
    ['203.0.113.17', ['203.0.113.0/24'], true],
    ['203.0.113.17', ['203.0.113.17/32'], true],
    ['203.0.113.17', ['203.0.114.0/24', '203.0.113.16/30'], true],
    ['203.0.113.17', ['203.0.113.18/31'], false],
    ['203.0.113.16/30', ['203.0.113.16/31'], false],
    ['203.0.113.16/30', ['203.0.113.19/29'], true],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db8::1', ['0.0.0.0/0'], false],
    ['203.0.113.17', ['AzureCloud', '', '203.0.113.17/33', '203.0.113'], false],
  ])('%s is held by %j: %s', (address, ranges, isHeld) => {
    expect(isHeldBy(address, ranges)).toBe(isHeld);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '010.2.3.4',
    '1.2.03.4/32',
    '1.2.3.4/',
    '1.2.3.4/33',
    '1.2.3.4/8/8',
    ':::',
    '1::2::3',
    'g::1',
    '1:2:3:4:5:6:7:8:9',
  ])('%j is none', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it('knows its size', () => {
    expect(sizeOf(parseRange('192.0.2.0/28')!)).toBe(16);
  });

  it('is written with a length', () => {
    expect([asRange('192.0.2.1'), asRange('192.0.2.0/28'), asRange('2001:db8::1')]).toEqual([
      '192.0.2.1/32',
      '192.0.2.0/28',
      '2001:db8::1/128',
    ]);
  });
});
