import type { PermissionFacts } from './surroundings.js';

/**
 * Whether one of several permissions allows an action: named by its actions and not by its notActions. A wildcard
 * stands for any text, across slashes too.
 * Source: Azure docs, "Understand Azure role definitions", read 2026-11-25.
 */
export const allows = (permissions: readonly PermissionFacts[], action: string): boolean =>
  permissions.some(
    ({ actions, notActions }) =>
      actions.some((one) => covers(one, action)) && !notActions.some((one) => covers(one, action)),
  );

function covers(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const wanted = action.toLowerCase();
  const [head = '', ...rest] = parts;
  if (!wanted.startsWith(head)) return false;
  if (rest.length === 0) return wanted === head;
  const tail = rest.at(-1) ?? '';
  const end = wanted.length - tail.length;
  let at = head.length;
  for (const part of rest.slice(0, -1)) {
    const found = wanted.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return end >= at && wanted.endsWith(tail);
}
