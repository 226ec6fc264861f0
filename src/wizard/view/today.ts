import type { ActualPath } from '../../core/actual-path.js';
import { actualPathOf } from '../../core/actual-path.js';
import { declaredKeyOf, declaredTypeOf } from '../../core/declared.js';
import type { EgressAddress } from '../../core/egress-addresses.js';
import { egressAddressesOf } from '../../core/egress-addresses.js';
import type { Fact } from '../../core/fact.js';
import { valueOf } from '../../core/fact.js';
import type { ClusterFacts, PoolFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { format, say } from '../../core/message.js';
import { targetsInText } from '../../core/outbound-type.js';
import { pathFits } from '../../core/path-fits.js';
import { lastOperationOf, lastSeen, whyNotByType } from '../../core/unfinished.js';
import { wayInText } from '../../core/way-words.js';
import { declaredNamed } from '../named.js';
import type { Session } from '../session.js';
import type { Act, Named, TodaySection } from '../state.js';
import { counted } from '../words.js';
import { missingFacts } from './missing.js';
import { lastPart, pathNamed } from './paths.js';

type PoolRow = TodaySection['pools'][number];

/** What the cluster declares, how its packets really leave, and from which addresses partners see it. */
export function todaySection({ reading }: Session): TodaySection | undefined {
  const facts = reading.held?.reading.facts;
  if (facts === undefined) return undefined;
  const rows = (valueOf(facts.pools) ?? []).map((pool) => poolRow(facts, pool));
  const addresses = valueOf(egressAddressesOf(facts)) ?? [];
  const copy: Act = {
    label: counted(
      addresses.length,
      say('Copy the address'),
      say('Copy all {count}', { count: addresses.length }),
    ),
    intent: { kind: 'copy', what: 'addresses' },
  };
  return {
    answer: answerOf(facts),
    more: say('Declared: {type}. {addresses}', {
      type: declaredNamed(facts).code,
      addresses: addressesAnswer(facts),
    }),
    pools: rows,
    addresses: addresses.map(addressRow),
    ...(addresses.length === 0 ? {} : { copy }),
    services: valueOf(facts.services) ?? [],
    missing: missingFacts(facts),
  };
}

function answerOf(facts: ClusterFacts): Message {
  const { pools } = facts;
  if (pools.kind !== 'known') return say('The pools of this cluster could not be read');
  if (pools.value.length === 0) return say('This cluster has no pool that Azure lists');
  const type = valueOf(declaredTypeOf(facts.cluster));
  const paths = pools.value.map((pool) => ({ pool, path: actualPathOf(facts, pool) }));
  const unclear = paths.filter(({ path }) => path.kind !== 'known').map(({ pool }) => pool.name);
  const others = paths.flatMap(({ pool, path }) =>
    path.kind === 'known' && type !== undefined && !pathFits(path.value, type)
      ? [{ name: pool.name, way: wayInText(path.value) }]
      : [],
  );
  if (unclear.length === paths.length) return unclearAnswer(facts);
  const declared = declaredInText(facts);
  if (paths.every(({ path }) => path.kind === 'known' && path.value.kind === 'none'))
    return others.length === 0
      ? say('Nothing leaves the cluster, as declared: {declared}', { declared })
      : say('Declared is {declared}, but nothing leaves the cluster', { declared });
  const known = pathsAnswer(declared, others, paths.length);
  return unclear.length === 0 ? known : say('{known}; not known for {pools}', { known, pools: unclear });
}

/** A declared type that Azure has not finished is no way out yet. */
function unclearAnswer({ cluster }: ClusterFacts): Message {
  switch (lastOperationOf(cluster)) {
    case 'failed':
      return say('How traffic leaves is not known: the last operation failed');
    case 'canceled':
      return say('How traffic leaves is not known: the last operation was canceled');
    case 'underWay':
      return say('How traffic leaves is not known yet: an operation is under way');
    case 'succeeded':
    case 'notKnown':
      return say('How traffic leaves is not known');
  }
}

interface Other {
  readonly name: string;
  readonly way: Message;
}

function pathsAnswer(declared: Message, others: readonly Other[], count: number): Message {
  if (others.length === 0) return say('Traffic leaves as declared: {declared}', { declared });
  const ways = [...new Map(others.map(({ way }) => [format(way), way])).values()];
  if (others.length === count)
    return say('Declared is {declared}, but traffic leaves through {ways}', { declared, ways });
  const args = { declared, ways, pools: others.map(({ name }) => name) };
  return counted(
    others.length,
    say('Declared is {declared}, but {pools} leaves through {ways}', args),
    say('Declared is {declared}, but {pools} leave through {ways}', args),
  );
}

function declaredInText(facts: ClusterFacts): Message {
  const key = valueOf(declaredKeyOf(facts.cluster));
  return key === undefined ? declaredNamed(facts).name : targetsInText[key];
}

function addressesAnswer(facts: ClusterFacts): Message {
  const addresses = egressAddressesOf(facts);
  if (addresses.kind !== 'known') {
    const type = valueOf(declaredTypeOf(facts.cluster));
    return type === undefined || whyNotByType(facts, type) === undefined
      ? say('From which addresses is not known.')
      : say('From which addresses is not known. {seen}', { seen: lastSeen(facts, type) });
  }
  const { length } = addresses.value;
  if (length === 0) return say('Partners see no address of this cluster.');
  return counted(
    length,
    say('Partners see one address.'),
    say('Partners see {count} addresses.', { count: length }),
  );
}

function poolRow(facts: ClusterFacts, pool: PoolFacts): PoolRow {
  const path = actualPathOf(facts, pool);
  const note = noteOf(facts, path);
  return {
    name: pool.name,
    nodes: nodesOf(pool),
    subnet: subnetOf(pool),
    path: pathOf(path),
    addresses: path.kind === 'known' ? (valueOf(path.value.addresses) ?? []) : [],
    ...(note === undefined ? {} : { note }),
  };
}

function nodesOf(pool: PoolFacts): Message {
  const count = valueOf(pool.count);
  const [min, max] = [valueOf(pool.minCount), valueOf(pool.maxCount)];
  const now = count === undefined ? say('not known') : say('{count}', { count });
  return valueOf(pool.enableAutoScaling) === true && max !== undefined
    ? say('{now}, autoscaler {min} to {max}', { now, min: min ?? 0, max })
    : now;
}

function subnetOf({ subnetId }: PoolFacts): Message {
  if (subnetId.kind === 'absent') return say('made by AKS');
  return subnetId.kind === 'known' ? say('{subnet}', { subnet: lastPart(subnetId.value) }) : say('not known');
}

const pathOf = (path: Fact<ActualPath>): Named =>
  path.kind === 'known' ? pathNamed(path.value) : { name: say('Not known'), code: '', icon: 'unknown' };

function noteOf(facts: ClusterFacts, path: Fact<ActualPath>): PoolRow['note'] {
  if (path.kind === 'unknown') return { mark: 'unknown', text: path.because };
  if (path.kind === 'absent') return { mark: 'unknown', text: say('Nothing says how its traffic leaves.') };
  const type = valueOf(declaredTypeOf(facts.cluster));
  if (type !== undefined && !pathFits(path.value, type))
    return { mark: 'warning', text: differs(path.value) };
  const { addresses } = path.value;
  return addresses.kind === 'unknown' ? { mark: 'note', text: addresses.because } : undefined;
}

/** Why the declared type does not decide. */
function differs({ kind, via }: ActualPath): Message {
  switch (kind) {
    case 'natGateway':
      return say(
        'Differs from declared: NAT gateway {via} is attached to the subnet, and Azure uses it before any load balancer rule.',
        { via: via ?? '' },
      );
    case 'appliance':
    case 'virtualNetworkGateway':
      return say(
        'Differs from declared: a route for 0.0.0.0/0 takes everything before any NAT gateway or load balancer rule.',
      );
    case 'nodePublicIP':
      return say('Differs from declared: each node has a public address of its own.');
    case 'loadBalancer':
      return say('Differs from declared: the load balancer still carries the traffic.');
    case 'none':
      return say('Differs from declared: there is no way out of this subnet.');
  }
}

const addressRow = ({ address, owner, usedBy }: EgressAddress): TodaySection['addresses'][number] => ({
  address,
  owner: owner === 'AKS' ? say('AKS') : owner === 'customer' ? say('You') : say('not known'),
  usedBy: say('{pools}', { pools: usedBy }),
});
