import type { Mark, PlannerState, SectionId, TodaySection } from '../../../src/wizard/state.js';
import { act, text } from './words.js';

type RailEntry = PlannerState['rail'][number];

const names: Readonly<Record<SectionId, string>> = {
  today: 'Today',
  choose: 'Choose',
  configure: 'Configure',
  check: 'Check',
  plan: 'Plan',
  run: 'Run',
  result: 'Result',
};

const start: Readonly<Record<SectionId, readonly [Mark, string]>> = {
  today: ['passed', '3 addresses, 1 pool differs'],
  choose: ['todo', 'Nothing chosen'],
  configure: ['todo', 'After the choice'],
  check: ['todo', 'After the choice'],
  plan: ['todo', 'After the choice'],
  run: ['locked', 'Not possible yet'],
  result: ['todo', 'After the run'],
};

/** The rail with what differs from the start. */
export function railWith(changes: Partial<Record<SectionId, readonly [Mark, string]>>): readonly RailEntry[] {
  const ids: readonly SectionId[] = ['today', 'choose', 'configure', 'check', 'plan', 'run', 'result'];
  return ids.map((id) => {
    const [mark, fact] = changes[id] ?? start[id];
    return { id, name: text(names[id]), fact: text(fact), mark };
  });
}

export const today: TodaySection = {
  answer: text('Two pools leave through the load balancer; batch does not'),
  more: text('Declared: `loadBalancer`. Others see three addresses, not the two that the cluster reports.'),
  pools: [
    {
      name: 'system',
      nodes: text('3'),
      subnet: text('`snet-system`'),
      path: { name: text('Load balancer'), code: 'kubernetes', icon: 'loadBalancer' },
      addresses: ['203.0.113.17', '203.0.113.92'],
    },
    {
      name: 'apps',
      nodes: text('14, autoscaler 3 to 30'),
      subnet: text('`snet-apps`'),
      path: { name: text('Load balancer'), code: 'kubernetes', icon: 'loadBalancer' },
      addresses: ['203.0.113.17', '203.0.113.92'],
    },
    {
      name: 'batch',
      nodes: text('8, autoscaler 0 to 20'),
      subnet: text('`snet-batch`'),
      path: { name: text('NAT gateway'), code: 'nat-batch', icon: 'userAssignedNATGateway' },
      addresses: ['203.0.113.200'],
      note: {
        mark: 'warning',
        text: text(
          'Not what the cluster declares: a NAT gateway is attached to snet-batch, and Azure uses it before any load balancer rule.',
        ),
      },
    },
  ],
  addresses: [
    { address: '203.0.113.17', owner: text('AKS'), usedBy: text('system, apps') },
    { address: '203.0.113.92', owner: text('AKS'), usedBy: text('system, apps') },
    { address: '203.0.113.200', owner: text('You'), usedBy: text('batch') },
  ],
  copy: act('Copy addresses', { kind: 'copy', what: 'addresses' }),
  services: [
    { name: 'shop/web', address: '203.0.113.5' },
    { name: 'payments/webhook', address: '203.0.113.6' },
  ],
  missing: [],
};

/** payments-prod, read, nothing chosen: each state says only what differs. */
export const base: PlannerState = {
  version: 1,
  world: { kind: 'azure', label: text('') },
  cluster: {
    name: 'payments-prod',
    where: text(
      'Contoso Payments · rg-payments-prod · West Europe · Kubernetes 1.34.3 · own network vnet-payments',
    ),
  },
  reading: { kind: 'read', at: text('Read at 14:02'), again: act('Read again', { kind: 'refresh' }) },
  change: { from: { name: text('Load balancer'), code: 'loadBalancer', icon: 'loadBalancer' } },
  glance: [],
  rail: railWith({}),
  today,
  footer: {
    sentence: text('This is how payments-prod reaches the internet now.'),
    more: text('Nothing is sent before you confirm.'),
    next: { label: text('Choose a type'), goTo: 'choose' },
    others: [],
  },
};

export const sandbox: PlannerState['world'] = {
  kind: 'sandbox',
  label: text('Sandbox: nothing reaches Azure'),
};
