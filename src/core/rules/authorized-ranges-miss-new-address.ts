import { known, valueOf, type Fact } from '../fact.js';
import {
  hasPrivatePath,
  balancerPlaceholder,
  mostRanges,
  propagationInMinutes,
  rangesMissing,
} from '../authorized-ranges.js';
import type { ClusterFacts } from '../facts.js';
import { declaredKeyOf, declaredTargetOf } from '../declared.js';
import { lockOut } from '../lock-out.js';
import { asWritten, say, type Message } from '../message.js';
import { newAddressesOf, type NewAddresses } from '../new-addresses.js';
import { drawnRangesStepId } from '../range-steps.js';
import { rangeWorkOf, type RangeWork } from '../range-work.js';
import { defineRule, type Yielded } from '../rule.js';
import { keyOf, type Target } from '../target.js';

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
    const lists = target === undefined ? undefined : rangeWorkOf(facts, target, ranges);
    if (facts.subject === 'live' && lists?.drawn !== undefined) {
      yield* drawn(facts, { target, lists, length: ranges.length });
      return;
    }
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
    else if (addresses.kind === 'behindAppliance') yield behindAppliance(addresses.appliances);
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

const mostIn = ({ cluster: { enableVnetIntegration: integrated } }: ClusterFacts): number =>
  integrated.kind === 'known' && integrated.value ? mostRanges.withVnetIntegration : mostRanges.usual;

/** AKS chooses the address during the change: it can be let in right after that, and no sooner. */
function* drawn(
  facts: ClusterFacts,
  {
    target,
    lists,
    length,
  }: { readonly target: Target | undefined; readonly lists: RangeWork; readonly length: number },
): Iterable<Yielded<Needed>> {
  const count =
    (target !== undefined && 'managedOutboundIPCount' in target && target.managedOutboundIPCount) || 1;
  const most = mostIn(facts);
  if (length + count > most)
    yield {
      about: 'authorizedIPRanges',
      title: say('Nodes would lose the API server'),
      message: say('The authorized ranges have no room for the new address: AKS takes no more than {most}.', {
        most,
      }),
      remedy: { text: say('Join or remove ranges until the new ones fit.') },
    };
  else
    yield target?.outboundType === 'loadBalancer' ? drawnForBalancer(lists) : drawnForGateway(facts, target);
}

const byItself = say(
  'AKS adds the outbound address of its load balancer to the authorized ranges when a cluster is created; no page says whether it does so when the load balancer changes.',
);

function drawnForBalancer({ locksOut }: RangeWork): Yielded<Needed> {
  if (!locksOut)
    return {
      about: 'authorizedIPRanges',
      severity: 'info',
      title: say('The load balancer is let in before anything leaves from it'),
      message: byItself,
      remedy: {
        text: say('The plan reads its address after the change and lets it in.'),
        solvedByStep: drawnRangesStepId,
      },
    };
  return {
    about: 'authorizedIPRanges',
    severity: 'warn',
    title: say('Nodes may lose the API server for about {least} to {most} minutes', minutes),
    message: byItself,
    remedy: {
      text: say(
        'The plan reads its address right after the change and lets it in, whether or not AKS has done so.',
      ),
    },
  };
}

const minutes = asWritten({ least: lockOut.leastInMinutes, most: lockOut.mostInMinutes });

function drawnForGateway(facts: ClusterFacts, target: Target | undefined): Yielded<Needed> {
  const isMore = target !== undefined && valueOf(declaredKeyOf(facts.cluster)) === keyOf(target);
  return {
    about: 'authorizedIPRanges',
    severity: 'warn',
    title: isMore
      ? say('Nodes may lose the API server for about {least} to {most} minutes', minutes)
      : say('Nodes lose the API server for about {least} to {most} minutes', minutes),
    message: isMore
      ? say(
          'AKS chooses the further addresses during the change, so nobody can let them in before. What leaves from one of them is refused until the list holds it, and nodes may report NotReady.',
        )
      : say(
          'AKS chooses the new address during the change, so nobody can let it in before. From the change on until the list holds it nodes are refused and report NotReady. No page says whether AKS finishes its work without them; Azure takes the list once that has ended, well or badly.',
        ),
    remedy: {
      text: say(
        'The plan lets the address in right after the change, through Azure, which works although nodes are cut off. The gap is longer where the run stops in between. Only an empty list during the change would avoid it, and that lets everybody in: the plan never does that.',
      ),
    },
  };
}

function* missing(
  ranges: readonly string[],
  lacking: readonly (string | Message)[],
  facts: ClusterFacts,
): Iterable<Yielded<Needed>> {
  if (lacking.length === 0) return;
  const most = mostIn(facts);
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
