import { at, listOf, numberOf, textAt, type JsonObject } from '../json.js';
import type { PlannedEnd } from '../log-entry.js';
import { isBelow } from '../resource-id.js';
import type { Azure } from '../state/azure.js';
import { freeAddresses, whereOf } from '../state/usages.js';
import { ownedNow } from './addresses.js';
import { natGatewaySkuOf, networkProfileOf, outboundTypeOf } from './outbound-type.js';
import { placeOf } from './place.js';

/**
 * How an accepted change ends that needs public addresses which the subscription, or a policy, does not allow: AKS
 * finds out only while it works. The codes are from AKS issue 2993 and Azure docs, PublicIPCountLimitReached, read
 * 2026-11-23.
 */
export function scarceEnd(azure: Azure, before: JsonObject, desired: JsonObject): PlannedEnd | undefined {
  const needed = neededAddresses(azure, before, desired);
  if (needed <= 0) return undefined;
  const group = placeOf(desired).idOf('publicIPAddresses/new');
  const policy = (azure.scenario.policies ?? []).find(
    (one) =>
      isBelow(group, one.scope) &&
      one.denies.some((kind) => kind.toLowerCase() === 'microsoft.network/publicipaddresses'),
  );
  if (policy !== undefined)
    return {
      status: 'Failed',
      error: {
        code: 'ReconcileStandardLoadBalancerError',
        message: `Reconcile standard load balancer failed. Details: outboundReconciler retry failed: Category: ClientError; SubCode: RequestDisallowedByPolicy; Dependency: Microsoft.Network/PublicIPAddresses; OrginalError: Code="RequestDisallowedByPolicy" Message="Resource was disallowed by policy. Policy identifiers: '[{\\"policyAssignment\\":{\\"name\\":\\"${policy.displayName}\\",\\"id\\":\\"${policy.scope}/providers/Microsoft.Authorization/policyAssignments/${policy.name}\\"}}]'."`,
      },
    };
  const { free, limit } = freeAddresses(azure, whereOf(textAt(desired, 'id'), textAt(desired, 'location')));
  return needed <= free
    ? undefined
    : {
        status: 'Failed',
        error: {
          code: 'PublicIPCountLimitReached',
          message: `Cannot create more than ${limit} public IP addresses for this subscription in this region.`,
        },
      };
}

/** How many addresses AKS makes for a change; those that it gives up are still there meanwhile. */
function neededAddresses(azure: Azure, before: JsonObject, desired: JsonObject): number {
  const type = outboundTypeOf(desired);
  const network = networkProfileOf(desired);
  const profile = type === 'loadBalancer' ? network['loadBalancerProfile'] : network['natGatewayProfile'];
  if (type !== 'loadBalancer' && type !== 'managedNATGateway') return 0;
  const isOwn =
    listOf(at(profile, 'outboundIPs', 'publicIPs')).length > 0 ||
    listOf(at(profile, 'outboundIPPrefixes', 'publicIPPrefixes')).length > 0;
  if (isOwn) return 0;
  const wanted =
    numberOf(at(profile, 'managedOutboundIPs', 'count')) ??
    numberOf(at(profile, 'managedOutboundIPProfile', 'count')) ??
    1;
  const isSame = outboundTypeOf(before) === type && natGatewaySkuOf(before) === natGatewaySkuOf(desired);
  return wanted - (isSame ? ownedNow(azure, before).length : 0);
}
