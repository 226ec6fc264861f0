import { absent, known, type Fact } from './fact.js';
import { firstOf } from './fact-logic.js';
import type { LoadBalancerOptions } from './wanted-options.js';

type AddressOptions = Pick<
  LoadBalancerOptions,
  'managedOutboundIPCount' | 'outboundIPIds' | 'outboundIPPrefixIds'
>;

/** ARM's names of the three ways to say which addresses a load balancer has, in that order. */
const candidates = (options: AddressOptions): readonly Fact<string>[] => [
  named(options.managedOutboundIPCount, 'managedOutboundIPs', () => true),
  named(options.outboundIPIds, 'outboundIPs', (ids) => ids.length > 0),
  named(options.outboundIPPrefixIds, 'outboundIPPrefixes', (ids) => ids.length > 0),
];

/** One address option that is given; absent where none is. */
export function anyAddressOption(options: AddressOptions): Fact<string> {
  const [first, ...others] = candidates(options);
  return first === undefined ? absent(options.outboundIPIds.origin) : firstOf(first, ...others);
}

/** The given options where more than one is; absent where at most one can be. */
export function severalAddressOptions(options: AddressOptions): Fact<readonly string[]> {
  const all = candidates(options);
  const given = all.filter((fact) => fact.kind === 'known');
  const second = given[1];
  if (second !== undefined)
    return known(
      given.map(({ value }) => value),
      second.origin,
    );
  const missing = all.filter((fact) => fact.kind === 'unknown');
  const [unclear] = missing;
  // With one given or two unclear, an unclear one could be the second.
  if (unclear !== undefined && given.length + missing.length > 1) return unclear;
  return absent(options.outboundIPIds.origin);
}

function named<T>(fact: Fact<T>, name: string, isGiven: (value: T) => boolean): Fact<string> {
  if (fact.kind !== 'known') return fact;
  return isGiven(fact.value) ? known(name, fact.origin) : absent(fact.origin);
}
