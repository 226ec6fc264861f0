import { absent, known, valueOf, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import type { AddressFacts, ClusterFacts } from '../facts.js';
import { say, type Message } from '../message.js';
import { nodeAt } from '../node-subnets.js';
import { defineRule } from '../rule.js';
import { loadBalancerOptions } from '../wanted-options.js';

/** P32. AKS docs, Use a public standard load balancer (ms.date 2024-01-23), read 2026-11-23. */
export const ownAddressesUnfit = defineRule({
  id: 'aks-own-addresses-unfit',
  title: say('The addresses that you bring fit the load balancer'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    const options = target === undefined ? undefined : loadBalancerOptions(facts, target);
    if (options === undefined) return undefined;
    const of = (ids: Fact<readonly string[]>) =>
      hitsIn(ids, (id) =>
        chain(nodeAt(facts.addresses, id.toLowerCase(), ids.origin), (one) => faultOf(facts, one)),
      );
    return {
      addresses: ifAny(of(options.outboundIPIds)),
      prefixes: ifAny(of(options.outboundIPPrefixIds)),
    };
  },
  *check({ addresses = [], prefixes = [] }) {
    const faults = [...addresses, ...prefixes];
    if (faults.length === 0) return;
    yield {
      about: addresses.length > 0 ? 'addresses' : 'prefixes',
      title: say('Azure would refuse the addresses that you bring'),
      message: say('{faults}.', { faults }),
      remedy: {
        text: say(
          'Take addresses of sku Standard in the region of the cluster that AKS has not made itself.',
        ),
      },
    };
  },
});

/** Absent where nothing speaks against the address. */
function faultOf({ cluster }: ClusterFacts, address: AddressFacts): Fact<Message> {
  const { name, sku, owner, location, provisioningState } = address;
  const faults: readonly (Message | undefined)[] = [
    lowered(sku) === undefined || lowered(sku) === 'standard'
      ? undefined
      : say('{name} is not of sku Standard', { name }),
    valueOf(owner) === 'AKS' ? say('{name} is one that AKS made and takes away', { name }) : undefined,
    isElsewhere(location, cluster.location) ? say('{name} is in another region', { name }) : undefined,
    provisioningState !== undefined && (lowered(provisioningState) ?? 'succeeded') !== 'succeeded'
      ? say('{name} is not in state Succeeded', { name })
      : undefined,
  ];
  const first = faults.find((fault) => fault !== undefined);
  const { origin } = sku;
  if (first !== undefined) return known(first, origin);
  const gap = [sku, owner, location, provisioningState, cluster.location].find(
    (fact) => fact?.kind === 'unknown',
  );
  return gap?.kind === 'unknown' ? gap : absent(origin);
}

const lowered = (fact: Fact<string>): string | undefined => valueOf(fact)?.toLowerCase();

const isElsewhere = (place: Fact<string> | undefined, cluster: Fact<string>): boolean => {
  const [here, there] = [cluster, place].map((fact) =>
    fact === undefined ? undefined : valueOf(fact)?.toLowerCase().replaceAll(' ', ''),
  );
  return here !== undefined && there !== undefined && here !== there;
};
