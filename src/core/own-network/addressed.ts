import { valueAt } from '../json.js';
import type { ClusterReading } from '../reading.js';

/** Version of Microsoft.Network that a plan writes with. Azure REST API specifications, read 2026-11-23. */
export const networkVersion = '2025-09-01';

/** The id behind a graph key as Azure spells it; the key itself where nobody read the resource. */
export function spelled({ network }: ClusterReading, key: string): string {
  const id = valueAt(network?.[key], ['id']);
  return typeof id === 'string' && id !== '' ? id : key;
}

/** The eTag under which a resource was read, as a part of a step's `send`. */
export function etagOf({ network }: ClusterReading, key: string): { readonly etag?: string } {
  const etag = valueAt(network?.[key], ['etag']);
  return typeof etag === 'string' && etag !== '' ? { etag } : {};
}

/** The cluster's region, as its body spells it. */
export function locationOf({ basis }: ClusterReading): string {
  const location = valueAt(basis.body, ['location']);
  return typeof location === 'string' ? location : '';
}
