/** A range of IPv4 addresses, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** `10.0.0.0/8` as a range, or undefined for anything else. */
export function rangeOf(text: string): Range | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text.trim());
  if (parts === null) return undefined;
  const numbers = parts.slice(1).map(Number);
  const length = numbers[4] ?? 33;
  if (length > 32 || numbers.slice(0, 4).some((octet) => octet > 255)) return undefined;
  const address = numbers.slice(0, 4).reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - length);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

export const isWithin = (inner: Range, outer: Range): boolean =>
  inner.first >= outer.first && inner.last <= outer.last;

export const overlap = (one: Range, other: Range): boolean =>
  one.first <= other.last && other.first <= one.last;
