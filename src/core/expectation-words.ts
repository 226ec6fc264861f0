import { few } from './few.js';
import { valueAt, type Json } from './json.js';
import { say, type Message } from './message.js';
import type { Expectation } from './plan.js';

/** What must hold of the cluster for a step to count as done, in words, with ARM's spellings. */
export function expectationWords(expectation: Expectation): Message {
  const property = expectation.path.filter((key) => key !== 'properties').join('.');
  if (expectation.path.length === 0 && expectation.kind === 'gone') return say('Azure no longer finds it');
  switch (expectation.kind) {
    case 'equals':
      return say('{property} is {value}', { property, value: shown(expectation.value) });
    case 'includesAll':
      return say('{property} holds {values}', { property, values: few(expectation.values.map(shown)) });
    case 'excludesAll':
      return say('{property} no longer holds {values}', {
        property,
        values: few(expectation.values.map(shown)),
      });
    case 'notEmpty':
      return say('Azure reports {property}', { property });
    case 'gone':
      return say('{property} is gone', { property });
  }
}

/** All of them in one line: lists of values have commas of their own. */
export function allExpected([first, ...rest]: readonly Expectation[]): Message {
  if (first === undefined) return say('the state is Succeeded');
  const words = expectationWords(first);
  return rest.length === 0 ? words : say('{first}; {rest}', { first: words, rest: allExpected(rest) });
}

/** A JSON value as somebody would say it, at most 120 characters; of a resource id the end tells it. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return '–';
  const id = typeof value === 'string' ? value : valueAt(value, ['id']);
  const named = typeof id === 'string' ? /^\/subscriptions\/.+\/([^/]+\/[^/]+)$/i.exec(id)?.[1] : undefined;
  const text = named ?? (typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
