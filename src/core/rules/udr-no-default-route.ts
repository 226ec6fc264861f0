import { say } from '../message.js';
import { tablesWhere } from '../route-tables.js';
import { oneOrMany } from '../one-or-many.js';
import { addRoute, routeCure } from '../own-network/cures.js';
import { defineRule } from '../rule.js';
import { wanted } from '../wanted.js';

/** P22, udr-no-default-route. AKS docs, Customize cluster egress with a user-defined routing table, read 2026-11-23. */
export const udrNoDefaultRoute = defineRule({
  id: 'aks-udr-no-default-route',
  title: say('Every route table has a default route'),
  severity: { live: 'block', file: 'error' },
  needs: (facts, target) => {
    const outboundType = wanted(facts, target, ['userDefinedRouting']);
    return (
      outboundType && {
        outboundType,
        routes: tablesWhere(facts, (route) => route === undefined),
        halves: tablesWhere(facts, (route) => route?.isInHalves === true),
      }
    );
  },
  *check({ routes: withoutDefault, halves }, target, facts) {
    const cure = routeCure(facts, target);
    if (withoutDefault !== undefined)
      yield {
        about: 'routes',
        ...(cure === undefined ? {} : { severity: 'warn' as const }),
        title: say('Azure would refuse: there is no default route'),
        message: oneOrMany(
          withoutDefault,
          say('{tables} has no route for 0.0.0.0/0, so nothing leads to your firewall.', {
            tables: withoutDefault,
          }),
          say('{tables} have no route for 0.0.0.0/0, so nothing leads to your firewall.', {
            tables: withoutDefault,
          }),
        ),
        remedy: cure ?? { text: addRoute(facts) },
      };
    if (halves !== undefined)
      yield {
        about: 'halves',
        severity: 'warn',
        title: say('Azure may refuse: the default route is written in two halves'),
        message: say(
          '{tables} has 0.0.0.0/1 and 128.0.0.0/1 in place of 0.0.0.0/0. No page says that AKS takes them.',
          {
            tables: halves,
          },
        ),
        remedy: { text: say('Write one route for 0.0.0.0/0.') },
      };
  },
});
