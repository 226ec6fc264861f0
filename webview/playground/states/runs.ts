import type { PlannerState, RunSection } from '../../../src/wizard/state.js';
import { ready } from './chosen.js';
import { railWith, sandbox } from './story.js';
import { act, text } from './words.js';

const leave = [
  act(
    'Stop watching',
    { kind: 'detach' },
    { meaning: 'Azure carries on. The next step waits until you watch again; nothing is sent twice.' },
  ),
  act(
    'Abort in Azure…',
    { kind: 'abort' },
    { meaning: 'Azure is asked to drop this step. The cluster may be left in state Canceled or Failed.' },
  ),
];

type Stage = RunSection['stages'][number];

const first: Stage = {
  stepId: 'ranges',
  title: text('Let the new addresses in at the API server'),
  mark: 'passed',
  azureStatus: ['InProgress', 'Succeeded'],
  time: text('1 min 48 s'),
  differences: [],
};
const second: Stage = {
  stepId: 'type',
  title: text('Change the outbound type'),
  mark: 'running',
  azureStatus: ['InProgress', 'ProvisioningNetworkResources', 'ProvisioningControlPlane'],
  time: text('3 min 12 s'),
  differences: [],
};

/** The run with a last stage and what else differs. */
function running(
  stage: Partial<Stage>,
  section: Partial<RunSection>,
  footer: PlannerState['footer'],
): PlannerState {
  const { notice: _notice, ...state } = ready;
  return {
    ...state,
    rail: railWith({
      choose: ['passed', 'Your own NAT gateway'],
      configure: ['passed', 'Nothing to set'],
      check: ['passed', 'Accepted at 14:06'],
      plan: ['passed', '2 steps, fixed'],
      run: [stage.mark ?? 'running', 'Step 2 of 2'],
    }),
    run: {
      answer: text('Traffic is moving; Azure is updating the cluster'),
      more: text('Nothing is needed from you. You may close this page.'),
      stages: [first, { ...second, ...stage }],
      acts: leave,
      ...section,
    },
    footer,
  };
}

const watching: PlannerState['footer'] = {
  mark: 'running',
  sentence: text('Step 2 of 2 runs in Azure since 3 min 12 s.'),
  more: text('Next look in 15 seconds.'),
  others: [act('Stop watching', { kind: 'detach' })],
};

const throttled = running(
  {
    mark: 'warning',
    note: text('Azure asks to wait: too many requests. Going on at 14:12:40.'),
    azure: {
      code: '429 TooManyRequests',
      message: 'Number of requests exceeded the limit. Try again after 38 seconds.',
    },
  },
  { answer: text('Waiting for Azure; the change goes on meanwhile') },
  { ...watching, mark: 'warning', sentence: text('Waiting until 14:12:40: Azure asked for it.') },
);

/** A plan of one step: the card says all there is. */
const onlyStep: PlannerState =
  throttled.run === undefined
    ? throttled
    : {
        ...throttled,
        run: { ...throttled.run, answer: text('The change waits'), stages: throttled.run.stages.slice(1) },
      };

const lost = running(
  { mark: 'unknown', azureStatus: [], note: text('The request was sent, and no answer came.') },
  {
    answer: text('It is not known whether Azure got step 2'),
    more: text('The cluster is as before: same body, same eTag.'),
    question: {
      text: text(
        'Send step 2 once more? If the first one arrives late, Azure refuses the second: nothing is changed twice.',
      ),
      acts: [
        act('Send again', { kind: 'answer', question: 'repeat', stepId: 'switch', yes: true }),
        act('Make a new plan', { kind: 'answer', question: 'repeat', stepId: 'switch', yes: false }),
      ],
    },
  },
  {
    mark: 'unknown',
    sentence: text('An answer is needed: send step 2 once more?'),
    next: { label: text('Go to the question'), goTo: 'run' },
    others: [],
  },
);

const detached = running(
  { mark: 'note', note: text('Nobody watches. Azure carries on by itself.') },
  {
    answer: text('Azure goes on with step 2; nobody watches'),
    acts: [act('Watch again', { kind: 'resume' }), act('Abort in Azure…', { kind: 'abort' })],
  },
  {
    mark: 'note',
    sentence: text('You stopped watching at 14:11.'),
    next: act('Watch again', { kind: 'resume' }),
    others: [],
  },
);

/** While a plan runs. */
export const runs: Readonly<Record<string, PlannerState>> = {
  'run: running': running({}, {}, watching),
  'run: running, in the sandbox': { ...running({}, {}, watching), world: sandbox },
  'run: the only step waits': onlyStep,
  'run: throttled': throttled,
  'run: an answer was lost': lost,
  'run: nobody watches': detached,
  'run: stopped by a changed cluster': running(
    {
      mark: 'blocked',
      azureStatus: [],
      note: text('Not sent.'),
      differences: ['agentPoolProfiles.2: gpu, was absent'],
    },
    { answer: text('Not sent: somebody changed the cluster after step 1'), acts: [] },
    {
      mark: 'blocked',
      sentence: text('Make a new plan from the cluster as it is now.'),
      next: act('Plan again', { kind: 'planAgain' }),
      others: [],
    },
  ),
};
