import { defaultRouteOf } from '../default-route.js';
import { valueOf } from '../fact.js';
import { chain } from '../fact-logic.js';
import type { ClusterFacts } from '../facts.js';
import { say } from '../message.js';
import type { Step } from '../plan.js';
import type { ClusterReading } from '../reading.js';
import { etagOf, locationOf, networkVersion, spelled } from './addressed.js';
import { gatewayFor, type Attaching } from './attaching.js';
import { besideNetworkOf, groupIn, nameIn } from './places.js';

/** The step that creates the public address; a later one refers to its answer. */
export const addressStepId = 'create-address';

const zonesOf = (zone: string | undefined) => (zone === undefined ? {} : { zones: [zone] });

/** Address and gateway, where the plan creates them: nothing leaves through them yet. */
export function creatingSteps(reading: ClusterReading, { gateway, subnetKeys }: Attaching): readonly Step[] {
  const { created } = gateway;
  const [first = ''] = subnetKeys;
  if (created === undefined) return [];
  const beside = spelled(reading, first);
  const addressId = besideNetworkOf(beside, `publicIPAddresses/${created.addressName}`);
  const gatewayId = besideNetworkOf(beside, `natGateways/${created.name}`);
  const group = groupIn(addressId);
  const location = locationOf(reading);
  const succeeded = {
    kind: 'equals',
    path: ['properties', 'provisioningState'],
    value: 'Succeeded',
  } as const;
  const minutes = created.idleTimeoutInMinutes;
  return [
    {
      id: addressStepId,
      title: say('Create public address {name} in {group}', { name: created.addressName, group }),
      why: say(
        'Partners will see this address. It stands before anything moves, so that it can be let in first. It is yours and stays the same, in the resource group of the virtual network.',
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: addressId,
        apiVersion: networkVersion,
        edits: [],
        create: {
          location,
          sku: { name: 'Standard', tier: 'Regional' },
          ...zonesOf(created.zone),
          properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
        },
      },
      verify: [succeeded, { kind: 'notEmpty', path: ['properties', 'ipAddress'] }],
      undo: say('Delete {name}, once no gateway has it.', { name: created.addressName }),
      interruption: say('None'),
      isCutOver: false,
    },
    {
      id: 'create-gateway',
      title: say('Create NAT gateway {name} in {group}', { name: created.name, group }),
      why: say(
        'It has address {address} and carries nothing until it is attached. Azure charges for it from here on.',
        {
          address: created.addressName,
        },
      ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: gatewayId,
        apiVersion: networkVersion,
        edits: [],
        create: {
          location,
          sku: { name: 'Standard' },
          ...zonesOf(created.zone),
          properties: {
            ...(minutes === undefined ? {} : { idleTimeoutInMinutes: minutes }),
            publicIpAddresses: [{ id: addressId }],
          },
        },
      },
      verify: [
        succeeded,
        { kind: 'includesAll', path: ['properties', 'publicIpAddresses'], values: [{ id: addressId }] },
      ],
      undo: say('Delete {name}, once no subnet has it.', { name: created.name }),
      interruption: say('None'),
      isCutOver: false,
    },
  ];
}

/** One step for each subnet. Read, changed in this one place, and sent back: the rest of the subnet stays. */
export function attachingSteps(reading: ClusterReading, attaching: Attaching): readonly Step[] {
  const { gateway, subnetKeys } = attaching;
  const [first = ''] = subnetKeys;
  return subnetKeys.map((key, index) => {
    const own = gatewayFor(attaching, key);
    const gatewayId =
      gateway.created === undefined
        ? spelled(reading, own.key)
        : besideNetworkOf(spelled(reading, first), `natGateways/${gateway.name}`);
    const subnetId = spelled(reading, key);
    const names = { gateway: own.name, subnet: nameIn(subnetId) };
    const isRouted = isRoutedAway(reading.facts, key);
    return {
      id: `attach-gateway-${index + 1}`,
      title: say('Attach NAT gateway {gateway} to {subnet}', names),
      why: isRouted
        ? say('Azure asks for it before it takes the type. The default route goes on carrying the traffic.')
        : say(
            'From here on {subnet} leaves through {gateway}, before the type is changed: a NAT gateway wins over the load balancer. Everything else of the subnet stays.',
            names,
          ),
      send: {
        kind: 'network',
        method: 'PUT',
        resourceId: subnetId,
        apiVersion: networkVersion,
        edits: [{ op: 'set', path: ['properties', 'natGateway'], value: { id: gatewayId } }],
        // Subnets of one network share an eTag: after the first step the others have another one.
        ...(index === 0 ? etagOf(reading, key) : {}),
      },
      verify: [{ kind: 'equals', path: ['properties', 'natGateway', 'id'], value: gatewayId }],
      undo: say('Take {gateway} off {subnet} again.', names),
      interruption: isRouted
        ? say('None: nothing leaves through the gateway yet.')
        : say('Open outbound connections of {subnet} are cut once; Azure publishes no duration.', names),
      isCutOver: !isRouted,
    };
  });
}

/** True where a default route to an appliance or a gateway takes the packets of a subnet. */
export function isRoutedAway(facts: ClusterFacts, subnetKey: string): boolean {
  const subnet = facts.subnets[subnetKey];
  if (subnet?.kind !== 'known') return false;
  const route = chain(subnet.value.routeTableId, (key) => {
    const table = facts.routeTables[key];
    return table === undefined
      ? { kind: 'absent' as const, origin: subnet.origin }
      : chain(table, defaultRouteOf);
  });
  const hop = valueOf(route)?.nextHop;
  return hop === 'appliance' || hop === 'virtualNetworkGateway';
}
