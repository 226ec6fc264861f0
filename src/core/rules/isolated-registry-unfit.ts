import { partOf } from '../around.js';
import { absent, known, mapFact, type Fact } from '../fact.js';
import { chain, hitsIn, ifAny } from '../fact-logic.js';
import { say, type Message } from '../message.js';
import { allows } from '../permission.js';
import { defineRule } from '../rule.js';
import type { RegistryFacts } from '../surroundings.js';
import { wanted } from '../wanted.js';

/** P35. AKS docs, Network isolated clusters (ms.date 2025-06-20), read 2026-11-23. */
export const isolatedRegistryUnfit = defineRule({
  id: 'aks-isolated-registry-unfit',
  title: say('The registry that you brought serves an isolated cluster'),
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['none', 'block']);
    if (outboundType === undefined || target === undefined) return undefined;
    const registry = partOf(facts, 'registry', facts.around?.registry);
    const faults = chain(registry, (one) =>
      ifAny(hitsIn(known(faultsOf(one), registry.origin), (fault) => fault)),
    );
    return { outboundType, registry, faults };
  },
  *check({ registry, faults }) {
    if (registry === undefined || faults === undefined) return;
    yield {
      about: 'faults',
      title: say('Nodes could not pull their images'),
      message: say('Registry {name}: {faults}.', { name: registry.name, faults }),
      remedy: {
        text: say(
          'Set the registry up as the page tells, re-image every pool while there is a way out, then read again.',
        ),
      },
    };
  },
});

function faultsOf(registry: RegistryFacts): readonly Fact<Message>[] {
  const { sku, privateEndpoints, cacheRules, kubeletRoles } = registry;
  return [
    unless(sku, (name) => name.toLowerCase() === 'premium', say('its sku is not Premium')),
    unless(
      chain(privateEndpoints, (list) =>
        anyOf(list, ({ status }) => mapFact(status, isApproved), privateEndpoints),
      ),
      (isThere) => isThere,
      say('no private endpoint is approved'),
    ),
    unless(
      cacheRules,
      (list) => list.some(({ name }) => name === 'aks-managed-mcr'),
      say('the cache rule aks-managed-mcr is missing'),
    ),
    unless(
      chain(kubeletRoles, (list) =>
        anyOf(list, ({ permissions }) => mapFact(permissions, (all) => allows(all, pull)), kubeletRoles),
      ),
      (isThere) => isThere,
      say('the identity of the nodes may not pull'),
    ),
  ];
}

const isApproved = (status: string): boolean => status.toLowerCase() === 'approved';

/** True as soon as one is known to be; false only where none can be. */
function anyOf<T>(
  list: readonly T[],
  judge: (member: T) => Fact<boolean>,
  { origin }: Fact<unknown>,
): Fact<boolean> {
  const judged = list.map(judge);
  if (judged.some((fact) => fact.kind === 'known' && fact.value)) return known(true, origin);
  return judged.find((fact) => fact.kind === 'unknown') ?? known(false, origin);
}

const pull = 'Microsoft.ContainerRegistry/registries/pull/read';

/** Absent where the fact is as wanted. */
const unless = <T>(fact: Fact<T>, isFit: (value: T) => boolean, fault: Message): Fact<Message> => {
  if (fact.kind === 'unknown') return fact;
  return fact.kind === 'known' && isFit(fact.value) ? absent(fact.origin) : known(fault, fact.origin);
};
