import { known, type Fact } from '../../core/fact.js';
import { chain } from '../../core/fact-logic.js';
import type { Surroundings } from '../../core/surroundings.js';
import { apiVersions } from '../api-versions.js';
import { listFact, resourceFact, textOf, type Reader } from './reader.js';
import type { Subject } from './subject.js';

/** Whether the providers that a change needs are registered in the cluster's subscription. */
export async function readProviders(
  reader: Reader,
  { cluster }: Subject,
): Promise<NonNullable<Surroundings['providers']>> {
  const facts = await Promise.all(
    ['Microsoft.ContainerService', 'Microsoft.Network'].map(async (namespace) => {
      const path = `/subscriptions/${cluster.subscriptionId}/providers/${namespace}`;
      const reply = await reader.get(path, apiVersions.providers);
      const state = resourceFact(reply, path.toLowerCase(), (body) => body.text('registrationState'));
      return [namespace, chain(state, (text) => text)] as const;
    }),
  );
  return Object.fromEntries(facts);
}

/** The state of every feature flag of AKS in the cluster's subscription; one that Azure does not list is not in it. */
export async function readFeatures(
  reader: Reader,
  { cluster }: Subject,
): Promise<Fact<Readonly<Record<string, string>>>> {
  const path = `/subscriptions/${cluster.subscriptionId}/providers/Microsoft.Features/providers/Microsoft.ContainerService/features`;
  const listed = listFact(await reader.list(path, apiVersions.features), path.toLowerCase(), (feature) => {
    const [name, state] = [textOf(feature.raw('name')), textOf(feature.raw('properties', 'state'))];
    return name === undefined || state === undefined ? undefined : ([lastPart(name), state] as const);
  });
  return listed.kind === 'known' ? known(Object.fromEntries(listed.value), listed.origin) : listed;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
