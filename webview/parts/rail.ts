import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { PlannerState } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { plain, prose } from '../prose.js';
import { markIcon } from './marked.js';

/** Contents and summary in one: a mark and one short fact per section. */
export function rail(state: PlannerState, current: string | undefined, face: Face): TemplateResult {
  return html`<div class="rail" data-part="rail">
    <nav aria-label=${face.speak(say('Sections of the plan'))}>
      <ol>
        ${state.rail.map(
          ({ id, name, fact, mark }) =>
            html`<li>
              <a
                href="#${id}"
                class=${state[id] === undefined ? 'is-later' : ''}
                title="${face.speak(name)}: ${plain(face.speak(fact))}"
                aria-current=${id === current ? 'location' : nothing}
                @click=${(event: Event) => {
                  event.preventDefault();
                  face.goTo({ goTo: id });
                }}
              >
                ${markIcon(mark, face)}<span class="rail-name">${face.speak(name)}</span>
                <small>${prose(face.speak(fact))}</small>
              </a>
            </li>`,
        )}
      </ol>
    </nav>
  </div>`;
}

/** Where the names of a narrow window do not fit beside each other, the row scrolls: the current one is kept in sight. */
export function showInRow(link: Element | null): void {
  const row = link?.closest('ol');
  if (!(link instanceof HTMLElement) || row == null || row.scrollWidth <= row.clientWidth) return;
  const middle = link.offsetLeft + link.offsetWidth / 2;
  row.scrollLeft = middle - row.clientWidth / 2;
}
