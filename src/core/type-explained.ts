import { say, type Message } from './message.js';
import type { NetworkModel } from './network-model.js';
import type { TargetKey } from './outbound-type.js';

/** What a person must know of one choice, each in a sentence. */
export interface TypeExplained {
  readonly meaning: Message;
  readonly owner: Message;
  readonly addresses: Message;
  readonly wayBack: Message;
  readonly networks: readonly NetworkModel[];
  /** First stable API version that has it; undefined where no published version names it. */
  readonly minimumApiVersion: string | undefined;
  /** What Azure CLI needs. */
  readonly cli: string;
}

/**
 * Sources: AKS docs, Customize cluster egress with outbound types (ms.date 2026-08-05); AKS docs, NAT gateway
 * (ms.date 2026-07-07); AKS engineering blog of 2026-09-29; ARM types; all read 2026-11-23.
 */
export const typeExplained: Readonly<Record<TargetKey, TypeExplained>> = {
  loadBalancer: {
    meaning: say('Nodes share the public addresses of the load balancer that AKS runs.'),
    owner: say('AKS, or you when you bring addresses'),
    addresses: say('Chosen by AKS, unless you bring your own'),
    wayBack: say('Yes; addresses chosen by AKS do not return'),
    networks: ['managed', 'own'],
    minimumApiVersion: '2020-01-01',
    cli: 'az 2.56.0',
  },
  'managedNATGateway/Standard': {
    meaning: say('AKS creates a NAT gateway and runs it in its own resource group.'),
    owner: say('AKS'),
    addresses: say('Chosen by AKS; not known in advance'),
    wayBack: say('Not promised; the AKS page contradicts itself'),
    networks: ['managed'],
    minimumApiVersion: '2021-07-01',
    cli: 'az 2.56.0',
  },
  'managedNATGateway/StandardV2': {
    meaning: say('AKS creates a NAT gateway that no single zone can take down, for IPv4 and IPv6.'),
    owner: say('AKS'),
    addresses: say('Chosen by AKS; not known in advance'),
    wayBack: say('None, not even to Standard'),
    networks: ['managed'],
    minimumApiVersion: '2026-06-01',
    cli: 'az 2.91.0',
  },
  userAssignedNATGateway: {
    meaning: say('Nodes leave through a NAT gateway that you own and attach to their subnets.'),
    owner: say('You'),
    addresses: say('Yours; known before the switch'),
    wayBack: say('Yes; addresses chosen by AKS do not return'),
    networks: ['own'],
    minimumApiVersion: '2021-07-01',
    cli: 'az 2.56.0',
  },
  userDefinedRouting: {
    meaning: say('A route in every node subnet sends all traffic to a firewall that you run.'),
    owner: say('You'),
    addresses: say('Those of your firewall'),
    wayBack: say('Yes; addresses chosen by AKS do not return'),
    networks: ['own'],
    minimumApiVersion: '2020-01-01',
    cli: 'az 2.56.0',
  },
  none: {
    meaning: say('AKS gives nodes no way out; for network isolated clusters.'),
    owner: say('Nobody'),
    addresses: say('None'),
    wayBack: say('Yes, with other addresses; every pool is re-imaged'),
    networks: ['managed', 'own'],
    minimumApiVersion: '2025-01-01',
    cli: 'az 2.71.0',
  },
  block: {
    meaning: say('AKS adds rules that deny all traffic to the internet. In preview.'),
    owner: say('Nobody'),
    addresses: say('None'),
    wayBack: say('Yes, with other addresses; in preview'),
    networks: ['managed'],
    minimumApiVersion: undefined,
    cli: 'az 2.71.0 with aks-preview 9.0.0b2',
  },
};
