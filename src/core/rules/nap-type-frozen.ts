import { absent, known, type Fact } from '../fact.js';
import { declaredTypeOf } from '../declared.js';
import { chain, firstOf, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import type { Target } from '../target.js';

/** P8, nap-type-frozen. AKS docs, Node auto-provisioning (ms.date 2026-02-15); AKS issue 4694; read 2026-11-23. */
export const napTypeFrozen = defineRule({
  id: 'aks-nap-type-frozen',
  title: say('Nothing freezes the outbound type'),
  severity: { live: 'block', file: 'information' },
  needs: (facts, target) => ({ nodeProvisioningProfile: frozenBy(facts, target) }),
  *check({ nodeProvisioningProfile: reason }, _target, { subject }) {
    if (reason === undefined) return;
    const cause =
      reason === 'automatic'
        ? say('This is an AKS Automatic cluster.')
        : say('Node auto-provisioning is on.');
    yield subject === 'live'
      ? {
          about: 'nodeProvisioningProfile',
          title: say('Azure would refuse: the outbound type is frozen'),
          message: say('{cause} Azure then refuses to change the outbound type.', { cause }),
          remedy: {
            text:
              reason === 'automatic'
                ? say('Move the workloads to a new cluster that has the outbound type you want.')
                : say('Turn node auto-provisioning off first, if that is possible for you.'),
          },
        }
      : {
          about: 'nodeProvisioningProfile',
          title: say('This outbound type cannot be changed later'),
          message: say('{cause} Azure then refuses to change the outbound type once the cluster is there.', {
            cause,
          }),
        };
  },
});

/** A change of options alone leaves the type as it is, and a file is spoken to only where it names a type. */
function frozenBy(facts: ClusterFacts, target: Target | undefined): Fact<'automatic' | 'provisioning'> {
  const { skuName, nodeProvisioningMode, outboundType } = facts.cluster;
  const cause = firstOf<'automatic' | 'provisioning'>(
    is(skuName, 'automatic', 'automatic'),
    is(nodeProvisioningMode, 'auto', 'provisioning'),
  );
  if (facts.subject === 'file') return outboundType.kind === 'known' ? cause : outboundType;
  if (target === undefined || cause.kind === 'absent') return cause;
  return chain(declaredTypeOf(facts.cluster), (type) =>
    type === target.outboundType ? absent(outboundType.origin) : cause,
  );
}

const is = <T>(fact: Fact<string>, word: string, answer: T): Fact<T> =>
  chain(
    where(fact, (text) => text.toLowerCase() === word),
    () => known(answer, fact.origin),
  );
