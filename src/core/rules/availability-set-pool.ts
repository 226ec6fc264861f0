import { known } from '../fact.js';
import { chain, hitsIn, ifAny, where } from '../fact-logic.js';
import { say } from '../message.js';
import { oneOrMany } from '../one-or-many.js';
import { defineRule } from '../rule.js';

/** P10, availability-set-pool. AKS docs, Customize cluster egress with outbound types, read 2026-11-23. */
export const availabilitySetPool = defineRule({
  id: 'aks-availability-set-pool',
  title: say('Every pool is a virtual machine scale set'),
  severity: { live: 'block', file: 'error' },
  needs: ({ pools }) => ({
    agentPoolProfiles: ifAny(
      hitsIn(pools, ({ name, type }) =>
        chain(
          where(type, (word) => word.toLowerCase() === 'availabilityset'),
          () => known(name, type.origin),
        ),
      ),
    ),
  }),
  *check({ agentPoolProfiles: names }) {
    if (names === undefined) return;
    yield {
      about: 'agentPoolProfiles',
      title: say('Azure would refuse: a pool is an availability set'),
      message: oneOrMany(
        names,
        say('{pools} is an availability set. Outbound types need virtual machine scale sets.', {
          pools: names,
        }),
        say('{pools} are availability sets. Outbound types need virtual machine scale sets.', {
          pools: names,
        }),
      ),
      remedy: { text: say('Move the workloads to a pool of type VirtualMachineScaleSets.') },
    };
  },
});
