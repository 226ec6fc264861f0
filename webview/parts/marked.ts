import { html, type TemplateResult } from 'lit';
import type { Message } from '../../src/core/message.js';
import { say } from '../../src/core/message.js';
import type { Mark } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';

/** The word for a mark, for those who do not see its shape. */
export const markWords: Readonly<Record<Mark, Message>> = {
  passed: say('Passed'),
  warning: say('Warning'),
  blocked: say('Blocked'),
  unknown: say('Unknown'),
  note: say('Note'),
  todo: say('Not yet'),
  running: say('Running'),
  locked: say('Locked'),
};

/** A mark with its word for screen readers. */
export const markIcon = (mark: Mark, face: Face): TemplateResult =>
  html`${icon(mark)}<span class="visually-hidden">${face.speak(markWords[mark])}: </span>`;

/** A box that stops the eye: its mark, what is so, and the ways on. */
export function callout(
  box: { readonly mark: Mark; readonly body: unknown; readonly side?: unknown },
  face: Face,
): TemplateResult {
  return html`<div class="callout is-${box.mark}">
    ${icon(box.mark)}
    <div><span class="visually-hidden">${face.speak(markWords[box.mark])}: </span>${box.body}</div>
    ${box.side}
  </div>`;
}

/** Sentences, a line each, with the same mark. */
export function markedLines(mark: Mark, lines: readonly Message[], face: Face): TemplateResult {
  return html`<ul class="lines">
    ${lines.map((line) => html`<li>${icon(mark)}<span>${prose(face.speak(line))}</span></li>`)}
  </ul>`;
}
