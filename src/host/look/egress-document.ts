import { say, type Message } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { isUnreadable, type Summary } from './look.js';

type Line = Message | '';

/** A cluster's egress as a Markdown document: readable as it stands, also aloud. */
export function egressDocument(
  cluster: OpenedCluster,
  summary: Summary,
  at: { readonly world: Message; readonly time: string },
): readonly Line[] {
  const { declared, pools, addresses, services, network } = summary;
  return [
    say('# {name}: how traffic leaves', { name: cluster.name }),
    '',
    say('{world}. Resource group {group}, subscription {subscription}. Read at {time}.', {
      world: at.world,
      group: cluster.resourceGroup,
      subscription: cluster.subscriptionName ?? cluster.subscriptionId,
      time: at.time,
    }),
    '',
    say('## Declared'),
    '',
    declared.code === ''
      ? say('{name}', { name: declared.name })
      : say('{name} (`{code}`){network}', {
          name: declared.name,
          code: declared.code,
          network: network === undefined ? '' : say(', {network}', { network }),
        }),
    '',
    say('## Actual path of each pool'),
    '',
    ...(isUnreadable(pools)
      ? [say('Not known: {because}', { because: pools.because })]
      : pools.map((pool) =>
          say('- {name} ({nodes}): {path}{note}', {
            name: pool.name,
            nodes: pool.nodes,
            path: pool.path,
            note: pool.isKnown && !pool.isAsDeclared ? say(' **(not as declared)**') : '',
          }),
        )),
    '',
    say('## Egress addresses'),
    '',
    ...(isUnreadable(addresses)
      ? [say('Not known: {because}', { because: addresses.because })]
      : addresses.length === 0
        ? [say('None of its own.')]
        : addresses.map(({ address, owner, usedBy }) =>
            say('- {address} ({owner}), used by {pools}', { address, owner, pools: usedBy }),
          )),
    ...(services.length === 0
      ? []
      : [
          '' as const,
          say('## Services of type LoadBalancer (not egress)'),
          '' as const,
          ...services.map(({ name, address }) => say('- {name}: {address}', { name, address })),
        ]),
    '',
  ];
}
