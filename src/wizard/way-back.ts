import type { ClusterFacts } from '../core/facts.js';
import { valueAt, type Json } from '../core/json.js';
import { isPrivateAddress } from '../core/ip-ranges.js';
import { gatewaysToPick } from '../core/network-options.js';
import { leftOvers } from '../core/own-network/deleting.js';
import { networkWorkOf } from '../core/own-network/network-work.js';
import { rangeWorkOf } from '../core/range-work.js';
import type { RunRecord } from '../core/run-record.js';
import { optionDefaults } from '../core/options.js';
import { keyOf, type Target } from '../core/target.js';
import { hasNetworkPast, type Undoing } from '../core/undoing.js';
import { undoingOf } from '../core/undoing-of.js';
import { clearingChoices } from './network-options.js';
import type { GoingBack, Typed } from './session.js';

export const goingBackFrom = (record: RunRecord): Required<GoingBack> => ({
  runId: record.runId,
  past: { undoing: undoingOf(record), own: ownAddressesIn(record.before.body) },
});

const profile = ['properties', 'networkProfile'];

function ownAddressesIn(body: Json): NonNullable<GoingBack['past']>['own'] {
  const idsAt = (...path: readonly string[]): readonly string[] => {
    const list = valueAt(body, [...profile, 'loadBalancerProfile', ...path]);
    return Array.isArray(list)
      ? (list as readonly Json[]).map((one) => valueAt(one, ['id'])).filter((id) => typeof id === 'string')
      : [];
  };
  const ids = idsAt('outboundIPs', 'publicIPs');
  const prefixIds = idsAt('outboundIPPrefixes', 'publicIPPrefixes');
  return {
    ...(ids.length > 0 ? { outboundIPIds: ids } : {}),
    ...(prefixIds.length > 0 ? { outboundIPPrefixIds: prefixIds } : {}),
  };
}

/** The options as they were before the run, as somebody would have typed and picked them. */
export function typedAsBefore({ before, plan }: RunRecord, facts: ClusterFacts, undoing: Undoing): Typed {
  const isGateway = plan.from.outboundType === 'managedNATGateway';
  const settings = valueAt(before.body, [
    ...profile,
    isGateway ? 'natGatewayProfile' : 'loadBalancerProfile',
  ]);
  // Of the same type what is left empty stays as it is today; of another one it is AKS's default, as it was before.
  const usual: Readonly<Record<string, number>> =
    plan.from.key === keyOf(plan.target)
      ? optionDefaults[isGateway ? 'managedNATGateway' : 'loadBalancer']
      : {};
  const counted = [isGateway ? 'managedOutboundIPProfile' : 'managedOutboundIPs', 'count'];
  const at = (...path: readonly string[]) => valueAt(settings, path) ?? usual[path.at(-1) ?? ''];
  const numbers = {
    managedOutboundIPCount: valueAt(settings, counted),
    idleTimeoutInMinutes: at('idleTimeoutInMinutes'),
    allocatedOutboundPorts: at('allocatedOutboundPorts'),
  };
  const [gatewayKey] = undoing.detached.map((one) => one.gatewayKey);
  const firewall = undoing.routesBefore
    .flatMap(({ hop }) => hop.nextHopIpAddress ?? [])
    .find(isPrivateAddress);
  return {
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([option, value]) =>
        typeof value === 'number' ? [[option, String(value)]] : [],
      ),
    ),
    ...(gatewayKey !== undefined && gatewaysToPick(facts).some(({ key }) => key === gatewayKey)
      ? { natGateway: gatewayKey }
      : {}),
    ...(firewall === undefined ? {} : { firewall }),
    clearing: hasNetworkPast(undoing) ? clearingChoices.plan : clearingChoices.self,
    oldRanges: 'remove',
    leftovers: 'keep',
  };
}

/** What a way back asks beside the options of its type. */
export function backFieldsOf(
  facts: ClusterFacts,
  target: Target,
): {
  /** Names of what the run created and the plan could delete. */
  readonly leftovers: readonly string[];
  /** Entries of the API server's list that could go. */
  readonly outdated: readonly string[];
} {
  const { clearing } = networkWorkOf(facts, target);
  return {
    leftovers: leftOvers(facts, target, clearing),
    outdated: rangeWorkOf(facts, target)?.outdated ?? [],
  };
}
