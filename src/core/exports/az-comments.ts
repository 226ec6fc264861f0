import { allExpected } from '../expectation-words.js';
import { format, say, type Message } from '../message.js';
import type { Plan, Step } from '../plan.js';
import { toldExpectation } from '../told-values.js';
import { shellComment } from './shell-quoting.js';

/** What stands above a step's commands, each line a sentence of its own. */
export const stepComments = ({ steps }: Plan, step: Step, number: number): readonly string[] =>
  [
    say('Step {number}: {title}', { number, title: step.title }),
    step.why,
    say('Interruption: {message}', { message: step.interruption }),
    say('Done when a read shows: {expectations}', {
      expectations: allExpected(step.verify.map((one) => toldExpectation(one, steps))),
    }),
    say('Undo: {message}', { message: step.undo }),
  ].map(sentenceComment);

/** A comment that ends as a sentence does. */
export function sentenceComment(message: Message): string {
  const text = format(message);
  return shellComment(/[.!?:]$/.test(text) ? text : `${text}.`);
}
