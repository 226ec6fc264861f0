import { actualPathOf, type ActualPath } from './actual-path.js';
import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say, type Message } from './message.js';

/** The way in running text, by its own name where it has one. */
export function wayInText({ kind, via }: ActualPath): Message {
  switch (kind) {
    case 'appliance':
      return via === undefined
        ? say('the firewall or appliance')
        : say('the firewall or appliance at {via}', { via });
    case 'virtualNetworkGateway':
      return say('the virtual network gateway');
    case 'natGateway':
      return via === undefined ? say('the NAT gateway run by AKS') : say('NAT gateway {via}', { via });
    case 'loadBalancer':
      return say('the load balancer');
    case 'nodePublicIP':
      return say("each node's own address");
    case 'none':
      return say('no way out');
  }
}

/** What was put in place on the subnets and wins over what AKS runs, each once: "NAT gateway ng-orders". */
export function waysInPlace(facts: ClusterFacts): readonly Message[] {
  const paths = (valueOf(facts.pools) ?? []).flatMap((pool) => {
    const path = valueOf(actualPathOf(facts, pool));
    return path !== undefined && isInPlace(path) ? [path] : [];
  });
  const each = new Map(paths.map((path) => [`${path.kind}/${path.via ?? ''}`, path]));
  const ways = [...each.values()].map(wayInText);
  return ways.length > 0 ? ways : [say('the gateway or route in place')];
}

/** True for a route's or an own gateway's way: it stays, whatever type is declared. */
export const isInPlace = ({ kind, via }: ActualPath): boolean =>
  kind === 'appliance' || kind === 'virtualNetworkGateway' || (kind === 'natGateway' && via !== undefined);
