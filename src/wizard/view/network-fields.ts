import { addressesAt } from '../../core/actual-path.js';
import { valueOf } from '../../core/fact.js';
import type { ClusterFacts } from '../../core/facts.js';
import type { Message } from '../../core/message.js';
import { say } from '../../core/message.js';
import { gatewaysToPick, zonesOf } from '../../core/network-options.js';
import type { NetworkOption } from '../../core/options.js';
import { optionBounds, optionDefaults } from '../../core/options.js';
import type { TargetKey } from '../../core/outbound-type.js';
import { attachingOf, gatewayAt } from '../../core/own-network/attaching.js';
import { clearingOf } from '../../core/own-network/clearing.js';
import { spelled } from '../../core/own-network/addressed.js';
import { groupIn, nameIn, placesOf } from '../../core/own-network/places.js';
import type { ClusterReading } from '../../core/reading.js';
import { clearingChoices, gatewayChoices, outdatedRanges } from '../network-options.js';
import type { ConfigureSection } from '../state.js';
import { few } from '../../core/few.js';

type Field = ConfigureSection['fields'][number];
type Choice = NonNullable<Field['choices']>[number];

/** What the plan may do to the customer's network, as something to pick or to type. */
export function networkField(
  option: NetworkOption,
  key: TargetKey,
  reading: ClusterReading,
): Pick<Field, 'label' | 'help' | 'kind' | 'choices'> {
  const label = networkLabels[option];
  const { facts } = reading;
  switch (option) {
    case 'natGateway':
      return { label, kind: 'choice', help: bareWords(facts), choices: gatewayChoicesIn(facts) };
    case 'gatewayId':
      return {
        label,
        kind: 'text',
        help: say(
          'Of the same virtual network and region, with an address. The portal shows it as Resource ID.',
        ),
      };
    case 'gatewayName':
      return {
        label,
        kind: 'text',
        help: say(
          'Created in {place}, of sku Standard, with one static public address: pip- and this name.',
          { place: placeOf(reading) },
        ),
      };
    case 'gatewayZone':
      return {
        label,
        kind: 'text',
        help: say(
          '{zones}, for gateway and address alike. Left empty: Azure places it. One zone carries all traffic either way.',
          { zones: zonesOf(facts) },
        ),
      };
    case 'firewall':
      return {
        label,
        kind: 'text',
        help: say(
          'Its private IPv4 address. The plan leads 0.0.0.0/0 of every node subnet there; a route table that is missing is created in {place}. Left empty: you set the routes yourself first.',
          { place: placeOf(reading) },
        ),
      };
    case 'clearing':
      return {
        label,
        kind: 'choice',
        help: say(
          'What is on a subnet wins over the new way until it is taken away: that moves the traffic.',
        ),
        choices: clearingChoicesIn(key, facts),
      };
    case 'oldRanges':
      return { label, kind: 'choice', ...rangesWords(outdatedRanges(key, facts)) };
    case 'leftovers':
      return { label, kind: 'choice', ...leftoverWords([]) };
  }
}

export const networkLabels: Readonly<Record<NetworkOption, Message>> = {
  natGateway: say('NAT gateway for the subnets that have none'),
  gatewayId: say('Id of the NAT gateway'),
  gatewayName: say('Name of the new gateway'),
  gatewayZone: say('Zone of the new gateway'),
  firewall: say('Address of your firewall'),
  oldRanges: say('Old addresses on the API server’s list'),
  leftovers: say('What that change created'),
  clearing: say('What would go on taking the packets'),
};

/** Of a new gateway, the idle timeout is its own. */
export const gatewayMinutesHelp = (): Message =>
  say('{least} to {most}. A quiet connection is cut after this time. Left empty: {unsaid}.', {
    ...optionBounds.idleTimeoutInMinutes.managedNATGateway,
    unsaid: optionDefaults.managedNATGateway.idleTimeoutInMinutes,
  });

/** Where a plan creates: beside the virtual network of the first subnet, as Azure spells it. */
function placeOf(reading: ClusterReading): Message {
  const [first] = placesOf(reading.facts) ?? [];
  const group = first === undefined ? '' : groupIn(spelled(reading, first.key));
  return group === ''
    ? say('the resource group of the virtual network')
    : say('{group}, the resource group of the virtual network', { group });
}

function bareWords(facts: ClusterFacts): Message {
  const attaching = attachingOf(facts, {
    outboundType: 'userAssignedNATGateway',
    gateway: { kind: 'created', name: 'gateway' },
  });
  const subnets = (attaching?.subnetKeys ?? []).map((subnet) => {
    const node = facts.subnets[subnet];
    return (node && valueOf(node))?.name ?? nameIn(subnet);
  });
  return say('Attached to {subnets}. Attaching it moves the traffic, before the type is changed.', {
    subnets: few(subnets),
  });
}

function gatewayChoicesIn(facts: ClusterFacts): readonly Choice[] {
  return [
    {
      value: gatewayChoices.create,
      label: say('Let the plan create one'),
      meaning: say('With a new address of yours, which is let in at the API server before anything moves.'),
    },
    ...gatewaysToPick(facts).map(({ key, name }) => ({
      value: key,
      label: say('Take {name}', { name }),
      meaning: addressWords(key, facts),
    })),
    {
      value: gatewayChoices.other,
      label: say('Take another one, by its id'),
      meaning: say('One that was not read here.'),
    },
    {
      value: gatewayChoices.none,
      label: say('I attach one myself first'),
      meaning: say('The change stays blocked until every subnet has one.'),
    },
  ];
}

function addressWords(key: string, facts: ClusterFacts): Message {
  const gateway = gatewayAt(facts, key);
  const addresses =
    gateway === undefined ? undefined : valueOf(addressesAt(facts, gateway.addressIds).addresses);
  return addresses === undefined
    ? say('Its addresses could not be read.')
    : say('Partners will see {addresses}.', { addresses: few(addresses) });
}

function clearingChoicesIn(key: TargetKey, facts: ClusterFacts): readonly Choice[] {
  const target =
    key === 'loadBalancer'
      ? ({ outboundType: 'loadBalancer', clearsTheWay: true } as const)
      : ({ outboundType: 'userAssignedNATGateway', clearsTheWay: true } as const);
  const { gateways = [], routes = [] } = clearingOf(facts, target) ?? {};
  const ways = [
    ...new Set([
      ...gateways.map(({ gateway }) => gateway),
      ...routes.map(({ table, route }) => `${table}/${route}`),
    ]),
  ];
  return [
    {
      value: clearingChoices.plan,
      label: say('The plan takes {ways} away last', { ways: few(ways) }),
      meaning: say('After the type is changed and verified. Gateways, addresses and tables stay yours.'),
    },
    {
      value: clearingChoices.self,
      label: say('I do it myself later'),
      meaning: say('Traffic keeps the way that it takes today until then.'),
    },
  ];
}

/** Why they are kept unasked where nodes were just cut off, and why they go where nothing was. */
export const rangesWords = (ranges: readonly string[]): Pick<Field, 'help' | 'choices'> => ({
  help: say(
    'After the change nothing of the cluster calls the API server from {ranges} any more. An address that went back to Azure may become somebody else’s.',
    { ranges },
  ),
  choices: [
    {
      value: 'keep',
      label: say('Keep {ranges}', { ranges: few(ranges) }),
      meaning: say(
        'One change less at a time when nodes may still be coming back. Take it off once all report Ready.',
      ),
    },
    {
      value: 'remove',
      label: say('Take {ranges} off last', { ranges: few(ranges) }),
      meaning: say('A step of its own, once everything else is verified. The last entry is never taken off.'),
    },
  ],
});

/** What a run has created, and what becomes of it on the way back. */
export const leftoverWords = (ids: readonly string[]): Pick<Field, 'help' | 'choices'> => {
  const names = few(ids.map(nameIn));
  return {
    help: say(
      '{names} was created by the change that is taken back. Nothing of this cluster uses it afterwards.',
      {
        names,
      },
    ),
    choices: [
      {
        value: 'keep',
        label: say('Keep {names}', { names }),
        meaning: say('It stays yours, with its address, and Azure goes on charging for it.'),
      },
      {
        value: 'delete',
        label: say('Delete {names} last', { names }),
        meaning: say('Once everything else is verified. A deleted address does not come back.'),
      },
    ],
  };
};
