import { actualPathOf } from '../actual-path.js';
import { valueOf } from '../fact.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { waysInPlace } from '../way-words.js';
import { whenTrafficMoves } from '../when-traffic-moves.js';

/** AKS docs, Customize cluster egress with outbound types: "disrupts network connectivity", read 2026-11-23. */
export const connectionsDrop = defineRule({
  id: 'aks-connections-drop',
  title: say('Open connections outlive the change'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => target && { outboundType: whenTrafficMoves(facts, target) },
  *check({ outboundType: moment }, target, facts) {
    if (moment === undefined || moment === 'never' || hasNoWayOut(facts)) return;
    if (moment === 'withIt' && (target?.outboundType === 'none' || target?.outboundType === 'block')) {
      yield {
        about: 'outboundType',
        title: say('Every connection to the internet ends'),
        message: say(
          'Connections that are open when Azure changes the type are reset, and no new one can be made afterwards.',
        ),
        remedy: {
          text: say('Before you start, find out which workloads call the internet: they stop working.'),
        },
      };
      return;
    }
    const ways = waysInPlace(facts);
    const remedy = {
      text: say('Choose a quiet hour, and make sure that clients reconnect by themselves.'),
    };
    if (moment === 'byPlanBefore' || moment === 'byPlanAfter')
      yield {
        about: 'outboundType',
        title: say('Open outbound connections are cut once'),
        message: say(
          'Connections that are open when a step of the plan moves the traffic are reset. The plan names the step. Azure publishes no duration.',
        ),
        remedy,
      };
    else if (moment === 'withIt')
      yield {
        about: 'outboundType',
        title: say('Open outbound connections are cut once'),
        message: say(
          'Connections that are open when Azure changes the type are reset. Azure publishes no duration.',
        ),
        remedy,
      };
    else if (moment === 'before')
      yield {
        about: 'outboundType',
        severity: 'info',
        title: say('Traffic has moved already'),
        message: say(
          'Traffic has left through {ways} since that was put in place. Connections that still leave by the old rule are cut when AKS removes it.',
          { ways },
        ),
        remedy,
      };
    else
      yield {
        about: 'outboundType',
        title: say('Open outbound connections are cut later'),
        message: say(
          'Traffic goes on leaving through {ways}. Connections are cut when you remove that, after the type is changed.',
          { ways },
        ),
        remedy,
      };
  },
});

/** Nothing leaves today, so there is nothing to cut. */
const hasNoWayOut = (facts: ClusterFacts): boolean =>
  (valueOf(facts.pools) ?? []).every((pool) => valueOf(actualPathOf(facts, pool))?.kind === 'none');
