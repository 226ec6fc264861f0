import { endsLockOut } from '../../core/lock-out.js';
import { say } from '../../core/message.js';
import { foldRun, type OpenQuestion } from '../../core/run.js';
import { lostQuestion } from '../lost-words.js';
import { repeatSafety } from '../repeat-safety.js';
import { isWatched } from '../run-situation.js';
import type { Session } from '../session.js';
import type { Act, RunSection } from '../state.js';
import { thingNamed } from '../thing-named.js';
import { sentences } from '../words.js';
import { sending } from './acts.js';

type Question = NonNullable<RunSection['question']>;

/** What the run waits for: Continue with the next step, or repeat one whose answer is lost. */
export function questionOf(session: Session): Question | undefined {
  const { run } = session;
  // While a lock hinders an answer, what can be done about the lock comes first.
  if (run?.record === undefined || isWatched(run) || run.status === 'held') return undefined;
  const { question, steps } = foldRun(run.record);
  if (question === undefined) return undefined;
  const number = steps.findIndex(({ stepId }) => stepId === question.stepId) + 1;
  const step = run.record.plan.steps[number - 1];
  const title = step?.title ?? say('the next step');
  if (question.question === 'continue')
    return {
      text: endsLockOut(run.record.plan, question.stepId)
        ? say(
            'Step {number} is next: {title}. Nodes cannot reach the API server until it is done. It is not sent before you say so.',
            { number, title },
          )
        : say('Step {number} is next: {title}. It is not sent before you say so.', { number, title }),
      acts: [sending(session, continueAct(question.stepId)), stopHereAct(question)],
    };
  return {
    text: sentences([
      lostQuestion(run.record, { stepId: question.stepId, number, title, thing: thingNamed(step) }),
      repeatSafety(run.record),
    ]),
    acts: [sending(session, repeatAct(question.stepId)), stopHereAct(question)],
  };
}

const continueAct = (stepId: string): Act => ({
  label: say('Continue'),
  intent: { kind: 'answer', question: 'continue', stepId, yes: true },
});

const repeatAct = (stepId: string): Act => ({
  label: say('Send it again…'),
  intent: { kind: 'answer', question: 'repeat', stepId, yes: true },
});

const stopHereAct = ({ question, stepId }: OpenQuestion): Act => ({
  label: say('Stop here'),
  intent: { kind: 'answer', question, stepId, yes: false },
  meaning: say('The run ends. Steps that are done stay done; nothing more is sent.'),
});
