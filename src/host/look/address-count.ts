import { say, type Message } from '../../core/message.js';

/** How many addresses there are: a prefix counts as one thing of several addresses, and both are told. */
export function addressCount(addresses: readonly string[]): Message {
  const prefixes = addresses.filter((address) => address.includes('/'));
  const singles = addresses.length - prefixes.length;
  const single = singles === 1 ? say('1 address') : say('{count} addresses', { count: singles });
  if (prefixes.length === 0) return single;
  const several = prefixesOf(prefixes);
  return singles === 0 ? several : say('{addresses}, {prefixes}', { addresses: single, prefixes: several });
}

function prefixesOf(prefixes: readonly string[]): Message {
  const sizes = prefixes.map(sizeOf);
  const words = prefixes.length === 1 ? say('1 prefix') : say('{count} prefixes', { count: prefixes.length });
  if (sizes.includes(undefined)) return words;
  const count = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return count === 1
    ? say('{prefixes} (1 address)', { prefixes: words })
    : say('{prefixes} ({count} addresses)', { prefixes: words, count });
}

/** Addresses in a prefix (CIDR); undefined where it is none, or where a number would tell a person nothing. */
function sizeOf(prefix: string): number | undefined {
  const [address = '', length = ''] = prefix.split('/');
  const bits = (address.includes(':') ? 128 : 32) - Number(length);
  return /^\d{1,3}$/.test(length) && bits >= 0 && bits <= 16 ? 2 ** bits : undefined;
}
