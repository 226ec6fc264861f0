import { balancerPlaceholder, propagationInMinutes, rangesMissing } from './authorized-ranges.js';
import { asRange } from './ip-ranges.js';
import { valueAt, type Json } from './json.js';
import { say } from './message.js';
import type { Step } from './plan.js';

const rangesPath = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'] as const;

/** Where a step's PUT goes. */
export interface Addressee {
  readonly resourceId: string;
  readonly apiVersion: string;
}

/** The list of authorized ranges in a body; entries that are no text are nobody's. */
export function rangesIn(body: Json): readonly string[] {
  const list = valueAt(body, rangesPath);
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).filter((range) => typeof range === 'string');
}

/** Lets addresses in that the list does not hold; undefined where it is open or holds them. */
export function letIn(
  to: Addressee,
  ranges: readonly string[],
  addresses: readonly string[],
): Step | undefined {
  if (ranges.length === 0 || ranges.includes(balancerPlaceholder)) return undefined;
  const missing = rangesMissing(ranges, addresses);
  if (missing.length === 0) return undefined;
  return {
    id: 'authorized-ranges',
    title: say('Let {ranges} in at the API server', { ranges: missing }),
    why: say(
      'Nodes call the API server from their egress address. Ranges that are there stay. The list takes up to {minutes} minutes to apply; the next step waits.',
      { minutes: propagationInMinutes },
    ),
    send: {
      kind: 'cluster',
      method: 'PUT',
      ...to,
      edits: [{ op: 'set', path: rangesPath, value: [...ranges, ...missing] }],
    },
    verify: [{ kind: 'includesAll', path: rangesPath, values: [...ranges, ...missing] }],
    undo: say('Take {ranges} off the list again.', { ranges: missing }),
    interruption: say('None'),
    isCutOver: false,
    settleTimeInMs: propagationInMinutes * 60_000,
  };
}

/**
 * Takes addresses off the list that went back to Azure, where somebody else may get them. Never the last
 * entry: an empty list lets everybody in.
 */
export function shutOut(
  to: Addressee,
  ranges: readonly string[],
  released: readonly string[],
): Step | undefined {
  const entries = released.map(asRange);
  const isReleased = (range: string): boolean => entries.includes(asRange(range));
  const gone = ranges.filter(isReleased);
  const left = ranges.filter((range) => !isReleased(range));
  if (gone.length === 0 || left.length === 0) return undefined;
  return {
    id: 'tighten-ranges',
    title: say('Take {ranges} off the list of the API server', { ranges: gone }),
    why: say('These addresses went back to Azure, and somebody else may get them.'),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: [{ op: 'set', path: rangesPath, value: left }] },
    verify: [
      { kind: 'excludesAll', path: rangesPath, values: gone },
      { kind: 'includesAll', path: rangesPath, values: left },
    ],
    undo: say('Put {ranges} on the list again.', { ranges: gone }),
    interruption: say('None'),
    isCutOver: false,
  };
}
