import { say, type Message } from '../../core/message.js';
import { dotted } from '../explorer/dotted.js';
import { addressCount } from './address-count.js';
import { isUnreadable, type Look, type Summary } from './look.js';
import { problemRow } from '../explorer/problem-row.js';
import type { Row, RowIcon } from '../explorer/row.js';

/** The rows below a cluster that was looked at: declared type, pools with their actual path, addresses. */
export function detailRows(clusterId: string, look: Look): readonly Row[] {
  if (look.kind === 'reading') return [noteRow(`${clusterId}/reading`, 'loading~spin', say('Reading'))];
  if (look.kind === 'failed') return [problemRow({ id: `${clusterId}/problem`, problem: look.problem })];
  const { summary } = look;
  return [declaredRow(clusterId, summary), poolsRow(clusterId, summary), addressesRow(clusterId, summary)];
}

const theme = (name: string, color?: string): RowIcon => ({
  kind: 'theme',
  name,
  ...(color === undefined ? {} : { color }),
});

const noteRow = (id: string, icon: string, label: Message): Row => ({
  id,
  label,
  icon: theme(icon),
  context: 'note',
  children: 'none',
});

function declaredRow(clusterId: string, { declared, network }: Summary): Row {
  const parts = [
    declared.name,
    say('{code}', { code: declared.code }),
    ...(network === undefined ? [] : [network]),
  ];
  return {
    id: `${clusterId}/declared`,
    label: say('Declared'),
    description: dotted(parts),
    icon: { kind: 'outboundType', type: declared.icon },
    context: 'declared',
    children: 'none',
  };
}

function poolsRow(clusterId: string, { pools }: Summary): Row {
  const id = `${clusterId}/pools`;
  const base = { id, label: say('Pools'), icon: theme('server-environment'), context: 'pools' };
  if (isUnreadable(pools))
    return {
      ...base,
      description: say('not known: {because}', { because: pools.because }),
      children: 'none',
    };
  return {
    ...base,
    description: say('{count}', { count: pools.length }),
    startsOpen: true,
    children: pools.map((pool) => ({
      id: `${id}/${pool.name}`,
      label: pool.name,
      description: dotted([
        pool.nodes,
        pool.isKnown && !pool.isAsDeclared ? say('{path}, not as declared', { path: pool.path }) : pool.path,
      ]),
      icon: pool.isAsDeclared
        ? { kind: 'outboundType', type: pool.icon }
        : theme(pool.isKnown ? 'warning' : 'question', 'list.warningForeground'),
      context: 'pool',
      ...(pool.addresses.length === 0
        ? {}
        : { tooltip: say('Leaves as {addresses}', { addresses: pool.addresses }) }),
      children: 'none',
    })),
  };
}

function addressesRow(clusterId: string, { addresses }: Summary): Row {
  const id = `${clusterId}/addresses`;
  const base = { id, label: say('Addresses'), icon: theme('location') };
  if (isUnreadable(addresses))
    return {
      ...base,
      context: 'addresses.none',
      description: say('not known: {because}', { because: addresses.because }),
      children: 'none',
    };
  if (addresses.length === 0)
    return { ...base, context: 'addresses.none', description: say('none of its own'), children: 'none' };
  return {
    ...base,
    context: 'addresses',
    address: addresses.map(({ address }) => address).join('\n'),
    description: addressCount(addresses.map(({ address }) => address)),
    startsOpen: true,
    children: addresses.map((one) => ({
      id: `${id}/${one.address}`,
      label: one.address,
      description:
        one.usedBy.length === 0 ? one.owner : dotted([one.owner, say('{pools}', { pools: one.usedBy })]),
      icon: theme('location'),
      context: 'address',
      children: 'none',
      address: one.address,
    })),
  };
}
