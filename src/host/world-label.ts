import { say, type Message } from '../core/message.js';
import type { World, WorldChoice } from './world.js';

/** Which Azure this is, for a title: the sandbox is never taken for the real one. */
export const worldLabel = (kind: WorldChoice): Message =>
  kind === 'sandbox' ? say('Sandbox') : say('Azure');

/** The same for the head of a planner, with what is unusual about the sandbox: a person compares the times with a watch. */
export function plannerLabel(kind: World['kind'], speed: number): Message {
  if (kind === 'azure') return worldLabel(kind);
  return speed === 1
    ? say('Sandbox: nothing reaches Azure')
    : say('Sandbox: nothing reaches Azure; time runs {speed} times faster', { speed });
}
