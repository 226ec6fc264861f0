import { ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { providersLacking, registeringIds } from '../registering.js';
import { defineRule } from '../rule.js';

/** Section 7. Azure docs, Resolve errors for resource provider registration, read 2026-11-23. */
export const providerNotRegistered = defineRule({
  id: 'aks-provider-not-registered',
  title: say('The subscription has the resource providers that the change needs'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) =>
    target === undefined ? undefined : { providers: ifAny(providersLacking(facts, target)) },
  *check({ providers }) {
    if (providers === undefined) return;
    yield {
      about: 'providers',
      title: say('Azure would refuse the change: a resource provider is not registered'),
      message: say('The subscription is not registered for {providers}.', { providers }),
      remedy: {
        text: say('The plan registers it first, which takes minutes and touches nothing of the cluster.'),
        solvedByStep: registeringIds.provider,
      },
    };
  },
});
