import { addressChangeOf, type AddressChange } from '../address-change.js';
import { say, type Message } from '../message.js';
import type { NewAddresses } from '../new-addresses.js';
import { oneOrMany } from '../one-or-many.js';
import { releasedBy } from '../released.js';
import { defineRule, type Yielded } from '../rule.js';
import type { Fact } from '../fact.js';
import type { Target } from '../target.js';

interface Needed extends Readonly<Record<string, Fact<unknown>>> {
  readonly effectiveOutboundIPs: Fact<AddressChange>;
}

/** P37, P38, P53 (their scan is not here yet). AKS docs, Customize cluster egress with outbound types, read 2026-11-23. */
export const egressAddressChanges = defineRule<Needed>({
  id: 'aks-egress-address-changes',
  title: say('Partners go on seeing the same address'),
  severity: { live: 'warn', file: 'none' },
  needs: (facts, target) => target && { effectiveOutboundIPs: addressChangeOf(facts, target) },
  *check({ effectiveOutboundIPs: change }, target, facts) {
    if (change === undefined || target === undefined) return;
    if (change.todayUnknown !== undefined) {
      yield unlikeToday(change, change.todayUnknown);
      return;
    }
    if (change.today.length === 0) {
      yield* firstSeen(change);
      return;
    }
    if (!changes(change)) {
      yield* releasedUnseen(releasedBy(facts, target));
      return;
    }
    if (endsEgress(change, target)) {
      yield silenced(change);
      return;
    }
    yield {
      about: 'effectiveOutboundIPs',
      title: say('Partners will see another address'),
      message: say(
        '{after} {released} Firewall rules elsewhere that trust {old} would refuse this cluster; nobody has searched for them here.',
        {
          after: afterIn(change, target),
          released: releasedIn(change),
          old: change.gone.length > 0 ? change.gone.map(({ address }) => address) : [say('the old address')],
        },
      ),
      remedy: { text: adviceFor(change) },
    };
  },
});

const endsEgress = ({ after }: AddressChange, { outboundType }: Target): boolean =>
  after.kind === 'known' &&
  after.addresses.length === 0 &&
  (outboundType === 'none' || outboundType === 'block');

/** Nothing leaves any more, so no rule elsewhere refuses it; but the address may become somebody else's. */
const silenced = (change: AddressChange): Yielded<Needed> => ({
  about: 'effectiveOutboundIPs',
  title: say('The cluster will leave from no address any more'),
  message: say('No address takes the place of {before}, so nothing reaches partners. {released}', {
    before: change.today.map(({ address }) => address),
    released: releasedIn(change),
  }),
  remedy: {
    text: say('Tell partners to take the address off their lists once the change is verified.'),
  },
});

/** An address that does not exist yet can be on nobody's list. */
const unlikeToday = (change: AddressChange, why: Message): Yielded<Needed> => ({
  about: 'effectiveOutboundIPs',
  title: say('Partners will see another address'),
  message: say(
    '{coming} Which they see today is not known: {why} Firewall rules elsewhere that trust it would refuse this cluster; nobody has searched for them here.',
    { coming: comingIn(change.after), why },
  ),
  remedy: { text: adviceFor(change) },
});

/** No partner saw an address of this cluster before. */
function* firstSeen({ after }: AddressChange): Iterable<Yielded<Needed>> {
  if (after.kind === 'known' && after.addresses.length === 0) return;
  yield {
    about: 'effectiveOutboundIPs',
    severity: 'info',
    title: say('Partners will see an address where they saw none'),
    message: comingIn(after),
    remedy: { text: say('Firewalls elsewhere have to let it in before the cluster can reach them.') },
  };
}

function comingIn(after: NewAddresses): Message {
  switch (after.kind) {
    case 'known':
      return say('They will see {addresses}.', { addresses: after.addresses });
    case 'drawnByAzure':
      return say('AKS chooses it during the change; it is not known in advance.');
    case 'createdByPlan':
      return say('They will see that of {name}, which the plan creates.', { name: after.name });
    case 'behindAppliance':
      return say('They will see the public address of your firewall.');
  }
}

/** Traffic has moved already, and the change gives back what the cluster still holds. */
function* releasedUnseen(addresses: readonly string[]): Iterable<Yielded<Needed>> {
  if (addresses.length === 0) return;
  yield {
    about: 'effectiveOutboundIPs',
    severity: 'info',
    title: say('An unused address goes back to Azure'),
    message: say(
      'Traffic does not leave from {addresses} any more. AKS gives that up, and it does not come back.',
      {
        addresses,
      },
    ),
    remedy: { text: say('Take it off the lists of partners.') },
  };
}

function changes({ after, gone, today }: AddressChange): boolean {
  if (gone.length > 0) return true;
  if (after.kind !== 'known') return true;
  return after.addresses.length > today.length;
}

function afterIn({ after, today }: AddressChange, target: Target): Message {
  const before = today.map(({ address }) => address);
  switch (after.kind) {
    case 'known':
      if (after.addresses.length === 0 && target.outboundType === 'userAssignedNATGateway')
        return say('They will see the addresses of the gateway that you attach instead of {before}.', {
          before,
        });
      return after.addresses.length === 0
        ? say('No outbound address is left of {before}.', { before })
        : say('They will see {addresses} instead of {before}.', { addresses: after.addresses, before });
    case 'drawnByAzure':
      return say(
        'AKS chooses new addresses during the change in place of {before}; they are not known in advance.',
        { before },
      );
    case 'createdByPlan':
      return after.addresses.length === 0
        ? say('They will see the address of {name}, which the plan creates, instead of {before}.', {
            name: after.name,
            before,
          })
        : say(
            'They will see {addresses} and the address of {name}, which the plan creates, instead of {before}.',
            {
              addresses: after.addresses,
              name: after.name,
              before,
            },
          );
    case 'behindAppliance':
      return say('They will see the public address of your firewall instead of {before}.', { before });
  }
}

function releasedIn({ gone }: AddressChange): Message {
  const those = (owner: string): readonly string[] =>
    gone.filter((address) => address.owner === owner).map(({ address }) => address);
  if (those('AKS').length > 0)
    return oneOrMany(
      those('AKS'),
      say('{addresses} belongs to AKS and does not come back.', { addresses: those('AKS') }),
      say('{addresses} belong to AKS and do not come back.', { addresses: those('AKS') }),
    );
  return those('unknown').length > 0
    ? say('Whether {addresses} comes back is not known.', { addresses: those('unknown') })
    : say('Addresses of yours stay yours.');
}

const adviceFor = ({ after }: AddressChange): Message =>
  after.kind === 'createdByPlan'
    ? say(
        'Tell the people who keep those rules as soon as the result shows the new address. Where they must know before, create the gateway yourself and choose it under Configure.',
      )
    : after.kind === 'drawnByAzure'
      ? say('Tell the people who keep those rules as soon as the result shows the new addresses.')
      : say(
          'Tell the people who keep those rules before you start; let them keep the old address until the change is verified.',
        );
