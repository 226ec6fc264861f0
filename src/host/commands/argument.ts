import type { Row } from '../explorer/row.js';

/** What a command was called with: a row of the tree, a link's or another extension's words, or nothing usable. */
export type Argument =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'cluster'; readonly clusterId: string }
  | { readonly kind: 'nothing' };

/** Anybody may call a command with anything. */
export function argumentOf(value: unknown): Argument {
  if (typeof value !== 'object' || value === null) return { kind: 'nothing' };
  if ('clusterId' in value && typeof value.clusterId === 'string')
    return { kind: 'cluster', clusterId: value.clusterId };
  if (isRow(value)) return { kind: 'row', row: value };
  return { kind: 'nothing' };
}

const isRow = (value: object): value is Row =>
  'id' in value &&
  typeof value.id === 'string' &&
  'context' in value &&
  typeof value.context === 'string' &&
  'children' in value;
