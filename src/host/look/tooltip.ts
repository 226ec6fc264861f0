import { say, type Message } from '../../core/message.js';
import { isUnreadable, type Look } from './look.js';
import type { ClusterRow } from '../explorer/row.js';
import { newest } from '../explorer/cluster-row.js';
import { typeWords } from '../explorer/type-words.js';

/** A cluster's tooltip: pairs of a term and its value, in the order of interest. */
export function tooltipPairs(
  { listing, opened }: ClusterRow,
  look: Look | undefined,
  timeOfDay: (atInMs: number) => string,
): readonly (readonly [Message, Message])[] {
  const summary = look?.kind === 'read' ? look.summary : undefined;
  const { kubernetesVersion: version } = newest(listing, look);
  const declared = summary?.declared ?? {
    ...typeWords(listing.outboundType, listing.natGatewaySku),
    code: listing.outboundType ?? '',
  };
  return [
    [say('Declared'), declared.code === '' ? declared.name : say('{name}, {code}', declared)],
    ...seenPairs(look),
    [
      say('Group'),
      say('{group} in {subscription}', {
        group: listing.resourceGroup,
        subscription: opened.subscriptionName ?? opened.subscriptionId,
      }),
    ],
    [say('Region'), say('{region}', { region: listing.location })],
    ...(version === undefined ? [] : [[say('Kubernetes'), say('{version}', { version })] as const]),
    ...(summary === undefined
      ? []
      : [[say('Read'), say('at {time}', { time: timeOfDay(summary.readAtInMs) })] as const]),
  ];
}

function seenPairs(look: Look | undefined): readonly (readonly [Message, Message])[] {
  if (look === undefined || look.kind === 'reading')
    return [[say('Actual'), say('Not read yet: open the row to read path and addresses')]];
  if (look.kind === 'failed') return [[say('Actual'), look.problem.message]];
  const { pools, addresses } = look.summary;
  const others = isUnreadable(pools) ? [] : pools.filter(({ isAsDeclared }) => !isAsDeclared);
  const actual = isUnreadable(pools)
    ? pools.because
    : others.length === 0
      ? say('As declared, in every pool')
      : say('{pools}', { pools: others.map(({ name, path }) => say('{name}: {path}', { name, path })) });
  return [
    [say('Actual'), actual],
    [
      say('Addresses'),
      isUnreadable(addresses)
        ? addresses.because
        : addresses.length === 0
          ? say('none of its own')
          : say('{addresses}', { addresses: addresses.map(({ address }) => address) }),
    ],
  ];
}
