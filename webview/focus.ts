import type { Place } from './face.js';

/** Where the focus was: the element, and the part of the page it stood in. */
export interface FocusPlace {
  readonly element: Element;
  readonly part: string | undefined;
}

/** Remembers the focus before a redraw. Nothing focused gives undefined. */
export function focusPlace(): FocusPlace | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  return { element, part: element.closest('[data-part]')?.getAttribute('data-part') ?? undefined };
}

/**
 * After a redraw: when the focused element is gone, the focus goes to the next act of the same part, else to its
 * heading, so that a keyboard never starts again at the top.
 */
export function restoreFocus(place: FocusPlace | undefined): void {
  if (place === undefined || place.element.isConnected) return;
  const part = document.querySelector(`[data-part="${place.part ?? 'head'}"]`);
  const heir = part?.querySelector<HTMLElement>('[data-heir]') ?? document.querySelector<HTMLElement>('h1');
  heir?.focus({ preventScroll: true });
}

/** The first that is there: of the options one that is not possible, else one that is still empty, else any. */
const fields: Readonly<Record<NonNullable<Place['focus']>, readonly string[]>> = {
  typedName: ['#typed-name'],
  options: [
    '#configure egress-text-field.is-invalid',
    '#configure egress-text-field.is-open',
    '#configure input:checked',
  ],
};

/** The field that a next act means, or undefined when it is not there. */
export const fieldFor = (focus: NonNullable<Place['focus']>): Element | undefined =>
  fields[focus].map((selector) => document.querySelector(selector)).find((field) => field !== null) ??
  undefined;
