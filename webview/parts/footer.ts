import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlannerState } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';
import { actButton, button } from './act.js';
import { markWords } from './marked.js';
import { worldWord } from './world-chip.js';

/** One next act and the sentence that explains it, always in sight. */
export function footer(state: PlannerState, face: Face): TemplateResult {
  const { mark, sentence, more, others } = state.footer;
  return html`<footer class="footer" data-part="footer" aria-label=${face.speak(say('Next act'))}>
    ${mark && icon(mark)}
    <p tabindex="-1" data-heir=${state.footer.next === undefined ? '' : nothing}>
      ${worldWord(state, face)}
      ${mark && html`<span class="visually-hidden">${face.speak(markWords[mark])}: </span>`}${prose(face.speak(sentence))}
      ${more && html`<small>${prose(face.speak(more))}</small>`}
    </p>
    <div class="footer-acts">${others.map((act) => actButton(act, face))} ${nextButton(state, face)}</div>
  </footer>`;
}

function nextButton({ footer: { next } }: PlannerState, face: Face): TemplateResult | typeof nothing {
  if (next === undefined) return nothing;
  const isMac = navigator.userAgent.includes('Macintosh');
  const hint = html`<kbd aria-hidden="true">${isMac ? '⌘⏎' : 'Ctrl+Enter'}</kbd>`;
  const nextKey = { primary: true, key: isMac ? 'Meta+Enter' : 'Control+Enter', heir: true };
  if (!('goTo' in next)) return html`${hint}${actButton(next, face, nextKey)}`;
  const press = (): void => face.goTo(next);
  return html`${hint}${button({ ...nextKey, label: face.speak(next.label), press }, face)}`;
}

/** Does the footer's next act, as its button would; nothing when it is not possible. */
export function doNext({ footer: { next } }: PlannerState, face: Face): void {
  if (next === undefined) return;
  if ('goTo' in next) face.goTo(next);
  else if (next.disabled === undefined) face.send(next.intent);
}
