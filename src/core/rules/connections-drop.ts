import { say } from '../message.js';
import { defineRule } from '../rule.js';
import { whenTrafficMoves } from '../when-traffic-moves.js';

/** AKS docs, Customize cluster egress with outbound types: "disrupts network connectivity", read 2026-11-23. */
export const connectionsDrop = defineRule({
  id: 'aks-connections-drop',
  title: say('Open connections outlive the change'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => target && { outboundType: whenTrafficMoves(facts, target) },
  *check({ outboundType: moment }) {
    if (moment === undefined || moment === 'never') return;
    const remedy = {
      text: say('Choose a quiet hour, and see to it that clients reconnect by themselves.'),
    };
    if (moment === 'withIt')
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
          'The gateway or route in place has taken the traffic since it was attached. Connections that still leave by the old rule are cut when AKS removes it.',
        ),
        remedy,
      };
    else
      yield {
        about: 'outboundType',
        title: say('Open outbound connections are cut later'),
        message: say(
          'The gateway or route in place goes on carrying the traffic. Connections are cut when you remove it, after the type is changed.',
        ),
        remedy,
      };
  },
});
