import { balancerPlaceholder, propagationInMinutes, rangesMissing } from './authorized-ranges.js';
import { asRange } from './ip-ranges.js';
import { valueAt, type Json } from './json.js';
import { say, type Message } from './message.js';
import type { Step } from './plan.js';
import { withStandIn, type DrawnProfile } from './range-work.js';

const rangesPath = ['properties', 'apiServerAccessProfile', 'authorizedIPRanges'] as const;

/** The step that lets in what is known before anything moves. */
export const rangesStepId = 'authorized-ranges';

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
  {
    known,
    created,
    standIn,
  }: {
    readonly known: readonly string[];
    readonly created?: CreatedAddress;
    /** Addresses that take the place of 0.0.0.0/32. */
    readonly standIn?: readonly string[];
  },
): LetIn | undefined {
  if (ranges.length === 0 || (ranges.includes(balancerPlaceholder) && standIn === undefined))
    return undefined;
  const standing = standIn === undefined ? ranges : withStandIn(ranges, standIn);
  const missing = rangesMissing(standing, known);
  const added: readonly Json[] = [...missing, ...(created === undefined ? [] : [{ $from: created.from }])];
  if (added.length === 0 && standIn === undefined) return undefined;
  const names = [
    ...missing,
    ...(created === undefined ? [] : [say('the address of {name}', { name: created.name })]),
  ];
  const all: readonly Json[] = [...standing, ...added];
  const step: Step = {
    id: rangesStepId,
    title: titleOf(names, standIn),
    why:
      standIn === undefined
        ? say(
            'Nodes call the API server from their egress address. Ranges that are there stay. The list takes up to {minutes} minutes to apply; the next step waits.',
            { minutes: propagationInMinutes },
          )
        : say(
            '0.0.0.0/32 stands for the address of the load balancer, and would let nobody in without one. {addresses} is that address today, so the same callers are let in as before. The list takes up to {minutes} minutes to apply; the next step waits.',
            { minutes: propagationInMinutes, addresses: standIn },
          ),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: [{ op: 'set', path: rangesPath, value: all }] },
    verify: [
      { kind: 'includesAll', path: rangesPath, values: all },
      ...(standIn === undefined
        ? []
        : [{ kind: 'excludesAll', path: rangesPath, values: [balancerPlaceholder] } as const]),
    ],
    undo:
      standIn === undefined
        ? say('Take {ranges} off the list again.', { ranges: names })
        : say('Put 0.0.0.0/32 back in the place of {ranges}.', { ranges: [...standIn, ...names] }),
    interruption: say('None'),
    isCutOver: false,
    settleTimeInMs: propagationInMinutes * 60_000,
  };
  return { step, ranges: all };
}

function titleOf(names: readonly (string | Message)[], standIn: readonly string[] | undefined): Message {
  if (standIn === undefined) return say('Let {ranges} in at the API server', { ranges: names });
  return names.length === 0
    ? say('Put {addresses} in the place of 0.0.0.0/32 at the API server', { addresses: standIn })
    : say('Put {addresses} in the place of 0.0.0.0/32 at the API server, and let {ranges} in', {
        addresses: standIn,
        ranges: names,
      });
}

/** Addresses that AKS chooses while an earlier step is carried out. */
export interface DrawnAddresses {
  readonly stepId: string;
  readonly profile: DrawnProfile;
  /** Nodes wait for this step: they call from there already, and are refused. */
  readonly locksOut: boolean;
  /** A step that moves the traffic comes after it. */
  readonly isBeforeCutOver: boolean;
}

/**
 * Lets in what AKS has chosen, as soon as its answer names it. Only added: whatever stands on the list by then stays,
 * also what AKS may have put there itself.
 */
export function letDrawnIn(to: Addressee, drawn: DrawnAddresses): Step {
  const path = ['properties', 'networkProfile', drawn.profile, 'effectiveOutboundIPs'];
  const values: readonly Json[] = [{ $from: { stepId: drawn.stepId, path, as: 'addresses' } }];
  const isGateway = drawn.profile === 'natGatewayProfile';
  return {
    id: drawnRangesStepId,
    title: isGateway
      ? say('Let the new address of the NAT gateway in at the API server')
      : say('Let the new address of the load balancer in at the API server'),
    why: drawn.isBeforeCutOver
      ? say(
          'AKS has named its address by now, and nothing leaves from there yet: so it is let in before the traffic moves. Ranges that are there stay. The list takes up to {minutes} minutes to apply; the next step waits.',
          { minutes: propagationInMinutes },
        )
      : drawn.locksOut
        ? say(
            'AKS has named its address by now. Nodes call the API server from there, and are refused until this is done and applied, up to {minutes} minutes later. Changing the list goes through Azure, not through the API server, so it works although nodes are cut off. Ranges that are there stay.',
            { minutes: propagationInMinutes },
          )
        : say(
            'AKS has named its address by now, so it is let in before anything leaves from there. Ranges that are there stay.',
          ),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: [{ op: 'add', path: rangesPath, values }] },
    verify: [{ kind: 'includesAll', path: rangesPath, values }],
    undo: say('Take the address off the list again, once no node leaves from there.'),
    interruption: drawn.locksOut
      ? say('None. It ends the time in which nodes cannot reach the API server.')
      : say('None'),
    isCutOver: false,
    ...(drawn.isBeforeCutOver ? { settleTimeInMs: propagationInMinutes * 60_000 } : {}),
  };
}

/** The step that lets in what AKS has chosen. */
export const drawnRangesStepId = 'authorized-ranges-after';

/**
 * Takes entries off the list that nothing of the cluster uses any more. Never the last entry: an empty list lets
 * everybody in.
 */
export function shutOut(
  to: Addressee,
  ranges: readonly Json[],
  { entries, released }: { readonly entries: readonly string[]; readonly released: readonly string[] },
): Step | undefined {
  const off = entries.map(asRange);
  const isOff = (range: Json): range is string => typeof range === 'string' && off.includes(asRange(range));
  const gone = ranges.filter(isOff);
  if (gone.length === 0 || gone.length === ranges.length) return undefined;
  const isReleased = (range: string): boolean => released.map(asRange).includes(asRange(range));
  return {
    id: 'tighten-ranges',
    title: say('Take {ranges} off the list of the API server', { ranges: gone }),
    why: gone.every(isReleased)
      ? say('These addresses went back to Azure, and somebody else may get them.')
      : gone.some(isReleased)
        ? say(
            'Nothing of the cluster leaves from there any more. What went back to Azure somebody else may get.',
          )
        : say('Nothing of the cluster leaves from there any more. The addresses stay yours.'),
    send: { kind: 'cluster', method: 'PUT', ...to, edits: [{ op: 'drop', path: rangesPath, values: gone }] },
    verify: [
      { kind: 'excludesAll', path: rangesPath, values: gone },
      { kind: 'notEmpty', path: rangesPath },
    ],
    undo: say('Put {ranges} on the list again.', { ranges: gone }),
    interruption: say('None'),
    isCutOver: false,
  };
}

/** Puts 0.0.0.0/32 in the place of everything else on the list, as it was before: it stands for the load balancer. */
export function placeholderBack(to: Addressee, ranges: readonly string[], drawn: Step | undefined): Step {
  const chosen = (drawn?.verify ?? []).flatMap((one) => (one.kind === 'includesAll' ? one.values : []));
  const gone: readonly Json[] = [...ranges, ...chosen];
  return {
    id: 'placeholder-back',
    title: say('Put 0.0.0.0/32 back on the list of the API server'),
    why: say(
      'It stood there alone before, and stands for the address of the load balancer, from where the cluster leaves again.',
    ),
    send: {
      kind: 'cluster',
      method: 'PUT',
      ...to,
      edits: [
        { op: 'add', path: rangesPath, values: [balancerPlaceholder] },
        { op: 'drop', path: rangesPath, values: gone },
      ],
    },
    verify: [
      { kind: 'includesAll', path: rangesPath, values: [balancerPlaceholder] },
      { kind: 'excludesAll', path: rangesPath, values: gone },
    ],
    undo: say('Put the addresses in its place again.'),
    interruption: say('None'),
    isCutOver: false,
  };
}
