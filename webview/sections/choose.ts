import { html, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { ChooseSection } from '../../src/wizard/state.js';
import type { Face, Layout } from '../face.js';
import { icon } from '../icons.js';
import { sectionFrame } from '../parts/section.js';
import { prose } from '../prose.js';
import { choiceCard } from './choice-card.js';
import { choiceTable } from './choice-table.js';

/** All ways out in plain words: who owns the address, what changes, whether there is a way back. */
export function chooseSection(section: ChooseSection, name: string, face: Face): TemplateResult {
  const { choices, dated } = section;
  const label = face.speak(say('Outbound type'));
  const body = html`${
      face.layout === 'cards'
        ? html`<div class="cards" role="radiogroup" aria-label=${label}>
            ${choices.map((choice) => choiceCard(choice, face))}
          </div>`
        : choiceTable(choices, label, face)
    }
    <p class="hint">${prose(face.speak(dated))}</p>`;
  return sectionFrame({ id: 'choose', name, head: section, tools: layouts(face), body }, face);
}

function layouts(face: Face): TemplateResult {
  const option = (layout: Layout, label: string) =>
    html`<label
      ><input
        type="radio"
        name="layout"
        .checked=${face.layout === layout}
        @change=${() => face.lay(layout)}
      />${icon(layout)}${label}</label
    >`;
  return html`<fieldset class="segmented">
    <legend class="visually-hidden">${face.speak(say('Show the types as'))}</legend>
    ${option('cards', face.speak(say('Cards')))} ${option('table', face.speak(say('Table')))}
  </fieldset>`;
}
