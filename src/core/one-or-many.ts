import type { Message } from './message.js';

/** Two whole sentences for one name and for several, because languages differ in more than a letter. */
export const oneOrMany = (names: readonly unknown[], one: Message, many: Message): Message =>
  names.length === 1 ? one : many;
