import { partOf } from '../around.js';
import { absent, known, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { firewallsAt } from '../firewalls-at.js';
import { say } from '../message.js';
import { eachOnce } from '../node-subnets.js';
import { defineRule } from '../rule.js';
import type { DependencyFacts, FirewallAllows } from '../surroundings.js';
import type { Target } from '../target.js';
import { wanted } from '../wanted.js';

/**
 * P24. The tag AzureKubernetesService holds every required name. AKS docs, Outbound network and FQDN rules (ms.date
 * 2026-06-18) and Control egress traffic using Azure Firewall (ms.date 2023-12-05), read 2026-11-23.
 */
export const udrFirewallMissesEndpoints = defineRule({
  id: 'aks-udr-firewall-misses-endpoints',
  title: say('The firewall lets through what the cluster must reach'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    if (outboundType === undefined || target === undefined) return undefined;
    return { outboundType, missing: missingIn(facts, target) };
  },
  *check({ missing }) {
    if (missing === undefined) return;
    yield {
      about: 'missing',
      title: say('Nodes may become NotReady: the firewall would drop what they need'),
      message: say('No rule that allows was found for {missing}.', { missing }),
      remedy: {
        text: say(
          'Add an application rule with the FQDN tag AzureKubernetesService for the subnets of the nodes, or a rule for each of these names.',
        ),
      },
    };
  },
});

function missingIn(facts: ClusterFacts, target: Target): Fact<readonly string[]> {
  const firewalls = firewallsAt(facts, target);
  return chain(firewalls, () => {
    const found = hitsIn(firewalls, ({ allows }) =>
      chain(allows, (rules) => (hasTag(rules) ? absent(allows.origin) : notAllowed(facts, rules))),
    );
    return ifAny(chain(found, (lists) => known(eachOnce(lists.flat()), firewalls.origin)));
  });
}

const hasTag = ({ fqdnTags, destinations, fqdns }: FirewallAllows): boolean =>
  fqdnTags.some((tag) => tag.toLowerCase() === 'azurekubernetesservice') ||
  destinations.some((one) => one === '*' || one === '0.0.0.0/0') ||
  fqdns.includes('*');

const notAllowed = (facts: ClusterFacts, { fqdns }: FirewallAllows): Fact<readonly string[]> => {
  const needed = partOf(facts, 'dependencies', facts.around?.dependencies);
  return ifAny(
    hitsIn(needed, (dependency) =>
      isAllowed(dependency, fqdns) ? absent(needed.origin) : known(dependency.domainName, needed.origin),
    ),
  );
};

/** By name over HTTP and HTTPS; `*.example.com` stands for every name below. */
const isAllowed = ({ domainName, ports }: DependencyFacts, fqdns: readonly string[]): boolean =>
  (ports.length > 0 && !ports.some((port) => port === 443 || port === 80)) ||
  fqdns.some((pattern) => {
    const [name, rule] = [domainName.toLowerCase(), pattern.toLowerCase()];
    return rule.startsWith('*') ? name.endsWith(rule.slice(1)) : name === rule;
  });
