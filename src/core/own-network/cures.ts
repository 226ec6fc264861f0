import type { ClusterFacts } from '../facts.js';
import type { Remedy } from '../finding.js';
import { say, type Message } from '../message.js';
import type { Target } from '../target.js';
import { networkWorkOf } from './network-work.js';
import { tablesSharedIn } from './routing.js';

/** Ids of the first step of each kind: a finding names the step that takes care of it. */
export const stepIds = {
  attach: 'attach-gateway-1',
  route: 'default-route-1',
  associate: 'associate-table-1',
  clearGateway: 'detach-gateway-1',
  clearRoute: 'remove-route-1',
} as const;

/** What the plan does about subnets without a NAT gateway; undefined where that is somebody else's act. */
export function gatewayCure(facts: ClusterFacts, target: Target | undefined): Remedy | undefined {
  const { attaching } = networkWorkOf(facts, target);
  if (attaching === undefined) return undefined;
  return {
    text: say('The plan attaches {gateway} first. From that moment the traffic leaves through it.', {
      gateway: attaching.gateway.name,
    }),
    solvedByStep: stepIds.attach,
  };
}

/** What the plan does about default routes that are missing or lead elsewhere. */
export function routeCure(facts: ClusterFacts, target: Target | undefined): Remedy | undefined {
  const { routing } = networkWorkOf(facts, target);
  if (routing === undefined) return undefined;
  return {
    text: say(
      'The plan leads 0.0.0.0/0 to {firewall} first. From that moment the traffic leaves through there.',
      { firewall: routing.firewall },
    ),
    solvedByStep: routing.routes.length > 0 ? stepIds.route : stepIds.associate,
  };
}

/** What is left to a person where the plan does not add the route, and why the plan does not. */
export function addRoute(facts: ClusterFacts): Message {
  if (facts.subject === 'file')
    return say('Add a route for 0.0.0.0/0 with the private address of your firewall as next hop.');
  const shared = tablesSharedIn(facts);
  return shared.length > 0
    ? say(
        'Add a route for 0.0.0.0/0 with the private address of your firewall as next hop. {tables} serves subnets outside this cluster too, so the plan leaves that to you.',
        { tables: shared },
      )
    : say(
        'Under Configure give the private address of your firewall, and the plan adds the route; or add a route for 0.0.0.0/0 yourself.',
      );
}

/** What the plan does about subnets without a route table. */
export function tableCure(facts: ClusterFacts, target: Target | undefined): Remedy | undefined {
  const association = networkWorkOf(facts, target).routing?.association;
  if (association === undefined) return undefined;
  return {
    text: say(
      'The plan associates {table} first. From that moment the traffic leaves through the firewall.',
      {
        table: association.table,
      },
    ),
    solvedByStep: stepIds.associate,
  };
}

/** What the plan does about gateways and routes that would win over the wanted way. */
export function clearingCure(facts: ClusterFacts, target: Target | undefined): Remedy | undefined {
  const { clearing } = networkWorkOf(facts, target);
  if (clearing === undefined) return undefined;
  return {
    text: say(
      'The plan takes that away last, once the type is changed and verified: that moves the traffic.',
    ),
    solvedByStep: clearing.gateways.length > 0 ? stepIds.clearGateway : stepIds.clearRoute,
  };
}
