import { known } from '../fact.js';
import { absent } from '../fact.js';
import { hitsIn, ifAny } from '../fact-logic.js';
import { say } from '../message.js';
import { poolsWithSubnet } from '../network-model.js';
import { defineRule } from '../rule.js';

/** mixed-subnets. ARM types of agentPoolProfiles[].vnetSubnetID, read 2026-11-23. */
export const mixedSubnets = defineRule({
  id: 'aks-mixed-subnets',
  title: say('All pools say whose network they sit in'),
  severity: { live: 'warn', file: 'warning' },
  needs: (facts) => ({
    withSubnet: ifAny(poolsWithSubnet(facts)),
    vnetSubnetID: ifAny(
      hitsIn(facts.pools, ({ name, subnetId }) => {
        if (subnetId.kind === 'unknown') return subnetId;
        return subnetId.kind === 'absent' ? known(name, subnetId.origin) : absent(subnetId.origin);
      }),
    ),
  }),
  *check({ withSubnet, vnetSubnetID: without }) {
    if (withSubnet === undefined || without === undefined) return;
    yield {
      about: 'vnetSubnetID',
      title: say('Azure may refuse: some pools name a subnet, others do not'),
      message: say('In your own subnet: {with}. Without a subnet: {without}.', { with: withSubnet, without }),
      remedy: { text: say('Give every pool a subnet, or none.') },
    };
  },
});
