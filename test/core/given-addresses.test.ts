import { describe, expect, it } from 'vitest';
import { absent, known, valueOf, type Origin } from '../../src/core/fact.js';
import { anyAddressOption, severalAddressOptions } from '../../src/core/given-addresses.js';
import { lost } from './cluster.js';

const origin: Origin = { kind: 'arm', resourceId: '/c', property: 'p' };
const none = absent(origin);
const nothing = { managedOutboundIPCount: none, outboundIPIds: none, outboundIPPrefixIds: none };
const count = known(2, origin);
const ids = known(['/ip'], origin);

describe('the ways to give a load balancer its addresses', () => {
  it('are named as ARM names them; an empty list gives nothing', () => {
    expect(valueOf(anyAddressOption({ ...nothing, outboundIPIds: ids }))).toBe('outboundIPs');
    expect(valueOf(anyAddressOption({ ...nothing, outboundIPPrefixIds: ids }))).toBe('outboundIPPrefixes');
    expect(anyAddressOption({ ...nothing, outboundIPIds: known([], origin) }).kind).toBe('absent');
  });

  it('are several only where two are given for certain', () => {
    const both = { ...nothing, managedOutboundIPCount: count, outboundIPIds: ids };
    expect(valueOf(severalAddressOptions(both))).toEqual(['managedOutboundIPs', 'outboundIPs']);
    expect(severalAddressOptions({ ...nothing, outboundIPIds: ids }).kind).toBe('absent');
  });

  it('are not known to be several where an unread one could be the second', () => {
    expect(
      severalAddressOptions({ ...nothing, managedOutboundIPCount: count, outboundIPIds: lost }).kind,
    ).toBe('unknown');
    expect(severalAddressOptions({ ...nothing, outboundIPIds: lost }).kind).toBe('absent');
    expect(anyAddressOption({ ...nothing, outboundIPIds: lost }).kind).toBe('unknown');
  });
});
