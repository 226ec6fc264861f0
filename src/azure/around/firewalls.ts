import { known, valueOf, type Fact, type Unknown } from '../../core/fact.js';
import { valueAt, type Json } from '../../core/json.js';
import type { FirewallAllows, FirewallFacts } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { graphKey, type Resource } from '../facts/resource.js';
import { elementsOf, listFact, notAsked, textOf, textsOf, type Reader } from './reader.js';
import { subscriptionPathOf, type Subject } from './subject.js';

/** More firewalls than these are read without their rules, but for those behind the next hops of today. */
const mostReadUnasked = 3;

/**
 * Azure Firewalls that a default route may lead to, today's and one that a person may type, in the subscriptions of the cluster and its networks
 * and of the networks that these are peered with.
 */
export async function readFirewalls(
  reader: Reader,
  subject: Subject,
): Promise<Fact<readonly FirewallFacts[]>> {
  const origin = { kind: 'arm', resourceId: subject.cluster.key, property: 'firewalls' } as const;
  const hops = nextHopsOf(subject);
  const at = async (subscription: string): Promise<Fact<readonly FirewallFacts[]>> => {
    const path = `${subscription}/providers/Microsoft.Network/azureFirewalls`;
    const listed = listFact(await reader.list(path, apiVersions.network), path.toLowerCase(), (body) => body);
    if (listed.kind !== 'known') return listed;
    const isFew = listed.value.length <= mostReadUnasked;
    const found = listed.value.map((body) =>
      firewallOf(reader, body, isFew || privateAddressesOf(body).some((address) => hops.has(address))),
    );
    return known(await Promise.all(found), listed.origin);
  };
  const near = subscriptionsOf([subject.cluster.key, ...subject.networkIds]);
  const peers = async () => {
    const others = subscriptionsOf(await peersOf(reader, subject)).filter((one) => !near.includes(one));
    return Promise.all(others.map(at));
  };
  const lists = await Promise.all([Promise.all(near.map(at)), peers()]);
  const found = lists.flat().flatMap((list) => valueOf(list) ?? []);
  // One at a next hop of today answers the question, whatever else may not be read.
  const isAnswered = found.some(({ privateAddresses }) => privateAddresses.some((one) => hops.has(one)));
  return isAnswered ? known(found, origin) : (lists.flat().find(isUnknown) ?? known(found, origin));
}

const isUnknown = (fact: Fact<unknown>): fact is Unknown => fact.kind === 'unknown';

function nextHopsOf({ facts }: Subject): ReadonlySet<string> {
  const tables = Object.values(facts.routeTables).map(valueOf);
  const routes = tables.flatMap((table) => (table === undefined ? [] : (valueOf(table.routes) ?? [])));
  return new Set(routes.flatMap((route) => valueOf(route.nextHopIpAddress) ?? []));
}

/** Networks that the cluster's own are peered with: a hub is often in another subscription. */
async function peersOf(reader: Reader, subject: Subject): Promise<readonly string[]> {
  const networks = await Promise.all(subject.networkIds.map((id) => reader.get(id, apiVersions.network)));
  return networks.flatMap((reply) =>
    reply.kind === 'answer'
      ? elementsOf(valueAt(reply.body, ['properties', 'virtualNetworkPeerings'])).flatMap(
          (peering) => graphKey(valueAt(peering, ['properties', 'remoteVirtualNetwork', 'id'])) ?? [],
        )
      : [],
  );
}

const subscriptionsOf = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => subscriptionPathOf(id) ?? [])),
];

const configurationsOf = (firewall: Resource): readonly Json[] =>
  elementsOf(firewall.raw('properties', 'ipConfigurations'));

const privateAddressesOf = (firewall: Resource): readonly string[] =>
  configurationsOf(firewall).flatMap((one) => textOf(valueAt(one, ['properties', 'privateIPAddress'])) ?? []);

async function firewallOf(reader: Reader, firewall: Resource, withRules: boolean): Promise<FirewallFacts> {
  const policyId = firewall.key('properties', 'firewallPolicy', 'id');
  return {
    id: firewall.id,
    name: textOf(firewall.raw('name')) ?? firewall.id,
    provisioningState: firewall.text('properties', 'provisioningState'),
    privateAddresses: privateAddressesOf(firewall),
    addressIds: configurationsOf(firewall).flatMap(
      (one) => graphKey(valueAt(one, ['properties', 'publicIPAddress', 'id'])) ?? [],
    ),
    policyId,
    allows: !withRules
      ? notAsked(firewall.id, 'Whether traffic is led there')
      : policyId.kind === 'known'
        ? await policyAllows(reader, policyId.value)
        : known(allowedBy(classicRulesOf(firewall)), firewall.origin('properties')),
  };
}

/** Rules that stand in the firewall itself, as before there were policies. */
const classicRulesOf = (firewall: Resource): readonly Json[] =>
  ['applicationRuleCollections', 'networkRuleCollections'].flatMap((list) =>
    elementsOf(firewall.raw('properties', list))
      .filter((collection) => isAllowing(valueAt(collection, ['properties', 'action', 'type'])))
      .flatMap((collection) => elementsOf(valueAt(collection, ['properties', 'rules']))),
  );

async function policyAllows(reader: Reader, policyId: string): Promise<Fact<FirewallAllows>> {
  const path = `${policyId}/ruleCollectionGroups`;
  const groups = listFact(await reader.list(path, apiVersions.network), policyId, (group) =>
    elementsOf(group.raw('properties', 'ruleCollections'))
      .filter((collection) => isAllowing(valueAt(collection, ['action', 'type'])))
      .flatMap((collection) => elementsOf(valueAt(collection, ['rules']))),
  );
  return groups.kind === 'known' ? known(allowedBy(groups.value.flat()), groups.origin) : groups;
}

const isAllowing = (type: Json | undefined): boolean => textOf(type)?.toLowerCase() === 'allow';

function allowedBy(rules: readonly Json[]): FirewallAllows {
  const all = (...lists: string[]): readonly string[] => [
    ...new Set(rules.flatMap((rule) => lists.flatMap((list) => textsOf(valueAt(rule, [list]))))),
  ];
  return {
    fqdns: all('targetFqdns', 'destinationFqdns'),
    fqdnTags: all('fqdnTags'),
    destinations: all('destinationAddresses'),
  };
}
