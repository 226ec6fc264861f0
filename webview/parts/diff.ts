import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { DiffLine } from '../../src/wizard/state.js';
import type { Face } from '../face.js';

/** More lines than a person reads on a page; the diff editor shows the rest. */
const mostLines = 200;

/** What is sent, line by line. Signs tell what comes and goes; the colours only repeat it. */
export function diff(lines: readonly DiffLine[], label: string, face: Face): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const left = lines.length - mostLines;
  return html`<div class="diff" tabindex="0" role="region" aria-label=${label}>
    ${lines.slice(0, mostLines).map((line) => diffLine(line, face))}
    ${left > 0 ? html`<p class="diff-rest">${face.speak(say('{count} more lines', { count: left }))}</p>` : nothing}
  </div>`;
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
