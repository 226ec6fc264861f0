import { say, type Message } from '../core/message.js';
import type { World, WorldChoice } from './world.js';

/** Which Azure this is, for a title: the sandbox is never taken for the real one. */
export const worldLabel = (kind: WorldChoice): Message =>
  kind === 'sandbox' ? say('Sandbox') : say('Azure');

/** A sentence that could be of either world: the sandbox's says so first. */
export const toldOf = (kind: WorldChoice, message: Message): Message =>
  kind === 'sandbox' ? say('Sandbox: {message}', { message }) : message;

/** The same for a line of the log. */
export const lineOf = (kind: WorldChoice, line: string): string =>
  kind === 'sandbox' ? `sandbox: ${line}` : line;

/** The same for a document's name. */
export const nameOf = (kind: WorldChoice, name: string): string =>
  kind === 'sandbox' ? `${name} (sandbox)` : name;

/** The same for the head of a planner, with what is unusual about the sandbox: a person compares the times with a watch. */
export function plannerLabel(kind: World['kind'], speed: number): Message {
  if (kind === 'azure') return worldLabel(kind);
  return speed === 1
    ? say('Sandbox: nothing reaches Azure')
    : say('Sandbox: nothing reaches Azure; time runs {speed} times faster', { speed });
}
