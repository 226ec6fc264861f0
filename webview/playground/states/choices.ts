import type { TargetKey } from '../../../src/core/outbound-type.js';
import { targetKeys, targetNames } from '../../../src/core/outbound-type.js';
import { typeExplained } from '../../../src/core/type-explained.js';
import type { ChooseSection } from '../../../src/wizard/state.js';
import { text } from './words.js';

type Choice = ChooseSection['choices'][number];
type Change = Partial<Pick<Choice, 'reach' | 'reason' | 'source' | 'recommended'>>;

const source = {
  text: text('AKS: customize cluster egress'),
  url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype',
};

const onlyManaged: Change = {
  reach: 'unreachable',
  reason: text('Only for a network that AKS made. This cluster has its own, and that cannot be changed.'),
  source,
};

/** payments-prod, own network. */
const own: Readonly<Record<TargetKey, Change>> = {
  loadBalancer: { reach: 'today', reason: text('Stay, and change only its options.') },
  'managedNATGateway/Standard': onlyManaged,
  'managedNATGateway/StandardV2': onlyManaged,
  userAssignedNATGateway: {
    reach: 'reachable',
    reason: text('Attaching the gateway moves the traffic; the change of type follows.'),
    recommended: text(
      'Your addresses stay yours: you know them before the switch, and they survive the next change.',
    ),
  },
  userDefinedRouting: {
    reach: 'warned',
    reason: text('Inbound 203.0.113.5 would break: its replies would leave through the firewall.'),
    source,
  },
  none: {
    reach: 'conditions',
    reason: text('First: artifact cache on, all pools re-imaged, API server private.'),
  },
  block: onlyManaged,
};

/** shop-test, network made by AKS. */
const managed: Readonly<Record<TargetKey, Change>> = {
  ...own,
  'managedNATGateway/Standard': {
    reach: 'warned',
    reason: text('Microsoft says both that there is a way back to the load balancer and that there is none.'),
    source,
  },
  'managedNATGateway/StandardV2': {
    reach: 'warned',
    reason: text('One-way: no other type can follow it.'),
    source,
  },
  userAssignedNATGateway: { reach: 'unreachable', reason: text('Needs a network of your own.'), source },
  userDefinedRouting: { reach: 'unreachable', reason: text('Needs a network of your own.'), source },
  block: { reach: 'unknown', reason: text('The preview feature of this subscription could not be read.') },
};

function chooseFrom(
  changes: Readonly<Record<TargetKey, Change>>,
  answer: string,
  chosen?: TargetKey,
): ChooseSection {
  return {
    answer: text(answer),
    dated: text('Which change is supported: AKS migration tables of 5 August 2026. Azure has the last word.'),
    choices: targetKeys.map((key) => {
      const { meaning, owner, addresses, wayBack } = typeExplained[key];
      const [code = key] = key.split('/');
      return {
        key,
        named: { name: targetNames[key], code, icon: code as Choice['named']['icon'] },
        meaning,
        owner,
        addresses,
        wayBack,
        chosen: key === chosen,
        reach: 'reachable',
        ...changes[key],
      };
    }),
  };
}

export const chooseOwn = (chosen?: TargetKey): ChooseSection =>
  chooseFrom(own, 'Two types are reachable from here; your own NAT gateway fits best', chosen);

export const chooseManaged = (chosen?: TargetKey): ChooseSection =>
  chooseFrom(
    managed,
    'One way is open from here, and Microsoft contradicts itself about the way back',
    chosen,
  );
