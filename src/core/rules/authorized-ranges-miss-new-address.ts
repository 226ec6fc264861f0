import { known, type Fact } from '../fact.js';
import {
  hasPrivatePath,
  balancerPlaceholder,
  mostRanges,
  propagationInMinutes,
  rangesMissing,
} from '../authorized-ranges.js';
import type { ClusterFacts } from '../facts.js';
import { declaredTargetOf } from '../declared.js';
import { say, type Message } from '../message.js';
import { newAddressesOf, type NewAddresses } from '../new-addresses.js';
import { defineRule, type Yielded } from '../rule.js';
import type { Target } from '../target.js';

interface Needed extends Readonly<Record<string, Fact<unknown>>> {
  readonly authorizedIPRanges: Fact<readonly string[]>;
  readonly apiServerPath: Fact<boolean>;
  readonly addresses: Fact<NewAddresses>;
}

/** P36, P52, authorized-ranges-egress-missing. AKS docs, API server authorized IP ranges (ms.date 2026-08-03), read 2026-11-23. */
export const authorizedRangesMissNewAddress = defineRule<Needed>({
  id: 'aks-authorized-ranges-miss-new-address',
  title: say('The API server lets the new egress address in'),
  severity: { live: 'block', file: 'warning' },
  needs: (facts, target) => needsOf(facts, target ?? declaredTargetOf(facts.cluster)),
  *check({ authorizedIPRanges: ranges = [], apiServerPath: isPrivate, addresses }, target, facts) {
    if (ranges.length === 0 || isPrivate === true || addresses === undefined) return;
    // The placeholder is another rule's matter, and AKS keeps its own load balancer's addresses in.
    if (ranges.includes(balancerPlaceholder)) return;
    if (addresses.kind === 'known') yield* missing(ranges, rangesMissing(ranges, addresses.addresses), facts);
    else if (addresses.kind === 'createdByPlan')
      yield* missing(
        ranges,
        [
          ...rangesMissing(ranges, addresses.addresses),
          say('the address of {name}', { name: addresses.name }),
        ],
        facts,
      );
    // What Azure draws or a firewall has is nothing that a file could say.
    else if (facts.subject === 'file') return;
    else if (target?.outboundType === 'loadBalancer') yield drawnForBalancer;
    else if (addresses.kind === 'drawnByAzure') yield drawnForGateway;
    else yield behindAppliance(addresses.appliances);
  },
});

/** With an empty list or a private path nothing else matters, so nothing else is asked for. */
function needsOf(facts: ClusterFacts, target: Target | undefined): Needed | undefined {
  if (target === undefined && facts.subject === 'live') return undefined;
  const { authorizedIPRanges, outboundType } = facts.cluster;
  const apiServerPath = hasPrivatePath(facts);
  const nobody: Fact<NewAddresses> = known({ kind: 'known', addresses: [] }, outboundType.origin);
  const isOpen =
    authorizedIPRanges.kind === 'absent' ||
    (authorizedIPRanges.kind === 'known' && authorizedIPRanges.value.length === 0);
  const isPrivate = apiServerPath.kind === 'known' && apiServerPath.value;
  return {
    authorizedIPRanges,
    apiServerPath: isOpen ? known(false, authorizedIPRanges.origin) : apiServerPath,
    addresses:
      isOpen || isPrivate
        ? nobody
        : target === undefined
          ? declaredUnknown(facts)
          : newAddressesOf(facts, target),
  };
}

function declaredUnknown({ cluster }: ClusterFacts): Fact<NewAddresses> {
  const { outboundType } = cluster;
  return outboundType.kind === 'unknown'
    ? outboundType
    : {
        kind: 'unknown',
        reason: 'notStatic',
        because: say('The outbound type is not known.'),
        origin: outboundType.origin,
      };
}

function* missing(
  ranges: readonly string[],
  lacking: readonly (string | Message)[],
  facts: ClusterFacts,
): Iterable<Yielded<Needed>> {
  if (lacking.length === 0) return;
  const integrated = facts.cluster.enableVnetIntegration;
  const most =
    integrated.kind === 'known' && integrated.value ? mostRanges.withVnetIntegration : mostRanges.usual;
  const title = say('Nodes would lose the API server');
  if (ranges.length + lacking.length > most)
    yield {
      about: 'authorizedIPRanges',
      title,
      message: say('The authorized ranges do not hold {ranges}, and AKS takes no more than {most}.', {
        ranges: lacking,
        most,
      }),
      remedy: { text: say('Join or remove ranges until the new ones fit.') },
    };
  else
    yield {
      about: 'authorizedIPRanges',
      severity: 'warn',
      title,
      message: say(
        'Nodes call the API server from their egress address, and the authorized ranges do not hold {ranges}.',
        {
          ranges: lacking,
        },
      ),
      remedy:
        facts.subject === 'live'
          ? {
              text: say(
                'The plan adds them first and waits; a new list takes up to {minutes} minutes to apply.',
                {
                  minutes: propagationInMinutes,
                },
              ),
              solvedByStep: 'authorized-ranges',
            }
          : { text: say('Add the address of the gateway to authorizedIPRanges.') },
    };
}

const drawnForBalancer: Yielded<Needed> = {
  about: 'authorizedIPRanges',
  severity: 'info',
  title: say('AKS lets its own load balancer in'),
  message: say(
    'AKS adds the outbound address of its load balancer to the authorized ranges by itself; the page says so of new clusters.',
  ),
  remedy: { text: say('Look at the list after the change.') },
};

const drawnForGateway: Yielded<Needed> = {
  about: 'authorizedIPRanges',
  severity: 'warn',
  title: say('Nodes lose the API server until you let the new address in'),
  message: say(
    'AKS draws the new address during the change, so nobody can add it to the authorized ranges before. Until it is added, nodes report NotReady.',
  ),
  remedy: {
    text: say(
      'Add the address as soon as the result shows it: changing the list goes through Azure, not through the API server, so you cannot lock yourself out of it.',
    ),
  },
};

const behindAppliance = (appliances: readonly string[]): Yielded<Needed> => ({
  about: 'authorizedIPRanges',
  severity: 'warn',
  title: say('Nodes would lose the API server unless the firewall is let in'),
  message:
    appliances.length > 0
      ? say(
          'Nodes will call the API server from the public address of the firewall at {appliances}. Azure does not describe it, so whether the authorized ranges hold it is not known.',
          { appliances },
        )
      : say(
          'Nodes will call the API server from the public address of your firewall. Azure does not describe it, so whether the authorized ranges hold it is not known.',
        ),
  remedy: {
    text: say('Add the public addresses of your firewall to the authorized ranges before you start.'),
  },
});
