import { chain, ifAny } from '../fact-logic.js';
import { identityLacks, neededWords } from '../may.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { placesIn } from '../touched-by.js';
import { wanted } from '../wanted.js';

/** P15. AKS docs, AKS service permissions (ms.date 2026-04-19), read 2026-11-23. */
export const identityCannotJoin = defineRule({
  id: 'aks-identity-cannot-join',
  title: say("The cluster's identity may use its subnets"),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userAssignedNATGateway', 'userDefinedRouting']);
    if (outboundType === undefined || target === undefined) return undefined;
    const action = 'Microsoft.Network/virtualNetworks/subnets/join/action';
    const roles = chain(ifAny(placesIn(facts)), (places) =>
      identityLacks(
        facts,
        places.map((id) => ({ id, action })),
      ),
    );
    return { outboundType, roles };
  },
  *check({ roles: lacking }) {
    if (lacking === undefined) return;
    yield {
      about: 'roles',
      title: say('New nodes may not come into their subnet'),
      message: say(
        "No role gives the cluster's identity the right to {actions}. AKS would be refused with LinkedAuthorizationFailed when it works on the nodes.",
        { actions: neededWords(lacking) },
      ),
      remedy: {
        text: say(
          "Give the cluster's identity the role Network Contributor on the subnet. It can take an hour until that counts.",
        ),
      },
    };
  },
});
