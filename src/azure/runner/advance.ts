import { hasEnded } from '../../core/run-ended.js';
import type { RunOutcome } from '../../core/run-outcome.js';
import type { ReadingMemory } from '../facts/read-cluster.js';
import type { Held } from '../ports.js';
import { finish, readEgress } from './finish.js';
import { holdPatiently } from './hold.js';
import { currentStep, endOf, openQuestion, phaseOf } from './phase.js';
import { performStep } from './carry-out.js';
import { ask, judgeLost, watchStep } from './once-sent.js';
import type { StepOutcome, Work } from './work.js';

const lookAgainInMs = 5000;
/** A run that another process acts on, and that does not move for this many looks, is looked into. */
const patienceInLooks = 24;

/** Goes on with a run from wherever its journal says it is, until it ends or waits. `first` is a person's answer. */
export async function advance(
  work: Work,
  memory: ReadingMemory,
  first?: () => Promise<StepOutcome>,
): Promise<RunOutcome> {
  const { book, ports } = work;
  const read = () => readEgress(work, memory);
  let act = first;
  for (let looks = 0; ;) {
    const record = book.record();
    const step = currentStep(record);
    if (hasEnded(record)) return { kind: 'ended', record };
    if (step === undefined) return finish(work, 'succeeded', read);
    const end = endOf(record, step.id);
    if (end !== undefined) return finish(work, end, read);
    const outcome = act === undefined ? await go(work, looks) : await act();
    act = undefined;
    if (typeof outcome !== 'string') return outcome;
    if (outcome === 'open') {
      await book.release();
      return { kind: 'open', record: book.record() };
    }
    if (outcome === 'ended') continue;
    // Another process has the run for now: look again later.
    const length = book.record().events.length;
    await book.release();
    await ports.clock.sleep(lookAgainInMs, work.signal);
    await book.refresh();
    looks = book.record().events.length === length ? looks + 1 : 1;
  }
}

/** The next act on the current step, by its phase in the journal. */
async function go(work: Work, looks: number): Promise<StepOutcome> {
  const { book } = work;
  const step = currentStep(book.record());
  if (step === undefined) return 'ended';
  if (openQuestion(book.record()) !== undefined) return 'open';
  if (phaseOf(book.record(), step.id) === 'accepted') {
    await book.release();
    return watchStep(work, step);
  }
  const carries = await book.carries();
  if (looks > 0 && looks < patienceInLooks && !carries) return 'elsewhere';
  const held = await holdPatiently(work);
  // Who carries the run on waits for a window that lives, however long that writes.
  if (held !== 'held') return carries ? whoLivesGoesOn(held) : held;
  // Another window may have gone on before the lock was ours.
  if (hasEnded(book.record()) || currentStep(book.record())?.id !== step.id) return 'ended';
  if (openQuestion(book.record()) !== undefined) return 'open';
  switch (phaseOf(book.record(), step.id)) {
    case 'ended':
      return 'ended';
    case 'accepted':
      await book.release();
      return watchStep(work, step);
    case 'unanswered':
    case 'lost':
      return judgeLost(work, step);
    case 'unsent': {
      if (!work.isResumed && carries) return performStep(work, step);
      // The person has confirmed the whole plan: nobody is asked while the process that was told so still lives.
      const carried = await book.carry();
      return carried === 'carries' ? ask(work, step, 'continue', []) : whoLivesGoesOn(carried);
    }
  }
}

const whoLivesGoesOn = (held: Held): 'elsewhere' | Held => (held.canBeJudged ? 'elsewhere' : held);
