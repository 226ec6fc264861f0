/** An address range as first and last address of its family. */
export interface IpRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** An address or a CIDR range; undefined for anything else (service tags, host names, typing in progress). */
export function parseRange(text: string): IpRange | undefined {
  const [address = '', length, ...more] = text.trim().split('/');
  if (more.length > 0) return undefined;
  const parsed = address.includes(':') ? parseV6(address) : parseV4(address);
  if (parsed === undefined) return undefined;
  const bits = parsed.family === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (prefix < 0 || prefix > bits) return undefined;
  const hostBits = BigInt(bits - prefix);
  const first = (parsed.value >> hostBits) << hostBits;
  return { family: parsed.family, first, last: first + (1n << hostBits) - 1n };
}

/** How many addresses stand in a range. */
export const sizeOf = (range: IpRange): number => Number(range.last - range.first + 1n);

/** True when every address of `inner` is in one of the ranges. Unreadable texts hold nothing. */
export function isHeldBy(inner: string, ranges: readonly string[]): boolean {
  const wanted = parseRange(inner);
  if (wanted === undefined) return false;
  return ranges.some((text) => {
    const range = parseRange(text);
    return range?.family === wanted.family && range.first <= wanted.first && wanted.last <= range.last;
  });
}

/** With a prefix length: what AKS keeps in its list of authorized ranges. */
export const asRange = (address: string): string =>
  address.includes('/') ? address : `${address}/${address.includes(':') ? '128' : '32'}`;

interface Parsed {
  readonly family: 4 | 6;
  readonly value: bigint;
}

function parseV4(text: string): Parsed | undefined {
  const octets = text.split('.');
  // To some a zero in front means octal: such a number is nobody's address.
  if (
    octets.length !== 4 ||
    !octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255)
  )
    return undefined;
  return { family: 4, value: octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n) };
}

function parseV6(text: string): Parsed | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = halves.length === 2 ? 8 - left.length - right.length : 0;
  if (gap < 0 || (halves.length === 2 && gap === 0)) return undefined;
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  if (groups.length !== 8 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return { family: 6, value: groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n) };
}

/** RFC 1918, and RFC 6598 that Azure takes in virtual networks too (Azure docs, Virtual network FAQ, read 2026-11-23). */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** True for one private IPv4 address, written without a prefix length. */
export const isPrivateAddress = (text: string): boolean =>
  !text.includes('/') && isHeldBy(text, privateRanges);
