import { known, type Fact } from '../fact.js';
import { chain, firstOf, hitsIn, where } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';

/** ARM's three ends; every other state means that Azure is at work. ARM common types, read 2026-11-23. */
const ends: readonly string[] = ['succeeded', 'failed', 'canceled'];

/** P7. AKS docs; error OperationNotAllowed (409), read 2026-11-23. */
export const operationInFlight = defineRule({
  id: 'aks-operation-in-flight',
  title: say('No operation is running on the cluster or its pools'),
  severity: { live: 'block', file: 'none' },
  needs: (facts) => ({ provisioningState: busyWith(facts) }),
  *check({ provisioningState: busy }) {
    if (busy === undefined) return;
    yield {
      about: 'provisioningState',
      title: say('Azure would refuse: another operation is running'),
      message: say('{who} is in state {state}. Azure takes one change at a time.', busy),
      remedy: { text: say('Wait until it has ended, then read again.') },
    };
  },
});

interface Busy extends Readonly<Record<string, string>> {
  readonly who: string;
  readonly state: string;
}

function busyWith({ cluster, pools, name }: ClusterFacts): Fact<Busy> {
  const busy = (who: string, state: Fact<string>): Fact<Busy> =>
    chain(
      where(state, (word) => !ends.includes(word.toLowerCase())),
      (word) => known({ who, state: word }, state.origin),
    );
  const busyPools = hitsIn(pools, (pool) => busy(pool.name, pool.provisioningState));
  return firstOf(
    busy(name, cluster.provisioningState),
    chain(
      where(busyPools, (list) => list.length > 0),
      ([first]) => known(first ?? { who: name, state: '' }, busyPools.origin),
    ),
  );
}
