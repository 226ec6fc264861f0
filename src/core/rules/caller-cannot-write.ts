import { callerLacks, neededWords } from '../may.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

const actions = [
  'Microsoft.ContainerService/managedClusters/read',
  'Microsoft.ContainerService/managedClusters/write',
];

/** P14. AKS docs, AKS service permissions (ms.date 2026-04-19), read 2026-11-23. */
export const callerCannotWrite = defineRule({
  id: 'aks-caller-cannot-write',
  title: say('You may change the cluster'),
  hinders: 'start',
  severity: { live: 'block', file: 'none' },
  needs: (facts, target) =>
    target === undefined
      ? undefined
      : {
          permissions: callerLacks(
            facts,
            actions.map((action) => ({ id: facts.id, action })),
          ),
        },
  *check({ permissions: lacking }) {
    if (lacking === undefined) return;
    yield {
      about: 'permissions',
      title: say('You may not make this change'),
      message: say('Your account has no right to {actions}.', { actions: neededWords(lacking) }),
      remedy: {
        text: say(
          'Hand the exported plan to somebody who has the role Azure Kubernetes Service Contributor on the cluster, or activate that role and read again.',
        ),
      },
    };
  },
});
