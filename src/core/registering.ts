import { memberOf, partOf } from './around.js';
import { known, mapFact, valueOf, type Fact } from './fact.js';
import { hitsIn, where } from './fact-logic.js';
import type { ClusterFacts } from './facts.js';
import { firstUnknownIn } from './first-unknown.js';
import { say } from './message.js';
import { hasNetworkWork, networkWorkOf } from './own-network/network-work.js';
import type { Step } from './plan.js';
import type { Target } from './target.js';

const aks = 'Microsoft.ContainerService';

/** Versions of Microsoft.Resources providers and of Microsoft.Features. Azure REST API specifications, read 2026-11-23. */
const providersVersion = '2021-04-01';
const featuresVersion = '2021-07-01';

/**
 * Resource providers that the change needs and that the subscription has not registered, in the order of the steps;
 * AKS's own again where a preview flag is registered first, because only then the flag counts (AKS docs, Customize
 * cluster egress, read 2026-11-23).
 */
export function providersLacking(facts: ClusterFacts, target: Target): Fact<readonly string[]> {
  const { origin } = facts.cluster.outboundType;
  const needsNetwork = 'gateway' in target || 'firewall' in target || 'clearsTheWay' in target;
  const isDecided = hasNetworkWork(networkWorkOf(facts, target));
  const gap = needsNetwork && !isDecided ? firstUnknownIn(facts) : undefined;
  if (gap !== undefined) return gap;
  const needed = [
    aks,
    ...(isDecided || target.outboundType === 'managedNATGateway' ? ['Microsoft.Network'] : []),
  ];
  return hitsIn(known(needed, origin), (namespace) =>
    mapFact(
      where(memberOf(facts, 'providers', facts.around?.providers, namespace), isNotRegistered),
      () => namespace,
    ),
  );
}

/**
 * Preview flags that this outbound type seems to need and that the subscription has not registered. No page names a
 * flag for `block` (AKS docs, Customize cluster egress with outbound types, ms.date 2026-08-05, read 2026-11-23): a
 * flag of AKS that Azure lists and whose name speaks of blocked outbound is taken for it.
 */
export function featuresLacking(facts: ClusterFacts, target: Target): Fact<readonly string[]> {
  if (target.outboundType !== 'block') return known([], facts.cluster.outboundType.origin);
  return mapFact(partOf(facts, 'features', facts.around?.features), (features) =>
    Object.entries(features)
      .filter(([name, state]) => speaksOfBlock(name) && isNotRegistered(state))
      .map(([name]) => name),
  );
}

const speaksOfBlock = (name: string): boolean => /outbound.*block|block.*outbound/i.test(name);

const isNotRegistered = (state: string): boolean =>
  !['registered', 'registering', 'pending'].includes(state.toLowerCase());

/** Ids of the first step of each kind: a finding names the step that takes care of it. */
export const registeringIds = { feature: 'register-feature-1', provider: 'register-1' } as const;

/** One step for each of them: slow, and nothing of the cluster is touched. */
export function registeringSteps(
  facts: ClusterFacts,
  target: Target,
  subscriptionId: string,
): readonly Step[] {
  const features = valueOf(featuresLacking(facts, target)) ?? [];
  const lacking = valueOf(providersLacking(facts, target)) ?? [];
  const providers = features.length === 0 || lacking.includes(aks) ? lacking : [aks, ...lacking];
  return [
    ...features.map((feature, index) => featureStep(subscriptionId, feature, index)),
    ...providers.map((provider, index) => providerStep(subscriptionId, provider, index)),
  ];
}

const featureStep = (subscriptionId: string, feature: string, index: number): Step => ({
  id: `register-feature-${index + 1}`,
  title: say('Register the preview flag {feature} in the subscription', { feature }),
  why: say('Without it Azure may refuse the type as a preview. It takes minutes, at times longer.'),
  send: {
    kind: 'register',
    method: 'POST',
    resourceId: `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/${aks}/features/${feature}`,
    apiVersion: featuresVersion,
  },
  verify: [{ kind: 'equals', path: ['properties', 'state'], value: 'Registered' }],
  undo: say('az feature unregister takes it back. It is for the whole subscription.'),
  interruption: say('None'),
  isCutOver: false,
});

const providerStep = (subscriptionId: string, provider: string, index: number): Step => ({
  id: `register-${index + 1}`,
  title: say('Register {provider} in the subscription', { provider }),
  why: say('Azure takes requests of this kind only from a subscription that has it. It takes minutes.'),
  send: {
    kind: 'register',
    method: 'POST',
    resourceId: `/subscriptions/${subscriptionId}/providers/${provider}`,
    apiVersion: providersVersion,
  },
  verify: [{ kind: 'equals', path: ['registrationState'], value: 'Registered' }],
  undo: say('It may stay: a registration costs nothing. Azure takes it back only while nothing uses it.'),
  interruption: say('None'),
  isCutOver: false,
});
