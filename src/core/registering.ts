import { valueOf } from './fact.js';
import type { ClusterFacts } from './facts.js';
import { say } from './message.js';
import { hasNetworkWork, networkWorkOf } from './own-network/network-work.js';
import type { Step } from './plan.js';
import type { Target } from './target.js';

/** Version of Microsoft.Resources providers. Azure REST API specifications, read 2026-11-23. */
const providersVersion = '2021-04-01';

/**
 * Resource providers that the change needs and that the subscription is known not to have registered, in the order
 * of the steps. No feature flag is documented for any of the seven targets (AKS docs, Customize cluster egress with
 * outbound types, ms.date 2026-08-05, read 2026-11-23), so none is registered here.
 */
export function providersToRegister(facts: ClusterFacts, target: Target): readonly string[] {
  const needed = [
    'Microsoft.ContainerService',
    ...(hasNetworkWork(networkWorkOf(facts, target)) ? ['Microsoft.Network'] : []),
  ];
  const states = Object.entries(facts.around?.providers ?? {});
  return needed.filter((namespace) => {
    const state = states.find(([key]) => key.toLowerCase() === namespace.toLowerCase())?.[1];
    const word = state === undefined ? undefined : valueOf(state);
    return word !== undefined && !['registered', 'registering'].includes(word.toLowerCase());
  });
}

/** One step for each of them: slow, and nothing of the cluster is touched. */
export const registeringSteps = (
  facts: ClusterFacts,
  target: Target,
  subscriptionId: string,
): readonly Step[] =>
  providersToRegister(facts, target).map((provider, index) => ({
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
  }));
