import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say, type Message } from './message.js';
import { cellFor, type Cell } from './migration-matrix.js';
import type { NetworkModel } from './network-model.js';
import { oneOrMany } from './one-or-many.js';
import { targetsInText, type TargetKey } from './outbound-type.js';
import type { Target } from './target.js';
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
    ...(network === 'own'
      ? [say('Your subnets, NAT gateways, route tables and addresses are not written to by this plan.')]
      : []),
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

/** The way back, or why nobody promises one; the matrix read in the other direction. */
export function wayBackIn(situation: Situation): { readonly exists: boolean; readonly message: Message } {
  const { network, from, to, released } = situation;
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
export function whyOfSwitch({ facts, from, to, moment }: Situation): Message {
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
    case 'never':
      return say('Only options change; packets keep their way.');
  }
}

/** What the PUT of the type interrupts. */
export function interruptionOfSwitch({ facts, moment, to, from }: Situation): Message {
  if (from === to) return say('Connections by an address that goes are cut; others stay.');
  switch (moment) {
    case 'withIt':
      if (isClosed(from)) return say('None: the cluster has no way out today.');
      return isClosed(to)
        ? say('Every connection to the internet ends, for good.')
        : say('Open outbound connections are cut once; Azure publishes no duration.');
    case 'before':
      return say('None that is known, because traffic has moved already.');
    case 'after':
      return say('None now. Connections are cut when you remove {ways}.', { ways: waysInPlace(facts) });
    case 'never':
      return say('Connections by an address that goes are cut; others stay.');
  }
}
