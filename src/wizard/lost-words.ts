import type { Message } from '../core/message.js';
import { say } from '../core/message.js';
import type { RunRecord } from '../core/run-record.js';

/** What became of a request whose fate the answer did not tell: none came, or one that says nothing about it. */
type Loss = 'noAnswer' | 'noneOfUse';

function lossOf({ events }: RunRecord, stepId: string): Loss {
  const lost = events.findLast((event) => event.kind === 'lost' && event.stepId === stepId);
  return lost?.kind === 'lost' && lost.azure?.status !== undefined ? 'noneOfUse' : 'noAnswer';
}

/** Whether the answer to a step was lost once, whatever came of it. */
export const wasLost = ({ events }: RunRecord, stepId: string): boolean =>
  events.some((event) => event.kind === 'lost' && event.stepId === stepId);

/** While Azure is asked what became of it. */
export const lostNote = (record: RunRecord, stepId: string, thing: Message): Message =>
  lossOf(record, stepId) === 'noAnswer'
    ? say(
        'No answer reached us. Azure is asked whether {thing} shows the step as done; nothing is sent twice.',
        {
          thing,
        },
      )
    : say(
        'The answer does not tell whether it was done. Azure is asked whether {thing} shows the step as done; nothing is sent twice.',
        { thing },
      );

/** Once Azure has been asked, and shows nothing of it: the person decides. */
export const notThereNote = (thing: Message): Message =>
  say('Azure was asked: {thing} does not show the step. It is sent again only if you say so.', { thing });

/** Azure shows it under way, though its answer never came. */
export const foundNote = (record: RunRecord, stepId: string, thing: Message): Message =>
  lossOf(record, stepId) === 'noAnswer'
    ? say('Its answer did not reach us, but Azure is at work on {thing}: nothing has to be sent again.', {
        thing,
      })
    : say('Its answer told nothing, but Azure is at work on {thing}: nothing has to be sent again.', {
        thing,
      });

/** The question that is left, in one sentence. */
export function lostQuestion(
  record: RunRecord,
  told: {
    readonly stepId: string;
    readonly number: number;
    readonly title: Message;
    readonly thing: Message;
  },
): Message {
  const { stepId, ...args } = told;
  return lossOf(record, stepId) === 'noAnswer'
    ? say('Step {number} was sent, no answer came, and {thing} stands as before: {title}.', args)
    : say(
        'Step {number} was sent, the answer does not tell whether it was done, and {thing} stands as before: {title}.',
        args,
      );
}

/** The same in the dialog. */
export const lostOnce = (record: RunRecord, stepId: string, thing: Message): Message =>
  lossOf(record, stepId) === 'noAnswer'
    ? say('It was sent once, no answer came, and {thing} stands as before.', { thing })
    : say(
        'It was sent once, the answer does not tell whether it was done, and the cluster stands as before.',
      );
