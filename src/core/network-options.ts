import { valueOf, type Fact } from './fact.js';
import type { ClusterFacts, NatGatewayFacts } from './facts.js';
import { isHeldBy, isPrivateAddress } from './ip-ranges.js';
import { say, type Message } from './message.js';
import { eachOnce } from './node-subnets.js';
import { gatewayAt, isOfAnotherNetwork } from './own-network/attaching.js';
import { besideNetworkOf, placesOf } from './own-network/places.js';

/** What was typed, judged: the value, or what is wrong with it. */
export type WordReading = { readonly value: string } | { readonly problem: Message };

/** The private IPv4 address of the firewall that default routes lead to. */
export function readFirewall(text: string, facts: ClusterFacts): WordReading {
  const value = text.trim();
  if (isPrivateAddress(value)) {
    const problem = noFirewallAt(value, facts);
    return problem === undefined ? { value } : { problem };
  }
  return {
    problem: say(
      'A private IPv4 address is needed, as the firewall has in a virtual network: 10.x.x.x, 172.16.x.x to 172.31.x.x, 192.168.x.x.',
    ),
  };
}

/** Where no firewall can stand: a default route to such an address leads all traffic into nothing, or in a circle. */
function noFirewallAt(address: string, facts: ClusterFacts): Message | undefined {
  const { podCidrs, serviceCidrs } = facts.cluster;
  const holds = (ranges: Fact<readonly string[]> | undefined): boolean =>
    ranges !== undefined && isHeldBy(address, valueOf(ranges) ?? []);
  if (holds(podCidrs))
    return say('{address} is in the range of the pods, which exists inside the cluster only.', { address });
  if (holds(serviceCidrs))
    return say('{address} is in the range of the Services, which exists inside the cluster only.', {
      address,
    });
  const subnet = (placesOf(facts) ?? []).find((place) => holds(place.subnet.addressPrefixes));
  return subnet === undefined
    ? undefined
    : say('{address} is in {subnet}, where the nodes stand: the firewall needs a subnet of its own.', {
        address,
        subnet: subnet.subnet.name,
      });
}

/** Azure docs, naming rules for Microsoft.Network/natGateways: 1 to 80 characters, read 2026-11-23. */
export function readGatewayName(text: string, facts: ClusterFacts): WordReading {
  const value = text.trim();
  if (!/^[a-z0-9](?:[\w.-]{0,74}\w)?$/i.test(value))
    return {
      problem: say(
        'Azure takes letters, digits, dots, hyphens and underscores, a letter or digit first: 76 at most, so that the address can be named after it.',
      ),
    };
  const [place] = placesOf(facts) ?? [];
  const id = place === undefined ? undefined : besideNetworkOf(place.key, `natGateways/${value}`);
  return id !== undefined && gatewayAt(facts, id.toLowerCase()) !== undefined
    ? { problem: say('{name} is there already. Choose it above, or take another name.', { name: value }) }
    : { value };
}

/** A zone that the pools use, so that no pool is farther from its way out than it has to be; all three where they use none. */
export function readZone(text: string, facts: ClusterFacts): WordReading {
  const value = text.trim();
  const zones = zonesOf(facts);
  return zones.includes(value)
    ? { value }
    : { problem: say('Take zone {zones}, or leave it empty.', { zones }) };
}

export function zonesOf(facts: ClusterFacts): readonly string[] {
  const used = eachOnce(
    (valueOf(facts.pools) ?? []).flatMap(({ availabilityZones }) => valueOf(availabilityZones) ?? []),
  );
  return used.length > 0 ? used.toSorted() : ['1', '2', '3'];
}

const gatewayId =
  /^\/subscriptions\/[\da-f-]{36}\/resourcegroups\/[^/]+\/providers\/microsoft\.network\/natgateways\/[^/]+$/i;

/** The id of a gateway that is there: its form, and what is known against it. */
export function readGatewayId(text: string, facts: ClusterFacts): WordReading {
  const value = text.trim();
  if (!gatewayId.test(value))
    return {
      problem: say(
        'The whole id of a NAT gateway is needed: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/natGateways/…',
      ),
    };
  const gateway = gatewayAt(facts, value.toLowerCase());
  const against = gateway === undefined ? undefined : whyNot(gateway, facts);
  return against === undefined ? { value } : { problem: against };
}

/** Gateways that were read and can be attached to the cluster's subnets, by graph key. */
export function gatewaysToPick(
  facts: ClusterFacts,
): readonly { readonly key: string; readonly name: string }[] {
  return Object.keys(facts.natGateways).flatMap((key) => {
    const gateway = gatewayAt(facts, key);
    return gateway === undefined || whyNot(gateway, facts) !== undefined ? [] : [{ key, name: gateway.name }];
  });
}

/** One network, one region, at least one address. Azure docs, NAT gateway resource, read 2026-11-23. */
function whyNot(gateway: NatGatewayFacts, facts: ClusterFacts): Message | undefined {
  const { name } = gateway;
  const [place] = placesOf(facts) ?? [];
  const [there, here] = [gateway.location, facts.cluster.location].map((fact) =>
    valueOf(fact)?.toLowerCase().replaceAll(' ', ''),
  );
  if (place !== undefined && isOfAnotherNetwork(gateway, place.key))
    return say('{name} serves another virtual network, and a NAT gateway serves one.', { name });
  if (there !== undefined && here !== undefined && there !== here)
    return say('{name} is in region {there}, the cluster in {here}.', { name, there, here });
  return valueOf(gateway.addressIds)?.length === 0 || gateway.addressIds.kind === 'absent'
    ? say('{name} has no address, so nothing could leave through it.', { name })
    : undefined;
}
