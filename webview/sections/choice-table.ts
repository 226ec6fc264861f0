import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { prose } from '../prose.js';
import { sourceLink } from './choice-card.js';
import { choiceId, choiceRadio, reaches, reasonMark, type Choice } from './choice.js';

/** The same choices side by side, for those who compare. */
export function choiceTable(choices: readonly Choice[], label: string, face: Face): TemplateResult {
  const titles = [say('Type'), say('From here'), say('Owner'), say('Addresses'), say('Way back')];
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${label}>
    <table class="compare">
      <thead>
        <tr>
          ${titles.map((title) => html`<th scope="col">${face.speak(title)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${choices.map((choice) => row(choice, face))}
      </tbody>
    </table>
  </div>`;
}

function row(choice: Choice, face: Face): TemplateResult {
  const { named, owner, addresses, wayBack, reach, chosen, recommended, reason } = choice;
  const id = choiceId(choice);
  return html`<tr class=${chosen ? 'is-chosen' : ''}>
    <th scope="row">
      <span class="option"
        >${choiceRadio(choice, `${id}-reach`, face)}
        <span><label for=${id}>${face.speak(named.name)}</label><code>${named.code}</code></span></span
      >
    </th>
    <td id="${id}-reach">
      <span class="with-icon"
        >${icon(recommended && reach === 'reachable' ? 'star' : reasonMark(choice))}<span
          >${recommended ? face.speak(say('Recommended')) : face.speak(reaches[reach].word)}${
            reason ? html`<small>${prose(face.speak(reason))} ${sourceLink(choice, face)}</small>` : nothing
          }</span
        ></span
      >
    </td>
    <td>${prose(face.speak(owner))}</td>
    <td>${prose(face.speak(addresses))}</td>
    <td>${prose(face.speak(wayBack))}</td>
  </tr>`;
}
