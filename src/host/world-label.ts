import { say, type Message } from '../core/message.js';
import type { World } from './world.js';

/** Which Azure this is, for a title: the sandbox is never taken for the real one. */
export const worldLabel = (kind: World['kind']): Message =>
  kind === 'sandbox' ? say('Sandbox') : say('Azure');
