import type { PlannerState, ResultSection, RunSection } from '../../../src/wizard/state.js';
import { runs } from './runs.js';
import { railWith } from './story.js';
import { act, text } from './words.js';

const running = runs['run: running'];

const ways = [
  act('Plan the way back', { kind: 'wayBack' }),
  act('Copy message', { kind: 'copy', what: 'message' }),
];

const done: ResultSection = {
  answer: text('Done in 5 min 30 s: all three pools leave from 198.51.100.40/30'),
  more: text('Declared type and actual path agree, for every pool.'),
  mark: 'passed',
  before: ['203.0.113.17', '203.0.113.92', '203.0.113.200'],
  after: ['198.51.100.40', '198.51.100.41', '203.0.113.200'],
  verified: [
    text('Step 1, the cluster: apiServerAccessProfile.authorizedIPRanges holds 198.51.100.40/30'),
    text('Step 2, the cluster: networkProfile.outboundType is userAssignedNATGateway'),
  ],
  tell: [
    text('payments-prod leaves from new addresses since 23 November 2026, 14:10 UTC.'),
    text(''),
    text('Allow    198.51.100.40, 198.51.100.41'),
    text('Remove   203.0.113.17, 203.0.113.92'),
    text(''),
    text('203.0.113.17 and 203.0.113.92 went back to Azure: somebody else may get them.'),
  ],
  left: [text('Take the old addresses out of the API server’s ranges once others confirm.')],
  wayBack: text('Back to `loadBalancer` in 2 steps. 203.0.113.17 and 203.0.113.92 do not return.'),
  acts: ways,
};

const { after: _behindTheFirewall, ...known } = done;
const unknownNow: ResultSection = {
  ...known,
  answer: text('Done in 2 min 10 s: the cluster declares userDefinedRouting'),
  verified: [text('The cluster declares `userDefinedRouting`.')],
  tell: [
    text('The way out of the cluster payments-prod has changed.'),
    text('Allow those addresses before anything is removed.'),
    text('Until now it left from: 203.0.113.17, 203.0.113.92, 203.0.113.200'),
  ],
  left: [text('Find out from which addresses the cluster leaves now.')],
};

const refusal = {
  code: 'SubnetNotAssociatedWithNATGateway',
  message: 'Subnet must have a NAT gateway associated for outbound connection. Subnet: snet-batch.',
  requestId: '3f0c9a52-61c4-4f0e-9b0e-2f6d7f0d8c11',
};

const failed: ResultSection = {
  answer: text('Step 2 failed; the cluster is unchanged'),
  more: text('Somebody detached the gateway from snet-batch after step 1.'),
  mark: 'blocked',
  before: done.before,
  after: done.before,
  verified: [],
  tell: [],
  left: [text('The API server still lets 198.51.100.40/30 in.')],
  azure: refusal,
  acts: [
    act('Plan again', { kind: 'planAgain' }),
    act("Copy Azure's words", { kind: 'copy', what: 'refusal' }),
  ],
};

/** The page after a run that ended like this. */
function ended(result: ResultSection, run: Partial<RunSection>): PlannerState {
  if (running?.run === undefined) throw new Error('The story lacks its run.');
  const { mark } = result;
  const stages = running.run.stages.map((stage) => ({
    ...stage,
    mark: stage.mark === 'running' ? mark : stage.mark,
    ...(mark === 'blocked' && stage.mark === 'running' ? { azure: refusal } : {}),
  }));
  return {
    ...running,
    rail: railWith({
      choose: ['passed', 'Your own NAT gateway'],
      configure: ['passed', 'Nothing to set'],
      check: ['passed', 'Accepted at 14:06'],
      plan: ['passed', '2 steps'],
      run: [mark, '5 min 30 s'],
      result: [mark, mark === 'passed' ? '1 thing left for you' : 'Not changed'],
    }),
    run: { ...running.run, answer: text('Ended after 5 min 30 s'), stages, acts: [], ...run },
    result,
    footer: {
      mark,
      sentence: result.answer,
      next:
        mark === 'passed'
          ? act('Copy message', { kind: 'copy', what: 'message' })
          : act('Plan again', { kind: 'planAgain' }),
      others: [],
    },
  };
}

/** After the run. */
export const results: Readonly<Record<string, PlannerState>> = {
  'result: done': ended(done, {}),
  'result: done, message copied': {
    ...ended(done, {}),
    copied: { what: 'message', said: text('The message for firewall owners is on the clipboard.') },
  },
  'result: done, with differences': ended(
    {
      ...done,
      mark: 'warning',
      answer: text('Done, and two fields changed that the plan did not mean to change'),
      differences: [
        'agentPoolProfiles.1.count: 14, was 15',
        'autoUpgradeProfile.nodeOSUpgradeChannel: "None", was "NodeImage"',
      ],
    },
    {},
  ),
  'result: done, addresses not known': ended(unknownNow, {}),
  'result: failed': ended(failed, {}),
  'result: cancelled': ended(
    {
      ...failed,
      mark: 'warning',
      answer: text('Cancelled in Azure; the cluster is in state Canceled'),
      azure: { code: 'OperationPreempted', message: 'The operation was preempted by an abort request.' },
    },
    {},
  ),
};
