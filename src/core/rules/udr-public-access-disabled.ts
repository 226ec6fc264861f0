import { where } from '../fact-logic.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P27, udr-public-access-disabled. AKS issue 3690 (2023), read 2026-11-23; whether it still holds is not known. */
export const udrPublicAccessDisabled = defineRule({
  id: 'aks-udr-public-access-disabled',
  title: say('Public network access does not stand in the way of user-defined routes'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return (
      outboundType && {
        outboundType,
        publicNetworkAccess: where(
          facts.cluster.publicNetworkAccess,
          (access) => access.toLowerCase() === 'disabled',
        ),
      }
    );
  },
  *check({ publicNetworkAccess }) {
    if (publicNetworkAccess === undefined) return;
    yield {
      about: 'publicNetworkAccess',
      title: say('Azure may refuse user-defined routes without public network access'),
      message: say(
        'In 2023 Azure refused userDefinedRouting together with publicNetworkAccess Disabled. Whether it does today is not known.',
      ),
      remedy: { text: say('Try it on a second cluster, or use Enabled with a private cluster.') },
    };
  },
});
