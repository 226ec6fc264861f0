import type { StringNode } from '../syntax/node.js';
import type { Skip } from '../syntax/range.js';

/**
 * URI of a file that another names by a relative path, or undefined for registries, template specs and
 * computed paths. Works on any hierarchical URI.
 */
export function uriOf(base: string, path: StringNode | Skip): string | undefined {
  if (path.kind === 'skip' || path.holes.length > 0) return undefined;
  return resolveUri(base, path.texts[0] ?? '');
}

/** Joins a relative path to a URI's folder; `..` never leaves the root. `br/public:…`, `br:…` and `ts:…` are no paths. */
export function resolveUri(base: string, path: string): string | undefined {
  if (path === '' || path.startsWith('/') || path.includes(':')) return undefined;
  // Half of a surrogate pair names no file, and cannot be encoded.
  if (/\p{Surrogate}/u.test(path)) return undefined;
  const [, head = '', rest = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?(.*)$/is.exec(base) ?? [];
  // A file that was never saved lies in no folder.
  if (!rest.includes('/')) return undefined;
  const segments = rest.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(encodeURIComponent(segment));
    else if (segments.length > 1) segments.pop();
  }
  return head + segments.join('/');
}
