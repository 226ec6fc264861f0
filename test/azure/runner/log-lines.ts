import type { Json } from '../../../src/core/json.js';
import { signature, type Done } from './others.js';

/** A line of the sandbox's log, as far as a schedule is judged by it. */
export interface LogLine {
  readonly kind: string;
  readonly id?: string;
  readonly fault?: { readonly kind: string; readonly method?: string; readonly path?: string };
  readonly method?: string;
  readonly target?: string;
  readonly body?: Json;
  readonly accepted?: boolean;
  readonly status?: number;
}

export const linesOf = (lines: readonly string[]): readonly LogLine[] =>
  lines.map((line) => JSON.parse(line) as LogLine);

/** Our own writes as they reached Azure. */
export const ourWrites = (log: readonly LogLine[]): readonly LogLine[] =>
  log.filter(({ kind, target }) => kind === 'write' && target?.endsWith(signature) === false);

/** What others did by a fault: at once where it names no place, else when it struck. */
export function changesByFaults(log: readonly LogLine[]): readonly Done[] {
  const faults = new Map(log.flatMap(({ kind, id, fault }) => (kind === 'fault' ? [[id, fault]] : [])));
  return log.flatMap(({ kind, id }, index): readonly Done[] => {
    const fault = faults.get(id);
    const what =
      fault?.kind === 'changeCluster' ? 'cluster' : fault?.kind === 'changePool' ? 'pool' : undefined;
    const waits = (fault?.method ?? fault?.path) !== undefined;
    if (what === undefined || kind !== (waits ? 'struck' : 'fault')) return [];
    return [{ what, atLine: index + 1 }];
  });
}
