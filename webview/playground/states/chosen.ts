import type { TargetKey } from '../../../src/core/outbound-type.js';
import { targetNames } from '../../../src/core/outbound-type.js';
import type { ConfigureSection, PlannerState } from '../../../src/wizard/state.js';
import { chooseManaged, chooseOwn } from './choices.js';
import { firewallOptions, gatewayOptions } from './network-options.js';
import { checkBlocked, checkReady } from './findings.js';
import { planOneWay, planReady } from './plans.js';
import { base, railWith, sandbox } from './story.js';
import { act, text } from './words.js';

type Field = ConfigureSection['fields'][number];

const count = (value: string, problem?: string): Field => ({
  option: 'managedOutboundIPCount',
  label: text('Addresses'),
  help: text('1 to 100. Today: 2.'),
  unit: text('addresses'),
  value,
  ...(problem === undefined ? {} : { problem: text(problem) }),
});
const minutes = (value: string): Field => ({
  option: 'idleTimeoutInMinutes',
  label: text('Idle timeout'),
  help: text('4 to 120. Today: 30. Left alone it would fall to 4.'),
  unit: text('minutes'),
  value,
});
const ports: Field = {
  option: 'allocatedOutboundPorts',
  label: text('Ports per node'),
  help: text('0 to 64,000 in steps of 8; 0 lets Azure divide. 2,000 fit 64 nodes.'),
  unit: text('ports'),
  value: '0',
};

const noOptions: ConfigureSection = {
  answer: text('Nothing to set: the gateway and its addresses are yours'),
  fields: [],
};
const loadBalancerOptions = (problem?: string): ConfigureSection => ({
  answer: text(
    problem === undefined ? 'Two addresses, 30 minutes, ports divided by Azure' : 'One value cannot be sent',
  ),
  more: text('Room for 64 nodes: the autoscaler’s maximum of 53 and 11 more during an upgrade.'),
  fields: [count(problem === undefined ? '2' : '200', problem), minutes('30'), ports],
});
const natOptions: ConfigureSection = {
  answer: text('Zone-redundant, with two addresses chosen by AKS'),
  fields: [{ ...count('2'), help: text('1 to 16. Known only after the change.') }, minutes('30')],
};

const optionsOf: Readonly<Partial<Record<TargetKey, ConfigureSection>>> = {
  loadBalancer: loadBalancerOptions(),
  'managedNATGateway/Standard': natOptions,
  'managedNATGateway/StandardV2': natOptions,
};

const glance: PlannerState['glance'] = [
  {
    term: text('Others will see'),
    value: text('198.51.100.40/30'),
    detail: text('instead of 203.0.113.17, 203.0.113.92 and 203.0.113.200'),
  },
  {
    term: text('Interruption'),
    value: text('Open connections are cut once'),
    detail: text('at step 2; new ones work at once'),
  },
  {
    term: text('Way back'),
    value: text('Yes, with other addresses'),
    detail: text('203.0.113.17 and 203.0.113.92 do not return'),
  },
];

const start = act('Review and start…', { kind: 'start', digest: planReady.digest });
const own: PlannerState['change'] = {
  from: { name: text('Load balancer'), code: 'loadBalancer', icon: 'loadBalancer' },
  to: { name: text('Your own NAT gateway'), code: 'userAssignedNATGateway', icon: 'userAssignedNATGateway' },
};

/** payments-prod, its own NAT gateway chosen, all in order. */
export const ready: PlannerState = {
  ...base,
  change: own,
  glance,
  rail: railWith({
    choose: ['passed', 'Your own NAT gateway'],
    configure: ['passed', 'Nothing to set'],
    check: ['warning', '2 warnings, 1 unknown'],
    plan: ['passed', '2 steps'],
    run: ['todo', 'Not started'],
  }),
  choose: chooseOwn('userAssignedNATGateway'),
  configure: noOptions,
  check: checkReady,
  plan: planReady,
  footer: {
    mark: 'warning',
    sentence: text('Nothing blocks the start; 2 warnings and 1 unknown are to be accepted.'),
    more: text('Nothing is sent before you confirm.'),
    next: start,
    others: [],
  },
};

const { plan: _plan, ...withoutPlan } = ready;

const blocked: PlannerState = {
  ...withoutPlan,
  rail: railWith({
    choose: ['passed', 'Your own NAT gateway'],
    configure: ['passed', 'Nothing to set'],
    check: ['blocked', '2 blocked, 2 warnings'],
    plan: ['todo', 'After the check'],
  }),
  check: checkBlocked,
  footer: {
    mark: 'blocked',
    sentence: text('Start is not possible: 2 findings block it.'),
    more: text('Nothing has been sent.'),
    next: { label: text('Go to the first finding'), goTo: 'check' },
    others: [{ ...start, disabled: text('2 findings block it') }],
  },
};

const shopTest = (typed: string): PlannerState => ({
  ...ready,
  cluster: {
    name: 'shop-test',
    where: text('Contoso Shop · rg-shop-test · North Europe · network made by AKS'),
  },
  change: {
    from: { name: text('Load balancer'), code: 'loadBalancer', icon: 'loadBalancer' },
    to: {
      name: targetNames['managedNATGateway/StandardV2'],
      code: 'managedNATGateway',
      icon: 'managedNATGateway',
    },
  },
  glance: [
    {
      term: text('Others will see'),
      value: text('2 addresses, not known yet'),
      detail: text('instead of 203.0.113.61'),
    },
    { term: text('Interruption'), value: text('Open connections are cut once') },
    { term: text('Way back'), value: text('None'), detail: text('the only way out is a second cluster') },
  ],
  choose: chooseManaged('managedNATGateway/StandardV2'),
  configure: natOptions,
  plan: planOneWay(typed),
  footer:
    typed === 'shop-test'
      ? ready.footer
      : {
          mark: 'warning',
          sentence: text('Start is not possible yet: type the name of the cluster.'),
          next: { label: text('Go to the name'), goTo: 'plan', focus: 'typedName' },
          others: [{ ...start, disabled: text('The name of the cluster is not typed yet') }],
        },
});

const each = (key: TargetKey): readonly [string, PlannerState] => [
  `choose: ${key}`,
  {
    ...ready,
    change: { ...own, to: { name: targetNames[key], code: key, icon: 'unknown' } },
    choose: chooseOwn(key),
    configure: optionsOf[key] ?? noOptions,
  },
];

const kinds: readonly TargetKey[] = [
  'loadBalancer',
  'managedNATGateway/Standard',
  'userDefinedRouting',
  'none',
  'block',
];

/** A type is chosen, nothing has been sent. */
export const chosen: Readonly<Record<string, PlannerState>> = {
  ...Object.fromEntries(kinds.map(each)),
  'configure: a value that cannot be sent': {
    ...ready,
    choose: chooseOwn('loadBalancer'),
    configure: loadBalancerOptions('Azure takes 1 to 100 addresses.'),
    footer: {
      mark: 'blocked',
      sentence: text('Start is not possible yet. One option is not possible.'),
      next: { label: text('Go to the option'), goTo: 'configure', focus: 'options' },
      others: [],
    },
  },
  'configure: a gateway that the plan creates': {
    ...ready,
    choose: chooseOwn('userAssignedNATGateway'),
    configure: gatewayOptions,
  },
  'configure: the address of a firewall': {
    ...ready,
    choose: chooseOwn('userDefinedRouting'),
    configure: firewallOptions(
      '8.8.8.8',
      'A private IPv4 address is needed, as the firewall has in a virtual network.',
    ),
  },
  'check: blocked': blocked,
  'plan: ready': ready,
  'plan: ready, in the sandbox': { ...ready, world: sandbox },
  'plan: contradictory, name not typed': shopTest(''),
  'plan: contradictory, name half typed': shopTest('shop-t'),
  'plan: contradictory, name typed': shopTest('shop-test'),
  'plan: changed meanwhile': {
    ...ready,
    notice: {
      mark: 'warning',
      text: text(
        'Pool gpu was added at 14:31, so the plan of 14:04 no longer fits. This one is made anew; your choices stay.',
      ),
    },
  },
  'plan: changes are turned off': {
    ...ready,
    notice: { mark: 'locked', text: text('Changes are turned off by the setting `aksEgress.allowChanges`.') },
    footer: { ...ready.footer, next: { ...start, disabled: text('Changes are turned off') } },
  },
};
