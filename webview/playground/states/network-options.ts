import type { ConfigureSection } from '../../../src/wizard/state.js';
import { text } from './words.js';

const choice = (value: string, label: string, meaning: string) => ({
  value,
  label: text(label),
  meaning: text(meaning),
});

/** Subnets without a gateway, and one in the same network that could serve them. */
export const gatewayOptions: ConfigureSection = {
  answer: text('What the plan does beside the type'),
  more: text('Every choice changes the plan at once. Nothing is sent by typing.'),
  fields: [
    {
      option: 'natGateway',
      kind: 'choice',
      label: text('NAT gateway for the subnets that have none'),
      help: text(
        'Attached to snet-system, snet-apps. Attaching it moves the traffic, before the type is changed.',
      ),
      value: 'create',
      unit: text(''),
      choices: [
        choice(
          'create',
          'Let the plan create one',
          'With a new address of yours, which is let in at the API server before anything moves.',
        ),
        choice('/subscriptions/s/ng-shared', 'Take ng-shared', 'Partners will see 198.51.100.40/30.'),
        choice('other', 'Take another one, by its id', 'One that was not read here.'),
        choice('none', 'I attach one myself first', 'The change stays blocked until every subnet has one.'),
      ],
    },
    {
      option: 'gatewayName',
      kind: 'text',
      label: text('Name of the new gateway'),
      help: text(
        'Created in rg-network, the resource group of the virtual network, of sku Standard, with one static public address: pip- and this name.',
      ),
      value: 'ng-payments-prod',
      unit: text(''),
    },
    {
      option: 'gatewayZone',
      kind: 'text',
      label: text('Zone of the new gateway'),
      help: text('1, 2, 3, for gateway and address alike. Left empty: Azure places it.'),
      value: '',
      unit: text(''),
    },
    {
      option: 'idleTimeoutInMinutes',
      label: text('Idle timeout'),
      help: text('4 to 120. A quiet connection is cut after this time. Left empty: 4.'),
      value: '30',
      unit: text('minutes'),
    },
  ],
};

/** Routes that are missing, and the address that only a person knows. */
export const firewallOptions = (value: string, problem?: string): ConfigureSection => ({
  answer: text(problem === undefined ? 'What the plan does beside the type' : 'One option is not possible'),
  fields: [
    {
      option: 'firewall',
      kind: 'text',
      label: text('Address of your firewall'),
      help: text('Its private IPv4 address. The plan leads 0.0.0.0/0 of every node subnet there.'),
      value,
      unit: text(''),
      ...(problem === undefined ? {} : { problem: text(problem) }),
    },
  ],
});
