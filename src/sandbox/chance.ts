/** A 32-bit hash of a text (FNV-1a with a final mix): the sandbox's only source of chance. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

type Part = string | number;

/** `length` hexadecimal digits that depend on nothing but the parts. The text is read twice, the rest is mixing. */
export function hexOf(length: number, ...parts: readonly Part[]): string {
  const text = parts.join('|');
  const [one, other] = [hashOf(text), hashOf(`~${text}`)];
  let hex = '';
  for (let turn = 0; hex.length < length; turn += 1)
    hex += mixed(one + Math.imul(turn, 0x9e3779b9), other ^ turn)
      .toString(16)
      .padStart(8, '0');
  return hex.slice(0, length);
}

function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 15), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A GUID of version 4 that depends on nothing but the parts: same seed and write number, same id. */
export function guidOf(...parts: readonly Part[]): string {
  const hex = hexOf(32, ...parts);
  const variant = '89ab'[hashOf(hex) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
