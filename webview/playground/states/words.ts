import type { Message } from '../../../src/core/message.js';
import type { Intent } from '../../../src/wizard/intent.js';
import type { Act } from '../../../src/wizard/state.js';

/** Text of the playground's story. Not `say`: nobody translates it. */
export const text = (template: string): Message => ({ template });

export const act = (
  label: string,
  intent: Intent,
  more: { meaning?: string; disabled?: string } = {},
): Act => ({
  label: text(label),
  intent,
  ...(more.meaning === undefined ? {} : { meaning: text(more.meaning) }),
  ...(more.disabled === undefined ? {} : { disabled: text(more.disabled) }),
});
