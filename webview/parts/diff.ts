import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { DiffLine } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';

/** A diff of so many lines is shown whole; of a longer one so many stand there before it is unfolded. */
const shortLines = 40;
const firstLines = 24;

/** More lines than a person reads on a page; the diff editor shows the rest. */
const mostLines = 200;

/** What is sent, line by line. Signs tell what comes and goes; the colours only repeat it. */
export function diff(lines: readonly DiffLine[], label: string, face: Face): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const isShort = lines.length <= shortLines;
  const first = isShort ? lines : lines.slice(0, firstLines);
  return html`<div class="diff" tabindex="0" role="region" aria-label=${label}>
    <div class="diff-lines">
      ${first.map((line) => diffLine(line, face))} ${isShort ? nothing : rest(lines.slice(firstLines), face)}
    </div>
  </div>`;
}

/** The other lines of a long diff, behind one visible way to see them. */
function rest(lines: readonly DiffLine[], face: Face): TemplateResult {
  const shown = lines.slice(0, mostLines - firstLines);
  const left = lines.length - shown.length;
  return html`<details>
    <summary>
      ${icon('chevron')}<span class="when-closed"
        >${face.speak(say('Show {count} more lines', { count: shown.length }))}</span
      ><span class="when-open">${face.speak(say('Show fewer lines'))}</span>
    </summary>
    ${shown.map((line) => diffLine(line, face))}
    ${
      left > 0
        ? html`<p class="diff-rest">
            ${face.speak(say('{count} more lines are in the diff editor.', { count: left }))}
          </p>`
        : nothing
    }
  </details>`;
}

function diffLine({ sign, text }: DiffLine, face: Face): TemplateResult {
  const body = html`<span class="sign" aria-hidden="true">${sign}</span>${text}`;
  const told = (word: string) => html`<span class="visually-hidden">${word} </span>`;
  switch (sign) {
    case '+':
      return html`<ins>${told(face.speak(say('added')))}${body}</ins>`;
    case '-':
      return html`<del>${told(face.speak(say('removed')))}${body}</del>`;
    case ' ':
      return html`<p>${body}</p>`;
  }
}

/** Paths that changed beside the plan. */
export function differenceList(
  differences: readonly string[],
  title: string,
): TemplateResult | typeof nothing {
  if (differences.length === 0) return nothing;
  return html`<div class="differences">
    <p class="small">${title}</p>
    <ul>
      ${differences.map((path) => html`<li><code>${path}</code></li>`)}
    </ul>
  </div>`;
}
