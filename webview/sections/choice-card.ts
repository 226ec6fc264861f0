import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';
import { pathStrip } from '../parts/path-strip.js';
import { prose } from '../prose.js';
import { choiceId, choiceRadio, reaches, reasonMark, type Choice } from './choice.js';

/** One way out. Its facts stand at the same height in neighbouring cards. */
export function choiceCard(choice: Choice, face: Face): TemplateResult {
  const { named, meaning, owner, addresses, wayBack, reach, chosen, recommended } = choice;
  const id = choiceId(choice);
  const word = recommended ? say('Recommended') : reaches[reach].word;
  const fact = (term: string, value: string) =>
    html`<dt>${term}</dt>
      <dd>${prose(value)}</dd>`;
  return html`<div class="card reach-${reach} ${chosen ? 'is-chosen' : ''}" @click=${chooseByCard}>
    <div class="card-head">
      ${choiceRadio(choice, `${id}-reach ${id}-meaning`, face)}
      <h3>${icon(named.icon)}<label for=${id}>${face.speak(named.name)}</label></h3>
      <div class="card-sub">
        <code>${named.code}</code>
        <span class="chip" id="${id}-reach">${recommended && icon('star')}${face.speak(word)}</span>
      </div>
    </div>
    <p id="${id}-meaning">${prose(face.speak(meaning))}</p>
    ${pathStrip(named.icon, face)}
    <dl class="facts">
      ${fact(face.speak(say('Owner')), face.speak(owner))}
      ${fact(face.speak(say('Addresses')), face.speak(addresses))}
      ${fact(face.speak(say('Way back')), face.speak(wayBack))}
    </dl>
    <div class="card-reasons">${recommendation(choice, face)} ${reason(choice, face)}</div>
  </div>`;
}

/** A click anywhere on a card chooses it, but for links and for text that is being selected. */
function chooseByCard(event: Event): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !(currentTarget instanceof Element)) return;
  if (target.closest('egress-link, label, input') !== null || getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
}

function recommendation({ recommended }: Choice, face: Face): TemplateResult | typeof nothing {
  if (recommended === undefined) return nothing;
  return html`<p>${icon('star')}<span>${prose(face.speak(recommended))}</span></p>`;
}

function reason(choice: Choice, face: Face): TemplateResult | typeof nothing {
  const text = choice.reason;
  const link = sourceLink(choice, face);
  if (text === undefined && link === nothing) return nothing;
  return html`<p>${icon(reasonMark(choice))}<span>${text && prose(face.speak(text))} ${link}</span></p>`;
}

/** The page that says so. Only https leads out. */
export function sourceLink({ source }: Choice, face: Face): TemplateResult | typeof nothing {
  if (source === undefined || !source.url.startsWith('https://')) return nothing;
  return html`<egress-link href=${source.url}>${face.speak(source.text)}</egress-link>`;
}
