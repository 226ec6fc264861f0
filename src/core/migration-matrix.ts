import { say, type Message } from './message.js';
import { managedNetwork, ownNetwork, type Entry, type MigrationTable } from './migration-tables.js';
import type { NetworkModel } from './network-model.js';
import { targetsInText, type TargetKey } from './outbound-type.js';
import { pages } from './pages.js';

/** What is known of changing one outbound type to another. Not supported blocks, contradictory warns. */
export interface Cell {
  readonly support: 'same' | 'supported' | 'notSupported' | 'contradictory';
  /** The reason in one or two sentences. */
  readonly reason: Message;
  /** Both sides where they contradict each other. */
  readonly sources: readonly CellSource[];
}

export interface CellSource {
  readonly says: Message;
  readonly url: string;
  readonly readOn: string;
}

/** The date of the page that holds the tables, and the day on which it was read. */
export const matrixDates = { pageDate: '2026-08-05', readOn: pages.outboundTypes.readOn } as const;

/** May a cluster on this kind of network go from one choice to another? Pairs in no table are not supported. */
export function cellFor(network: NetworkModel, from: TargetKey, to: TargetKey): Cell {
  if (from === to) return same;
  const table: MigrationTable = network === 'managed' ? managedNetwork : ownNetwork;
  const entry = table[from]?.[to];
  return entry === undefined ? outside(network, from, to) : inTable(entry, from, to);
}

const source = (says: Message): CellSource => ({
  says,
  url: pages.outboundTypes.source,
  readOn: pages.outboundTypes.readOn,
});

const same: Cell = {
  support: 'same',
  reason: say('The cluster has this outbound type already.'),
  sources: [],
};

function inTable(entry: Entry, from: TargetKey, to: TargetKey): Cell {
  const pair = { from: targetsInText[from], to: targetsInText[to] };
  switch (entry) {
    case 'yes':
      return {
        support: 'supported',
        reason: say('The AKS page lists the change from {from} to {to} as supported.', pair),
        sources: [source(say('Listed as Supported on the AKS page of 2026-08-05.'))],
      };
    case 'no':
      return {
        support: 'notSupported',
        reason: reasonOfNo(from, to),
        sources: [source(say('Listed as Not Supported on the AKS page of 2026-08-05.'))],
      };
    case 'both':
      return {
        support: 'contradictory',
        reason: say(
          'The AKS page contradicts itself about the change from {from} to {to}: its list says Not Supported, its text gives the command. Azure decides when the change is sent.',
          pair,
        ),
        sources: [
          source(say('List of the page of 2026-08-05: Not Supported (Supported until March 2026).')),
          source(say('Section "Update cluster from managedNATGateway to loadBalancer": gives the command.')),
        ],
      };
  }
}

function reasonOfNo(from: TargetKey, to: TargetKey): Message {
  if (from === 'managedNATGateway/StandardV2')
    return say(
      'A StandardV2 gateway is a one-way door: no other outbound type can follow it, not even Standard.',
    );
  if (to === 'block')
    return say(
      'Only for a network that AKS made. On your own network take the outbound type none, with a network security group of your own.',
    );
  return say('The AKS page lists the change from {from} to {to} as not supported.', {
    from: targetsInText[from],
    to: targetsInText[to],
  });
}

function outside(network: NetworkModel, from: TargetKey, to: TargetKey): Cell {
  return {
    support: 'notSupported',
    reason: reasonOutside(network, from, to),
    sources: [source(outsideTables)],
  };
}

const outsideTables = say('Not listed on the AKS page of 2026-08-05.');

function reasonOutside(network: NetworkModel, from: TargetKey, to: TargetKey): Message {
  const isOnTheOthers = (key: TargetKey): boolean =>
    network === 'managed'
      ? key === 'userAssignedNATGateway' || key === 'userDefinedRouting'
      : key === 'managedNATGateway/Standard' || key === 'managedNATGateway/StandardV2' || key === 'block';
  if (isOnTheOthers(to))
    return network === 'managed'
      ? say('Needs your own virtual network. This cluster has one that AKS made, and that cannot be changed.')
      : say('Only for a network that AKS made. This cluster sits in yours, and that cannot be changed.');
  return say('The AKS page lists no way from {from} on this kind of network.', { from: targetsInText[from] });
}
