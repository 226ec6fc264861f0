import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say, type Message } from './message.js';
import { cellFor, type Cell } from './migration-matrix.js';
import type { NetworkModel } from './network-model.js';
import { targetNames, type TargetKey } from './outbound-type.js';
import type { Target } from './target.js';
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

/** The way back, or that there is none; the matrix read in the other direction. */
export function wayBackIn(situation: Situation): { readonly exists: boolean; readonly message: Message } {
  const { network, from, to, released } = situation;
  if (from === to)
    return {
      exists: true,
      message: say('Set the options back. Addresses that were released do not return.'),
    };
  const back = backCell(network, from, to);
  if (back.support !== 'supported')
    return { exists: false, message: say('None that can be promised. {reason}', { reason: back.reason }) };
  if (to === 'none' || to === 'block')
    return { exists: true, message: say('Yes, with other addresses; every pool has to be re-imaged.') };
  return released.length === 0
    ? { exists: true, message: say('Yes, to {type}.', { type: targetNames[from] }) }
    : {
        exists: true,
        message: say('Yes, with other addresses: {addresses} does not return.', { addresses: released }),
      };
}

/** What the matrix says of the opposite direction. */
export const backCell = (network: NetworkModel, from: TargetKey, to: TargetKey): Cell =>
  cellFor(network, to, from);

/** Why the PUT of the type stands in the plan, with what it moves and when. */
export function whyOfSwitch({ from, to, moment, network }: Situation): Message {
  if (from === to) return say('Only options change; packets keep their way.');
  const pair = { from: targetNames[from], to: targetNames[to] };
  switch (moment) {
    case 'withIt':
      return network === 'managed'
        ? say('This moves the traffic: AKS takes {from} down and puts {to} in its place.', pair)
        : say('This moves the traffic from {from} to {to}.', pair);
    case 'before':
      return say(
        'Traffic left by the gateway or route in place already. AKS takes down what it kept for {from}.',
        pair,
      );
    case 'after':
      return say(
        'AKS prepares {to}. The gateway or route in place goes on winning until you remove it: that moves the traffic.',
        pair,
      );
    case 'never':
      return say('Only options change; packets keep their way.');
  }
}

/** What the PUT of the type interrupts. */
export function interruptionOfSwitch({ moment, to, from }: Situation): Message {
  if (from === to) return say('Connections by an address that goes are cut; others stay.');
  if (to === 'none' || to === 'block') return say('Every connection to the internet ends, for good.');
  switch (moment) {
    case 'withIt':
      return say('Open outbound connections are cut once; Azure publishes no duration.');
    case 'before':
      return say('None that is known: traffic has moved already.');
    case 'after':
      return say('None now. Connections are cut when you remove the gateway or the route.');
    case 'never':
      return say('Connections by an address that goes are cut; others stay.');
  }
}
