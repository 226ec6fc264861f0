import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { withLockOut } from './lock-out.js';
import { say, type Message } from './message.js';
import { cellFor, type Cell } from './migration-matrix.js';
import type { NetworkModel } from './network-model.js';
import { eachOnce, gatewayOf } from './node-subnets.js';
import { leftOvers } from './own-network/deleting.js';
import { nameIn } from './own-network/places.js';
import { graphAfter, hasNetworkWork, networkWorkOf } from './own-network/network-work.js';
import { oneOrMany } from './one-or-many.js';
import { targetsInText, type TargetKey } from './outbound-type.js';
import type { Target } from './target.js';
import { isLeftUnfinished } from './unfinished.js';
import { waysInPlace } from './way-words.js';
import type { Moment } from './when-traffic-moves.js';

/** What a plan says about one change, beside its steps. */
export interface Situation {
  readonly facts: ClusterFacts;
  readonly target: Target;
  readonly network: NetworkModel;
  readonly from: TargetKey;
  readonly to: TargetKey;
  readonly moment: Moment;
  /** AKS's own addresses that the change gives back to Azure. */
  readonly released: readonly string[];
}

/** What is untouched, by name and address; user-defined routes make an exception of public Services. */
export function staysIn({ facts, target, network }: Situation): readonly Message[] {
  return [
    ...servicesOf(facts, target),
    say('Ingress controllers and internal load balancers stay as they are.'),
    say('Private endpoints, and whatever stays inside the virtual network, are untouched.'),
    ...(network === 'own' ? ownNetworkStays(facts, target) : []),
  ];
}

function servicesOf(facts: ClusterFacts, target: Target): readonly Message[] {
  const services = valueOf(facts.services);
  if (facts.services.kind === 'unknown' || services === undefined)
    return [say('Services of type LoadBalancer keep their addresses; which there are could not be read.')];
  const isRouted = target.outboundType === 'userDefinedRouting';
  return services.map(({ name, address }) =>
    isRouted
      ? say('{name} keeps {address}, but its answers would leave through the firewall and be lost.', {
          name,
          address,
        })
      : say('{name} keeps its address {address}.', { name, address }),
  );
}

/** What stays of the customer's network, and what goes on costing without being used. */
function ownNetworkStays(facts: ClusterFacts, target: Target): readonly Message[] {
  const work = networkWorkOf(facts, target);
  const idle = idleGateways(facts, target);
  const left =
    idle.length === 0
      ? []
      : [
          oneOrMany(
            idle,
            say(
              '{gateways} stays with its addresses, unused, and Azure goes on charging for it. It can be deleted once nothing needs the way back; this plan never does.',
              { gateways: idle },
            ),
            say(
              '{gateways} stay with their addresses, unused, and Azure goes on charging for them. They can be deleted once nothing needs the way back; this plan never does.',
              { gateways: idle },
            ),
          ),
        ];
  if (!hasNetworkWork(work))
    return [
      say('Your subnets, NAT gateways, route tables and addresses are not written to by this plan.'),
      ...left,
    ];
  return [
    say(
      'Of your subnets and route tables only what the steps name is written. Security groups, service endpoints, delegations, other routes and other subnets stay.',
    ),
    ...left,
  ];
}

/** Gateways on subnets of the cluster that carry its traffic today and nothing afterwards. */
function idleGateways(facts: ClusterFacts, target: Target): readonly Message[] {
  const key = target.outboundType;
  const { clearing } = networkWorkOf(facts, target);
  const isLeft = key === 'userDefinedRouting' || (key === 'loadBalancer' && clearing !== undefined);
  if (!isLeft) return [];
  const names = (valueOf(facts.pools) ?? []).map((pool) => valueOf(gatewayOf(facts, pool))?.name);
  const deleted = target.deletesCreated === true ? leftOvers(facts, target, clearing).map(nameIn) : [];
  return eachOnce(names.filter((name) => name !== undefined).filter((name) => !deleted.includes(name))).map(
    (name) => say('NAT gateway {name}', { name }),
  );
}

/** The way back, or why nobody promises one; the matrix read in the other direction. */
export function wayBackIn(situation: Situation): WayBack {
  const way = wayBackByType(situation);
  const { attaching, routing } = networkWorkOf(situation.facts, situation.target);
  const creates = attaching?.gateway.created !== undefined || routing?.association?.isCreated === true;
  if (!way.exists || !creates) return way;
  return {
    exists: true,
    message: say('{way} What this plan creates stays yours until you delete it.', { way: way.message }),
  };
}

interface WayBack {
  readonly exists: boolean;
  readonly message: Message;
}

function wayBackByType(situation: Situation): WayBack {
  const { network, from, to, released } = situation;
  if (from === to && isLeftUnfinished(situation.facts.cluster))
    return {
      exists: true,
      message: say(
        'Nothing has to be taken back: the declared type stays. Another type is a plan of its own.',
      ),
    };
  if (from === to)
    return {
      exists: true,
      message: say('Set the options back. Addresses that were released do not return.'),
    };
  const back = backCell(network, from, to);
  if (back.support !== 'supported') return { exists: false, message: back.reason };
  const type = targetsInText[from];
  if (isClosed(to) && !isClosed(from))
    return {
      exists: true,
      message: say('To {type}, with other addresses; every pool has to be re-imaged.', { type }),
    };
  if (released.length === 0) return { exists: true, message: say('To {type}.', { type }) };
  const addresses = { type, addresses: released };
  return {
    exists: true,
    message: oneOrMany(
      released,
      say('To {type}, with another address: {addresses} does not return.', addresses),
      say('To {type}, with other addresses: {addresses} do not return.', addresses),
    ),
  };
}

/** How the step that changes the type is undone, in short: the way back tells the rest. */
export function undoOfSwitch({ network, from, to }: Situation): Message {
  if (from === to) return say('Set the options back.');
  const back = backCell(network, from, to);
  switch (back.support) {
    case 'supported':
    case 'same':
      if (isClosed(to) && !isClosed(from))
        return say('Change the type back to {type}; every pool has to be re-imaged then.', {
          type: targetsInText[from],
        });
      return say('Change the type back to {type}.', { type: targetsInText[from] });
    case 'contradictory':
      return say('Nobody promises that it can be undone.');
    case 'notSupported':
      return say('None. {reason}', { reason: back.reason });
  }
}

const isClosed = (key: TargetKey): boolean => key === 'none' || key === 'block';

/** What the matrix says of the opposite direction. */
export const backCell = (network: NetworkModel, from: TargetKey, to: TargetKey): Cell =>
  cellFor(network, to, from);

/** Why the PUT of the type stands in the plan, with what it moves and when. */
export function whyOfSwitch({ facts, target, from, to, moment }: Situation): Message {
  if (from === to) return say('Only options change; packets keep their way.');
  const pair = { from: targetsInText[from], to: targetsInText[to] };
  const ways = waysInPlace(facts);
  switch (moment) {
    case 'withIt':
      if (isClosed(from) && isClosed(to)) return say('Nothing leaves the cluster today, and nothing will.');
      if (isClosed(from)) return say('This opens a way out: {to}.', pair);
      if (isClosed(to)) return say('This closes the way out: AKS takes down what it kept for {from}.', pair);
      return say('This moves the traffic from {from} to {to}.', pair);
    case 'before':
      return say('Traffic leaves through {ways} already. AKS takes down what it kept for {from}.', {
        ...pair,
        ways,
      });
    case 'after':
      return say('Traffic goes on leaving through {ways} until you remove that: then it moves to {to}.', {
        ...pair,
        ways,
      });
    case 'byPlanBefore':
      return say('Traffic leaves through {ways} by now. AKS takes down what it kept for {from}.', {
        ...pair,
        ways: waysInPlace(graphAfter(facts, target)),
      });
    case 'byPlanAfter':
      return say(
        'Traffic goes on leaving through {ways} until a later step takes that away: then it moves to {to}.',
        {
          ...pair,
          ways,
        },
      );
    case 'never':
      return say('Only options change; packets keep their way.');
  }
}

/** What the PUT of the type interrupts: connections, and where AKS chooses the address the nodes' way to the API server. */
export const interruptionOfSwitch = (situation: Situation, locksOut: boolean): Message =>
  withLockOut(cutBySwitch(situation), situation, locksOut);

function cutBySwitch({ facts, moment, to, from }: Situation): Message {
  if (from === to) return say('Connections by an address that goes are cut; others stay.');
  switch (moment) {
    case 'withIt':
      if (isClosed(from)) return say('None: the cluster has no way out today.');
      return isClosed(to)
        ? say('Every connection to the internet ends, for good.')
        : say('Open outbound connections are cut once; Azure publishes no duration.');
    case 'before':
    case 'byPlanBefore':
      return say('None that is known, because traffic has moved already.');
    case 'byPlanAfter':
      return say('None now. Connections are cut when a later step takes {ways} away.', {
        ways: waysInPlace(facts),
      });
    case 'after':
      return say('None now. Connections are cut when you remove {ways}.', { ways: waysInPlace(facts) });
    case 'never':
      return say('Connections by an address that goes are cut; others stay.');
  }
}
