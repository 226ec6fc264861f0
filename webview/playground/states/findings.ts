import type { CheckSection, FindingView, Mark } from '../../../src/wizard/state.js';
import { text } from './words.js';

const finding = (
  mark: Mark,
  ruleId: string,
  title: string,
  more: { message: string; remedy?: string; solvedBy?: string },
): FindingView => ({
  mark,
  ruleId,
  title: text(title),
  message: text(more.message),
  ...(more.remedy === undefined ? {} : { remedy: text(more.remedy) }),
  ...(more.solvedBy === undefined ? {} : { solvedBy: text(more.solvedBy) }),
});

const group = (
  mark: Mark,
  name: string,
  findings: readonly FindingView[],
  folded = false,
): CheckSection['groups'][number] => ({ mark, name: text(name), folded, findings });

const warnings = group('warning', 'Warnings', [
  finding('warning', 'aks-connections-drop', 'Open outbound connections are cut once', {
    message:
      'They are reset when the gateway is attached. Clients that do not reconnect fail until restarted.',
    remedy: 'Start in a quiet hour.',
  }),
  finding('warning', 'aks-egress-address-changes', 'Others see 198.51.100.40/30 instead of three addresses', {
    message:
      'Firewalls, databases and partners that trust 203.0.113.17, 203.0.113.92 or 203.0.113.200 refuse this cluster.',
    remedy: 'Tell those who keep them before you start.',
  }),
]);

const unknowns = group('unknown', 'Unknown', [
  finding('unknown', 'aks-route-table-appliance', 'Whether snet-batch has a route to an appliance', {
    message: 'You may not read rt-hub in Contoso Hub. Reader on that route table is enough.',
  }),
]);

const notes = group('note', 'Notes', [
  finding('note', 'aks-gateway-idle', 'nat-batch becomes idle', {
    message: 'It stays yours, and keeps costing until you delete it with 203.0.113.200.',
  }),
]);

const passed = group(
  'passed',
  'Passed',
  ['aks-basic-load-balancer', 'aks-availability-set', 'aks-pair-not-supported', 'aks-cluster-busy'].map(
    (ruleId) => finding('passed', ruleId, 'Nothing found', { message: 'Read from Azure at 14:04.' }),
  ),
  true,
);

const solved = group('passed', 'Solved by the plan', [
  finding('blocked', 'aks-authorized-ranges-miss-egress', 'Nodes would lose the API server', {
    message: 'Its authorized ranges do not hold 198.51.100.40/30.',
    solvedBy: 'Step 1 of the plan',
  }),
]);

const stays = [
  text('Service shop/web keeps 203.0.113.5.'),
  text('Service payments/webhook keeps 203.0.113.6.'),
];

export const checkReady: CheckSection = {
  answer: text('Nothing blocks the change; to accept: 2 warnings and 1 check that could not be made'),
  more: text('15 checks against Azure at 14:04. The plan solves one of them.'),
  groups: [group('blocked', 'Blocked', []), solved, warnings, unknowns, { ...notes, folded: true }, passed],
  stays,
};

export const checkBlocked: CheckSection = {
  answer: text('Two findings block the change'),
  more: text('15 checks against Azure at 14:04. Nothing has been sent.'),
  groups: [
    group('blocked', 'Blocked', [
      finding('blocked', 'aks-user-nat-subnet', 'Azure would refuse: two subnets have no NAT gateway', {
        message:
          'snet-system and snet-apps need one with an address before `userAssignedNATGateway` can be set.',
        remedy: 'Attach a NAT gateway to both subnets, then read again.',
      }),
      finding('blocked', 'aks-cluster-busy', 'The cluster is being changed by somebody else', {
        message: 'Its state is Updating since 13:58. Azure accepts one change at a time.',
        remedy: 'Wait until it is Succeeded.',
      }),
    ]),
    warnings,
    unknowns,
    notes,
    passed,
  ],
  stays,
};
