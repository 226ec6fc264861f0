import { say } from '../../core/message.js';
import { hasEnded } from '../../core/run-ended.js';
import { changesOff, refuse } from '../wire/trouble.js';
import { holdPatiently } from './hold.js';
import { currentStep, phaseOf } from './phase.js';
import type { Work } from './work.js';

/**
 * Asks Azure, once, to stop the cluster's latest operation. Its end comes through whoever watches the run.
 * An answer that does not reach us is told as such; asking again is the person's decision.
 */
export async function abortRun(work: Work): Promise<void> {
  const { book, arm } = work;
  const held = await holdPatiently(work);
  if (held !== 'held')
    throw refuse(say('Nothing was sent: {holder} is writing for this cluster.', { holder: held.by }));
  const step = currentStep(book.record());
  const phase = step === undefined ? 'ended' : phaseOf(book.record(), step.id);
  if (step === undefined || hasEnded(book.record()) || phase === 'ended' || phase === 'unsent')
    throw refuse(say('Nothing was sent: Azure is not working on this run, so there is nothing to abort.'));
  if (step.send.kind !== 'cluster')
    throw refuse(
      say(
        'Nothing was sent: a change of the cluster can be stopped from here, and not "{step}". It ends by itself.',
        {
          step: step.title,
        },
      ),
    );
  await book.add({ events: [{ kind: 'abortRequested' }] });
  const url = arm.url(`${work.cluster.path}/abort`, step.send.apiVersion);
  const post = () => arm.write({ method: 'POST', url });
  const first = await post();
  // An abort is made from nothing that could have changed while the person signed in.
  const reply = first.kind === 'signInNeeded' && first.renewed === true ? await post() : first;
  await book.add({
    events: [{ kind: 'abortAnswered', ...(reply.kind === 'answer' ? {} : { azure: reply.refusal }) }],
  });
  if (reply.kind === 'heldBack' && reply.because === 'changesOff') throw changesOff();
}
