import type { RunOutcome } from '../../core/run-outcome.js';
import type { ReadingMemory } from '../facts/read-cluster.js';
import { finish } from './finish.js';
import { holdPatiently } from './hold.js';
import { currentStep, endOf, isEnded, openQuestion, phaseOf } from './phase.js';
import { ask, judgeLost, performStep, watchStep } from './carry-out.js';
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
  let act = first;
  let here = work;
  for (let looks = 0; ;) {
    const record = book.record();
    const step = currentStep(record);
    if (isEnded(record)) return { kind: 'ended', record };
    if (step === undefined) return finish(here, memory, 'succeeded');
    const end = endOf(record, step.id);
    if (end !== undefined) return finish(here, memory, end);
    const outcome = act === undefined ? await go(here, looks) : await act();
    act = undefined;
    if (typeof outcome !== 'string') return outcome;
    if (outcome === 'open') {
      await book.release();
      return { kind: 'open', record: book.record() };
    }
    if (outcome === 'ended') continue;
    // Another process has the run: from here on we only watch, as after a resume.
    here = { ...here, isResumed: true };
    const length = book.record().events.length;
    await book.release();
    await ports.clock.sleep(lookAgainInMs, here.signal);
    await book.refresh();
    looks = book.record().events.length === length ? looks + 1 : 1;
  }
}

/** The next act on the current step, by its phase in the journal. */
async function go(work: Work, looks: number): Promise<StepOutcome | RunOutcome> {
  const { book } = work;
  const step = currentStep(book.record());
  if (step === undefined) return 'ended';
  if (openQuestion(book.record()) !== undefined) return 'open';
  if (phaseOf(book.record(), step.id) === 'accepted') return watchStep(work, step);
  if (looks > 0 && looks < patienceInLooks) return 'elsewhere';
  const held = await holdPatiently(work);
  if (held !== 'held') return held;
  // Another window may have gone on before the lock was ours.
  if (isEnded(book.record()) || currentStep(book.record())?.id !== step.id) return 'ended';
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
    case 'unsent':
      return work.isResumed ? ask(work, step, 'continue', []) : performStep(work, step);
  }
}
