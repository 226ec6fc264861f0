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

/** An address that an earlier step creates: the runner puts it in from that step's verified answer. */
export interface CreatedAddress {
  readonly name: string;
  readonly from: { readonly stepId: string; readonly path: readonly string[] };
}

export interface LetIn {
  readonly step: Step;
  /** The list afterwards, in its order. */
  readonly ranges: readonly Json[];
}

/** Lets addresses in that the list does not hold; undefined where it is open or holds them. */
export function letIn(
  to: Addressee,
  ranges: readonly string[],
  { known, created }: { readonly known: readonly string[]; readonly created?: CreatedAddress },
): LetIn | undefined {
  if (ranges.length === 0 || ranges.includes(balancerPlaceholder)) return undefined;
  const missing = rangesMissing(ranges, known);
  const added: readonly Json[] = [...missing, ...(created === undefined ? [] : [{ $from: created.from }])];
  if (added.length === 0) return undefined;
  const names = [
    ...missing,
    ...(created === undefined ? [] : [say('the address of {name}', { name: created.name })]),
  ];
  const all: readonly Json[] = [...ranges, ...added];
  const step: Step = {
    id: 'authorized-ranges',
    title: say('Let {ranges} in at the API server', { ranges: names }),
    why: say(
      'Nodes call the API server from their egress address. Ranges that are there stay. The list takes up to {minutes} minutes to apply; the next step waits.',
      { minutes: propagationInMinutes },
    ),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: [{ op: 'set', path: rangesPath, value: all }] },
    verify: [{ kind: 'includesAll', path: rangesPath, values: all }],
    undo: say('Take {ranges} off the list again.', { ranges: names }),
    interruption: say('None'),
    isCutOver: false,
    settleTimeInMs: propagationInMinutes * 60_000,
  };
  return { step, ranges: all };
}

/**
 * Takes addresses off the list that went back to Azure, where somebody else may get them. Never the last
 * entry: an empty list lets everybody in.
 */
export function shutOut(
  to: Addressee,
  ranges: readonly Json[],
  released: readonly string[],
): Step | undefined {
  const entries = released.map(asRange);
  const isReleased = (range: Json): range is string =>
    typeof range === 'string' && entries.includes(asRange(range));
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
